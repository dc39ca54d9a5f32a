import type { Agency } from '../domain/agency.ts';
import { yearOf } from '../domain/calendar-date.ts';
import { type Commitment, leavesOf, type ProgressLine } from '../domain/commitment.ts';
import { type CommitmentSet, DEFAULT_RULES, DEFAULT_SETTINGS } from '../domain/commitment-set.ts';
import { type LocalTime, localTimeOf } from '../domain/local-time.ts';
import { effectiveLines } from '../domain/progress.ts';
import { type ReportingRound, roundsOf } from '../domain/reporting-round.ts';
import { createWorkingCalendar, type WorkingCalendar } from '../domain/working-calendar.ts';
import type { Person } from './ports/people-store.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** Everything that decides what is due at an instant, read in one go. */
export interface Office {
  readonly at: Date;
  readonly now: LocalTime;
  readonly calendar: WorkingCalendar;
  /** In the order of the organisation. */
  readonly agencies: readonly Agency[];
  /** Null before the first import. */
  readonly set: CommitmentSet | null;
  readonly commitments: readonly Commitment[];
  /** Oldest first; what people said after `at` is left out, what papers brought is not. */
  readonly lines: readonly ProgressLine[];
  readonly leavesByAgency: ReadonlyMap<number, readonly Commitment[]>;
  readonly roundsByAgency: ReadonlyMap<number, readonly ReportingRound[]>;
  readonly people: readonly Person[];
}

interface Moment {
  readonly at: Date;
  readonly timezone: string;
  /** The year whose commitments are meant; by default that of `at`, or the nearest earlier one. */
  readonly year?: number;
}

/** The office as it stood at an instant. Empty lists before anything was imported. */
export async function loadOffice(stores: Stores, { at, timezone, year }: Moment): Promise<Office> {
  const now = localTimeOf(at, timezone);
  const [days, agencies, sets, people] = [
    await stores.calendar.list(),
    await stores.agencies.list(),
    await stores.commitments.listSets(),
    await stores.people.list(),
  ];
  const calendar = createWorkingCalendar(days);
  const chosen = setsOfYear(sets, year ?? yearOf(now.date));
  const setIds = chosen.map(({ id }) => id);
  const commitments = setIds.length === 0 ? [] : await stores.commitments.list(setIds);
  const lines = setIds.length === 0 ? [] : await stores.progress.list(setIds);
  const set = chosen[0] ?? null;
  return {
    at,
    now,
    calendar,
    agencies,
    set,
    commitments,
    lines: effectiveLines(
      lines.filter(({ personId, recordedAt }) => personId === null || recordedAt <= at),
    ),
    leavesByAgency: groupByAgency(leavesOf(commitments)),
    roundsByAgency: new Map(
      agencies.map((agency) => [
        agency.id,
        roundsFor(set, year ?? yearOf(now.date), agency, calendar),
      ]),
    ),
    people,
  };
}

/** The rounds of an agency: those of the set, or the default rules where there is none. */
export function roundsFor(
  set: CommitmentSet | null,
  year: number,
  agency: Pick<Agency, 'id' | 'level'>,
  calendar: WorkingCalendar,
): readonly ReportingRound[] {
  return roundsOf(set ?? { ...DEFAULT_SET, year }, agency, calendar);
}

const DEFAULT_SET: CommitmentSet = {
  id: 0,
  year: 0,
  name: '',
  authority: null,
  rules: DEFAULT_RULES,
  settings: DEFAULT_SETTINGS,
};

/** The sets of that year, else of the nearest earlier year, else of the first that there is. */
function setsOfYear(sets: readonly CommitmentSet[], year: number): CommitmentSet[] {
  const years = sets.map((set) => set.year);
  const earlier = years.filter((known) => known <= year);
  const meant = earlier.length > 0 ? Math.max(...earlier) : Math.min(...years);
  return sets.filter((set) => set.year === meant);
}

function groupByAgency(commitments: readonly Commitment[]): Map<number, readonly Commitment[]> {
  return Map.groupBy(commitments, ({ agencyId }) => agencyId);
}
