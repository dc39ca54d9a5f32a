/** Marks that no reader sees: zero-width, bidi controls, byte order marks. Source: domain notes 7.1. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** A letter of an old font, which neither NFC nor NFKC touches. Source: quirk Q-02. */
const OLD_LETTERS = /[\u01a2\u01a3]/gu;

/** What is mended besides composing; most texts have none of it and are spared the steps. */
const UNUSUAL =
  /[\r\t\u00a0\u00ad\u01a2\u01a3\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;

export type RepairCode = 'decomposed' | 'invisible' | 'oldLetter';

export interface Repair {
  readonly code: RepairCode;
  /** How many characters were mended. */
  readonly count: number;
}

/** Text as the rest of the program takes it: NFC, LF, plain spaces, no invisible marks; and what was mended. */
export function repairText(raw: string): { readonly text: string; readonly repairs: Repair[] } {
  if (!UNUSUAL.test(raw) && raw === raw.normalize('NFC')) return { text: raw, repairs: [] };
  // Invisible marks and old letters go first: either may stand between a letter and its accent.
  const visible = raw.replace(INVISIBLE, '');
  const modern = visible.replace(OLD_LETTERS, (letter) => (letter === '\u01a3' ? 'ư' : 'Ư'));
  const composed = modern.normalize('NFC');
  const counts: [RepairCode, number][] = [
    ['decomposed', [...modern].length - [...composed].length],
    ['invisible', raw.length - visible.length],
    ['oldLetter', visible.match(OLD_LETTERS)?.length ?? 0],
  ];
  const text = composed.replace(/\r\n?/g, '\n').replace(/[\u00a0\t]/g, ' ');
  const repairs = counts.filter(([, count]) => count > 0).map(([code, count]) => ({ code, count }));
  return { text, repairs };
}

/** One line with single spaces and none at its ends. */
export function normalizeSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
