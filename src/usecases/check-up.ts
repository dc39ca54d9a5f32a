import { yearOf } from '../domain/calendar-date.ts';
import { localTimeOf } from '../domain/local-time.ts';
import { createWorkingCalendar, unconfirmedYears } from '../domain/working-calendar.ts';
import type { Dependencies } from './dependencies.ts';

export interface CheckUp {
  readonly year: number;
  readonly isYearConfirmed: boolean;
  readonly items: number;
  readonly agencies: number;
  readonly audit: { readonly rows: number; readonly brokenAt: number | null };
}

/** What `doctor` asks of the stored data. */
export function checkUp({ inTransaction, clock, timezone }: Dependencies): Promise<CheckUp> {
  return inTransaction(async ({ calendar, commitments, agencies, audit }) => {
    const year = yearOf(localTimeOf(clock.now(), timezone).date);
    const days = createWorkingCalendar(await calendar.list());
    const sets = await commitments.listSets();
    const verdict = await audit.verify();
    return {
      year,
      isYearConfirmed: unconfirmedYears(days, [year]).length === 0,
      items: (await commitments.list(sets.map(({ id }) => id))).length,
      agencies: (await agencies.list()).length,
      audit: { rows: verdict.rows, brokenAt: verdict.firstBroken?.id ?? null },
    };
  });
}
