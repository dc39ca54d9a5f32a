import { type Commitment, compareNumbers, leavesOf } from './commitment.ts';
import type { CommitmentStatus } from './commitment-status.ts';

/** Items that a person names together, as typed. */
export interface NamedItems {
  /** «1.2»; it may turn out to be no item at all. */
  readonly first: string;
  /** The end of «1.1 đến 1.4», inclusive; null for one item. */
  readonly last: string | null;
  /** Null where the words leave it open: it is asked. */
  readonly status: CommitmentStatus | null;
  /** What was said besides the status, as typed. */
  readonly result: string | null;
}

/** The leaves that a number or a range of numbers means; an item with parts means its parts. */
export function leavesNamed(
  { first, last }: Pick<NamedItems, 'first' | 'last'>,
  commitments: readonly Commitment[],
): readonly Commitment[] {
  const [from, to] = [numbered(first, commitments), numbered(last ?? first, commitments)];
  if (from === undefined || to === undefined)
    return last === null ? eitherOf(first, commitments) : [];
  return leavesOf(commitments).filter(
    ({ number }) => compareNumbers(number, from.number) >= 0 && isUpTo(number, to.number),
  );
}

/** «1,3» is items 1 and 3 where it cannot be item 1.3 written with the wrong sign. */
function eitherOf(typed: string, commitments: readonly Commitment[]): readonly Commitment[] {
  const numbers = typed.split(',');
  if (numbers.length < 2 || numbered(numbers.join('.'), commitments) !== undefined) return [];
  const named = numbers.map((first) => leavesNamed({ first, last: null }, commitments));
  return named.some(({ length }) => length === 0) ? [] : named.flat();
}

function numbered(number: string, commitments: readonly Commitment[]): Commitment | undefined {
  return commitments.find((each) => each.number.toLowerCase() === number.toLowerCase());
}

/** A part counts as its whole: «2 đến 4» holds 4.1. */
function isUpTo(number: string, last: string): boolean {
  return compareNumbers(number, last) <= 0 || number.startsWith(`${last}.`);
}

/** The words by which they were named. */
export function asTyped({ first, last }: NamedItems): string {
  return last === null ? first : `${first}–${last}`;
}
