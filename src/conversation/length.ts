import type { MemberTurn, Reply } from './turn.ts';

/** In characters; more than this is no result but a report. */
const LONGEST = 3_000;

/** What is said of words that are too long to be kept; null for others. The question stays open. */
export function tooLong(
  { texts }: Pick<MemberTurn, 'texts'>,
  { length }: { readonly length: number },
): Reply | null {
  if (length <= LONGEST) return null;
  return { text: texts('progress.tooLong', { length, most: LONGEST }) };
}
