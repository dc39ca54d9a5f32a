import { findWithin, printedWords, type Span, type TargetText, wording } from './target-text.ts';

/** Where the words of the next target begin. */
const NEXT_WORDS = wording('\\s*,|\\s+(?:và|với|trong đó|đồng thời)(?!\\p{L})|\\s*\\(');
const COMPARED = wording('[,(\\s]*(?<!\\p{L})so(?: sánh)? (?:với|năm|cùng|dự|kế)');
const OPENING = /^[\s,:)\]”"»/]+/u;
const CLOSING = /[\s,:(–-]+$/u;

/**
 * What is said of the things counted, as printed; null for nothing. The stretch runs from the
 * target to the end of its clause or to the next target, whose own words are left out.
 */
export function qualifierIn(text: TargetText, stretch: Span, hasNext: boolean): string | null {
  const stops = [COMPARED, ...(hasNext ? [NEXT_WORDS] : [])]
    .flatMap((words) => findWithin(text, words, stretch))
    .map(({ start }) => start);
  const end = Math.min(stretch.end, ...stops);
  const words = printedWords(text, { start: stretch.start, end })
    .replace(OPENING, '')
    .replace(CLOSING, '');
  const balanced = words.includes('(') ? words : words.replace(/\)$/u, '');
  return balanced === '' ? null : balanced;
}
