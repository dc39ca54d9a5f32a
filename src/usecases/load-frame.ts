import type { Agency } from '../domain/agency.ts';
import { yearOf } from '../domain/calendar-date.ts';
import { type CommitmentSet, DEFAULT_RULES, DEFAULT_SETTINGS } from '../domain/commitment-set.ts';
import { type LocalTime, localTimeOf } from '../domain/local-time.ts';
import { rememberedBy } from '../domain/remembered.ts';
import type { ReportPeriod } from '../domain/report-period.ts';
import {
  type AskedToday,
  askedOn,
  askedRound,
  type ReportingRound,
  roundsOf,
} from '../domain/reporting-round.ts';
import {
  type CalendarDay,
  createWorkingCalendar,
  type WorkingCalendar,
} from '../domain/working-calendar.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** What is the same for every agency at an instant, and changes seldom. */
export interface Frame {
  readonly at: Date;
  readonly now: LocalTime;
  readonly calendar: WorkingCalendar;
  /** In the order of the organisation. */
  readonly agencies: readonly Agency[];
  /** Every set of every year. */
  readonly allSets: readonly CommitmentSet[];
  /** Those of the year that is meant; the first gives rules and settings. */
  readonly sets: readonly CommitmentSet[];
  /** Null before the first import. */
  readonly set: CommitmentSet | null;
  readonly roundsByAgency: ReadonlyMap<number, readonly ReportingRound[]>;
  /** What those rounds ask for today. */
  askedOf(rounds: readonly ReportingRound[]): AskedToday;
}

export interface Moment {
  readonly at: Date;
  readonly timezone: string;
  /** The year whose commitments are meant; by default that of `at`, or the nearest earlier one. */
  readonly year?: number;
}

export async function loadFrame(
  stores: Stores,
  { at, timezone, year: wanted }: Moment,
): Promise<Frame> {
  const now = localTimeOf(at, timezone);
  const [days, agencies, allSets] = await Promise.all([
    stores.calendar.list(),
    stores.agencies.list(),
    stores.commitments.listSets(),
  ]);
  const year = wanted ?? yearOf(now.date);
  const calendar = calendarOf(days);
  const sets = setsOfYear(allSets, year);
  const set = sets[0] ?? null;
  const roundsByAgency = roundsOfAll({ agencies, set, year, calendar });
  const settings = settingsOf({ set });
  const askedOf = rememberedBy((rounds: readonly ReportingRound[]) =>
    askedOn(rounds, { today: now.date, calendar, settings }),
  );
  return { at, now, calendar, agencies, allSets, sets, set, roundsByAgency, askedOf };
}

/** The settings of the year's set, or the default ones. */
export function settingsOf({ set }: Pick<Frame, 'set'>) {
  return set?.settings ?? DEFAULT_SETTINGS;
}

/** The round that an agency's officer is asked about, and that an update counts for. */
export function roundAskedIn(
  frame: Frame,
  agencyId: number,
  hasMissing: (period: ReportPeriod, rounds: readonly ReportingRound[]) => boolean,
): ReportingRound | null {
  const rounds = frame.roundsByAgency.get(agencyId) ?? [];
  return askedRound(frame.askedOf(rounds), (period) => hasMissing(period, rounds));
}

/** The rounds of an agency: those of the set, or the default rules where there is none. */
export function roundsFor(
  set: CommitmentSet | null,
  year: number,
  agency: Pick<Agency, 'id' | 'level'>,
  calendar: WorkingCalendar,
): readonly ReportingRound[] {
  return roundsOf(set ?? { ...NO_SET, year }, agency, calendar);
}

const NO_SET: CommitmentSet = {
  id: 0,
  year: 0,
  name: '',
  authority: null,
  rules: DEFAULT_RULES,
  settings: DEFAULT_SETTINGS,
};

interface RoundsBase {
  readonly agencies: readonly Agency[];
  readonly set: CommitmentSet | null;
  readonly year: number;
  readonly calendar: WorkingCalendar;
}

type RoundsByAgency = Frame['roundsByAgency'];

const lastRounds = new WeakMap<
  readonly Agency[],
  { readonly base: RoundsBase; readonly rounds: RoundsByAgency }
>();

/** Worked out anew only where something of it changed: agencies, set and days are remembered too. */
function roundsOfAll(base: RoundsBase): RoundsByAgency {
  const { agencies, set, year, calendar } = base;
  const last = lastRounds.get(agencies);
  const isSame =
    last?.base.set === set && last.base.year === year && last.base.calendar === calendar;
  if (isSame) return last.rounds;
  const rounds = roundsByLevel(agencies, set ?? { ...NO_SET, year }, calendar);
  lastRounds.set(agencies, { base, rounds });
  return rounds;
}

/** Agencies of a level share their rounds, but for those with a rule of their own. */
function roundsByLevel(
  agencies: readonly Agency[],
  set: CommitmentSet,
  calendar: WorkingCalendar,
): RoundsByAgency {
  const withOwn = new Set(set.rules.map(({ agencyId }) => agencyId));
  const ofLevel = rememberedBy((level: Agency['level']) =>
    roundsOf(set, { id: 0, level }, calendar),
  );
  return new Map(
    agencies.map((agency) => [
      agency.id,
      withOwn.has(agency.id) ? roundsOf(set, agency, calendar) : ofLevel(agency.level),
    ]),
  );
}

/** The sets of that year, else of the nearest earlier year, else of the first that there is. */
function setsOfYear(sets: readonly CommitmentSet[], year: number): CommitmentSet[] {
  const years = sets.map((set) => set.year);
  const earlier = years.filter((known) => known <= year);
  const meant = earlier.length > 0 ? Math.max(...earlier) : Math.min(...years);
  return sets.filter((set) => set.year === meant);
}

const calendars = new WeakMap<readonly CalendarDay[], WorkingCalendar>();

/** The days are remembered between messages, so the calendar that follows from them is too. */
function calendarOf(days: readonly CalendarDay[]): WorkingCalendar {
  const calendar = calendars.get(days) ?? createWorkingCalendar(days);
  calendars.set(days, calendar);
  return calendar;
}
