import { asc } from 'drizzle-orm';
import { z } from 'zod';
import type { CalendarStore } from '../usecases/ports/calendar-store.ts';
import type { Db } from './database.ts';
import type { References } from './references.ts';
import { CalendarDateText } from './rows.ts';
import { CALENDAR_DAY_KINDS, calendarDay } from './schema/calendar-day.ts';

const DayRow = z.object({
  date: CalendarDateText,
  kind: z.enum(CALENDAR_DAY_KINDS),
  notice: z.string().nullable(),
  name: z.string().nullable(),
  isConfirmed: z.boolean(),
});

export function createCalendarStore(db: Db, references: References): CalendarStore {
  return {
    list: () =>
      references.read('days', async () =>
        z.array(DayRow).parse(await db.select().from(calendarDay).orderBy(asc(calendarDay.date))),
      ),
    save: async (day) => {
      references.changed();
      await db
        .insert(calendarDay)
        .values(day)
        .onConflictDoUpdate({ target: calendarDay.date, set: day });
    },
  };
}
