import type { Place } from './model.ts';

/** The one number by which a place is kept: its line, or the row of its sheet. */
export function lineOf(place: Place): number {
  return 'row' in place ? place.row : place.line;
}

/** Whether two places are the same line, of the same sheet or page. */
export function isSamePlace(one: Place, other: Place): boolean {
  return lineOf(one) === lineOf(other) && sheetOrPage(one) === sheetOrPage(other);
}

function sheetOrPage(place: Place): string | number | null {
  if ('sheet' in place) return place.sheet;
  return 'page' in place ? place.page : null;
}
