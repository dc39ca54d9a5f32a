import { boolean, pgTable, text } from 'drizzle-orm/pg-core';
import { calendarDate, oneOf } from './columns.ts';

export const CALENDAR_DAY_KINDS = ['off', 'worked'] as const;

/** Days that differ from Monday-to-Friday, with the notice that says so. */
export const calendarDay = pgTable(
  'calendar_day',
  {
    date: calendarDate('date').primaryKey(),
    kind: text('kind').notNull(),
    name: text('name'),
    notice: text('notice'),
    isConfirmed: boolean('is_confirmed').notNull(),
  },
  () => [oneOf('calendar_day_kind_known', 'kind', CALENDAR_DAY_KINDS)],
);
