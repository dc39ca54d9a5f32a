import { sql } from 'drizzle-orm';
import { check, date, timestamp } from 'drizzle-orm/pg-core';

/** An instant; always given by us, never by the database's clock. */
export function instant(name: string) {
  return timestamp(name, { withTimezone: true, mode: 'date' });
}

/** A calendar date as `YYYY-MM-DD`. */
export function calendarDate(name: string) {
  return date(name, { mode: 'string' });
}

/** A constraint that the column holds one of the domain's words: one list, in two places. */
export function oneOf(constraint: string, column: string, words: readonly string[]) {
  const list = words.map((word) => `'${word}'`).join(', ');
  return check(constraint, sql.raw(`"${column}" in (${list})`));
}
