import { z } from 'zod';
import { type CalendarDate, day } from '../domain/calendar-date.ts';

/** A date column as the domain's date. */
export const CalendarDateText = z.iso.date().transform((text): CalendarDate => day(text));

/** The only row of a statement that returns one; throws when the database gave none. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('The database returned no row.');
  return row;
}
