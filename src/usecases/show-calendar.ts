import { type Agency, EVERYBODY } from '../domain/agency.ts';
import { type CalendarDate, dateOf, yearOf } from '../domain/calendar-date.ts';
import { DEFAULT_SETTINGS } from '../domain/commitment-set.ts';
import { instantOf, isoInZone } from '../domain/local-time.ts';
import { type Rung, rungsOf } from '../domain/reminder-ladder.ts';
import type { ReportPeriod } from '../domain/report-period.ts';
import type { ReportingRound } from '../domain/reporting-round.ts';
import { unconfirmedYears } from '../domain/working-calendar.ts';
import { DEFAULT_HOURS } from '../domain/working-hours.ts';
import type { Dependencies } from './dependencies.ts';
import { roundsFor } from './load-frame.ts';
import { loadOffice, type Office } from './load-office.ts';

export interface CalendarPeriod {
  readonly period: ReportPeriod;
  /** Null when it is everybody's. */
  readonly agency: string | null;
  readonly dueOn: CalendarDate;
  readonly remindBy: CalendarDate;
  readonly lateAfter: CalendarDate;
}

export interface PlannedReminder {
  /** With the office's offset. */
  readonly at: string;
  readonly period: ReportPeriod;
  /** Null while no agency is known. */
  readonly agency: string | null;
  /** Working days left; negative: working days overdue. */
  readonly rung: number;
  readonly to: readonly string[];
}

export interface YearCalendar {
  readonly year: number;
  /** Every day off of the year has been announced. */
  readonly confirmed: boolean;
  readonly periods: readonly CalendarPeriod[];
  readonly nonWorkingDays: readonly {
    readonly date: CalendarDate;
    readonly confirmed: boolean;
    readonly notice: string | null;
  }[];
  readonly workedSaturdays: readonly {
    readonly date: CalendarDate;
    readonly confirmed: boolean;
    readonly notice: string | null;
  }[];
  /** By time, then by the order of the organisation; all of them, as if nobody reported. */
  readonly reminders: readonly PlannedReminder[];
  readonly warnings: readonly { readonly code: 'yearUnconfirmed' | 'yearUnknown' }[];
}

/** Rounds, days off and every reminder of a year, from the calendar that is kept. */
export function showCalendar(
  { inTransaction, clock, timezone }: Dependencies,
  { year }: { readonly year: number },
): Promise<YearCalendar> {
  return inTransaction(async (stores) => {
    const office = await loadOffice(stores, { at: clock.now(), timezone, year });
    const days = (await stores.calendar.list()).filter(({ date }) => yearOf(date) === year);
    const listed = (kind: 'off' | 'worked') =>
      days
        .filter((each) => each.kind === kind)
        .map(({ date, isConfirmed, notice }) => ({ date, confirmed: isConfirmed, notice }));
    const isConfirmed = unconfirmedYears(office.calendar, [year]).length === 0;
    const warning = days.length === 0 ? 'yearUnknown' : 'yearUnconfirmed';
    return {
      year,
      confirmed: isConfirmed,
      periods: periodsOf(office, year),
      nonWorkingDays: listed('off'),
      workedSaturdays: listed('worked'),
      reminders: remindersOf(office, year, timezone),
      warnings: isConfirmed ? [] : [{ code: warning }],
    };
  });
}

type Holder = Pick<Agency, 'id' | 'level' | 'name'>;

function periodsOf(office: Office, year: number): CalendarPeriod[] {
  const general = roundsOfHolder(office, year, EVERYBODY).map((round) => periodOf(round, null));
  const own = office.agencies.flatMap((agency) =>
    roundsOfHolder(office, year, agency)
      .filter(({ agencyId }) => agencyId === agency.id)
      .map((round) => periodOf(round, agency.name)),
  );
  return [...general, ...own];
}

function periodOf(
  { period, dueOn, remindBy, lateAfter }: ReportingRound,
  agency: string | null,
): CalendarPeriod {
  return { period, agency, dueOn, remindBy, lateAfter };
}

function remindersOf(office: Office, year: number, timezone: string): PlannedReminder[] {
  const owing = office.agencies.filter(({ id }) => office.leavesByAgency.has(id));
  const known = owing.length > 0 ? owing : office.agencies;
  const holders: readonly Holder[] = known.length > 0 ? known : [EVERYBODY];
  const reminders = holders.flatMap((holder) => remindersTo(office, year, holder, timezone));
  return reminders.toSorted((left, right) => left.at.localeCompare(right.at));
}

function remindersTo(
  office: Office,
  year: number,
  holder: Holder,
  timezone: string,
): PlannedReminder[] {
  const settings = office.set?.settings ?? DEFAULT_SETTINGS;
  const rounds = roundsOfHolder(office, year, holder);
  const startOf = (round: ReportingRound | undefined) =>
    round === undefined
      ? dateOf(year, 12, 31)
      : (rungsOf(round, settings, office.calendar, round.remindBy)[0]?.plannedOn ?? round.remindBy);
  return rounds.flatMap((round, index) => {
    // A later round takes the reminding over as soon as its own first rung is reached.
    const end = startOf(rounds[index + 1]);
    const isLast = index === rounds.length - 1;
    return rungsOf(round, settings, office.calendar, end)
      .filter(({ plannedOn }) => isLast || plannedOn < end)
      .map((rung) => reminderOf(office, round, rung, holder, timezone));
  });
}

function reminderOf(
  office: Office,
  { period }: ReportingRound,
  { rung, plannedOn }: Rung,
  holder: Holder,
  timezone: string,
): PlannedReminder {
  const at = isoInZone(instantOf(plannedOn, DEFAULT_HOURS.remindAt, timezone), timezone);
  const agency = holder === EVERYBODY ? null : holder.name;
  return { at, period, agency, rung, to: receiversOf(office, holder) };
}

/** The officers of the agency, else its head, else the secretaries. Source: script TX-08. */
function receiversOf(office: Office, { id }: Holder): string[] {
  const active = office.people.filter(({ state }) => state === 'active');
  const own = active.filter(({ agencyId }) => agencyId === id);
  const officers = own.filter(({ role }) => role === 'officer');
  const heads = own.filter(({ role }) => role === 'head');
  const secretaries = active.filter(({ role }) => role === 'secretary');
  const receivers = [officers, heads, secretaries].find((group) => group.length > 0) ?? [];
  return receivers.map(({ name }) => name);
}

function roundsOfHolder(office: Office, year: number, holder: Holder): readonly ReportingRound[] {
  const set = office.set?.year === year ? office.set : null;
  return roundsFor(set, year, holder, office.calendar);
}
