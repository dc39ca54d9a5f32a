import { lineOf } from '../../documents/importing/places.ts';
import type { Doubt } from '../../views/import-doubts.ts';
import { shorten } from '../../views/message.ts';
import type { Texts } from '../../views/texts.ts';

/** The most that one message lists, and places that one line names. */
export const MOST_LINES = 4;
const MOST_PLACES = 5;

/** Longest words of one doubt, in characters. */
const LONGEST = 140;

/** What is odd, in few lines: the same words once, with their places; the rest is counted. */
export function doubtLines(doubts: readonly Doubt[], texts: Texts, most = MOST_LINES): string[] {
  const groups = [...Map.groupBy(doubts, ({ message }) => message)];
  const shown = groups.slice(0, most);
  const rest = groups.slice(most).reduce((sum, [, same]) => sum + same.length, 0);
  return [
    ...shown.map(([message, same]) =>
      texts('draft.note', {
        message: shorten(message, LONGEST),
        places: placesOf(same),
        count: placesOf(same) === '' ? 0 : same.length,
        more: Math.max(0, same.length - MOST_PLACES),
      }),
    ),
    ...(rest === 0 ? [] : [texts('draft.moreNotes', { count: rest })]),
  ];
}

/** The first of them; empty for what is about the paper as a whole, which stands at its first line. */
function placesOf(doubts: readonly Doubt[]): string {
  return doubts
    .map(({ place }) => lineOf(place))
    .filter((line) => line > 1)
    .slice(0, MOST_PLACES)
    .join(', ');
}
