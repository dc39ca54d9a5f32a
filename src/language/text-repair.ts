/** Marks that no reader sees: zero-width, bidi controls, byte order marks. Source: domain notes 7.1. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u202a-\u202e\u2066-\u2069\u00ad]/gu;

/** A letter of an old font, which neither NFC nor NFKC touches. Source: quirk Q-02. */
const OLD_LETTERS = /[\u01a2\u01a3]/gu;

export type RepairCode = 'decomposed' | 'invisible' | 'oldLetter';

export interface Repair {
  readonly code: RepairCode;
  /** How many characters were mended. */
  readonly count: number;
}

/** Text as the rest of the program takes it: NFC, LF, plain spaces, no invisible marks; and what was mended. */
export function repairText(raw: string): { readonly text: string; readonly repairs: Repair[] } {
  const composed = raw.normalize('NFC');
  const counts: [RepairCode, number][] = [
    ['decomposed', [...raw].length - [...composed].length],
    ['invisible', composed.match(INVISIBLE)?.length ?? 0],
    ['oldLetter', composed.match(OLD_LETTERS)?.length ?? 0],
  ];
  const text = composed
    .replace(INVISIBLE, '')
    .replace(OLD_LETTERS, (letter) => (letter === '\u01a3' ? 'ư' : 'Ư'))
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\t]/g, ' ');
  const repairs = counts.filter(([, count]) => count > 0).map(([code, count]) => ({ code, count }));
  return { text, repairs };
}

/** One line with single spaces and none at its ends. */
export function normalizeSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
