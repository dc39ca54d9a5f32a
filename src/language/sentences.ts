import type { Span } from './figure-masks.ts';

/** A point after these ends no sentence: «TP. Cao Lãnh». */
const ABBREVIATED = '(?<!(?<!\\p{L})(?:TP|Tp|TX|TT|TS|ThS|BS|KS|PGS|GS|BCĐ))';
const END = new RegExp(`${ABBREVIATED}[.!?…]+(?=\\s+["“«(]?[\\p{Lu}\\d-]|\\s*$)|\\n+`, 'gu');

/** The sentences of a text; a line's end ends one too. Empty text has none. */
export function sentencesIn(text: string): Span[] {
  const ends = [...text.matchAll(END)].map(({ 0: found, index }) => index + found.length);
  let start = 0;
  const spans: Span[] = [];
  for (const end of [...ends, text.length]) {
    if (text.slice(start, end).trim() !== '') spans.push({ start, end });
    start = end;
  }
  return spans;
}

/** No clause is longer; it keeps the cost of a long text in step with its length. */
const WINDOW = 400;

/** What stands before a place, as far as it matters for what stands there. */
export function textBefore(text: string, at: number, window = WINDOW): string {
  return text.slice(Math.max(0, at - window), at);
}

/** The clause of a sentence around a stretch of it, from comma to comma. */
export function clauseAround(text: string, { start, end }: Span): string {
  return `${clauseBefore(text, start)}${text.slice(start, end)}${clauseAfter(text, end)}`;
}

/** The words of a clause before a place in it. */
export function clauseBefore(text: string, at: number): string {
  const before = textBefore(text, at);
  return before.slice(before.search(/[^,;.\n]*$/u));
}

/** The words of a clause from a place in it on. */
export function clauseAfter(text: string, at: number): string {
  const after = text.slice(at, at + WINDOW);
  return after.slice(0, after.search(/[,;.\n]|$/u));
}
