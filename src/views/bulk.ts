import { compareNumbers } from '../domain/commitment.ts';
import type { Texts } from './texts.ts';

/** In one line of a message; the others are counted. */
const MOST_NUMBERS = 60;

/** Numbers in the order of the paper, as many as a line holds. */
export function numbersView(items: readonly { readonly number: string }[], texts: Texts): string {
  const numbers = items.map(({ number }) => number).sort(compareNumbers);
  const shown = numbers.slice(0, MOST_NUMBERS).join(', ');
  const count = numbers.length - MOST_NUMBERS;
  return count > 0 ? texts('bulk.more', { numbers: shown, count }) : shown;
}
