import type { Agency } from './agency.ts';
import { type CalendarDate, daysBetween, mondayOf } from './calendar-date.ts';
import type { OverdueMilestone, OverdueRound } from './overdue.ts';
import { type WorkingCalendar, workingDayOnOrAfter } from './working-calendar.ts';

/** What was overdue on a day. */
export interface OverdueState {
  readonly rounds: readonly OverdueRound[];
  readonly milestones: readonly OverdueMilestone[];
}

/** Against a week before: agencies with a late report, and items missing or past their milestone. */
export interface DigestChange {
  readonly agenciesAdded: number;
  readonly agenciesRemoved: number;
  readonly itemsAdded: number;
  readonly itemsRemoved: number;
}

export interface Digest {
  /** Earliest deadline first, within it the order of the organisation. */
  readonly rounds: readonly OverdueRound[];
  /** In the order of the organisation, within it the earliest first. */
  readonly milestones: readonly OverdueMilestone[];
  /** Agencies that have something overdue and may only be counted. Source: decision 9. */
  readonly offChatAgencies: number;
  /** Milestones passed that may only be counted although their agency is named. */
  readonly offChatItems: number;
  readonly change: DigestChange;
}

interface DigestFrame {
  readonly agencies: readonly Pick<Agency, 'id' | 'position' | 'isOffChat'>[];
  /** Items that no chat may name, of whatever agency. */
  readonly offChatCommitmentIds: ReadonlySet<number>;
}

/** What the weekly digest tells a group; an agency that is not among `agencies` is left out. */
export function digestFor(now: OverdueState, weekBefore: OverdueState, frame: DigestFrame): Digest {
  const offChat = frame.agencies.filter(({ isOffChat }) => isOffChat).map(({ id }) => id);
  const overdue = new Set([...now.rounds, ...now.milestones].map(({ agencyId }) => agencyId));
  const told = toldOf(now, frame);
  const all = toldOf(now, { ...frame, offChatCommitmentIds: new Set() });
  return {
    ...told,
    offChatAgencies: offChat.filter((id) => overdue.has(id)).length,
    offChatItems: all.milestones.length - told.milestones.length,
    change: changeOf(told, toldOf(weekBefore, frame)),
  };
}

/** Whether today is the first working day of its ISO week. Source: deadline D11. */
export function isDigestDay(calendar: WorkingCalendar, today: CalendarDate): boolean {
  return workingDayOnOrAfter(calendar, mondayOf(today)) === today;
}

/** What may be told of a state, sorted. */
function toldOf(
  { rounds, milestones }: OverdueState,
  { agencies, offChatCommitmentIds }: DigestFrame,
): OverdueState {
  const tellable = agencies
    .filter(({ isOffChat }) => !isOffChat)
    .sort((left, right) => left.position - right.position);
  const named = milestones.filter(({ commitmentId }) => !offChatCommitmentIds.has(commitmentId));
  const roundsOf = Map.groupBy(rounds, ({ agencyId }) => agencyId);
  const milestonesOf = Map.groupBy(named, ({ agencyId }) => agencyId);
  return {
    rounds: tellable
      .flatMap(({ id }) => roundsOf.get(id) ?? [])
      .sort((left, right) => daysBetween(right.round.dueOn, left.round.dueOn)),
    milestones: tellable.flatMap(({ id }) =>
      (milestonesOf.get(id) ?? []).toSorted((left, right) => daysBetween(right.dueOn, left.dueOn)),
    ),
  };
}

function changeOf(now: OverdueState, before: OverdueState): DigestChange {
  return {
    agenciesAdded: surplus(lateAgencies(now), lateAgencies(before)),
    agenciesRemoved: surplus(lateAgencies(before), lateAgencies(now)),
    itemsAdded: surplus(overdueItems(now), overdueItems(before)),
    itemsRemoved: surplus(overdueItems(before), overdueItems(now)),
  };
}

/** Counts, under whatever they are counted by. */
type Tally = ReadonlyMap<string, number>;

function lateAgencies({ rounds }: OverdueState): Tally {
  return new Map(rounds.map(({ agencyId }) => [`${agencyId}`, 1]));
}

/** How many items are overdue for each reason to be so. */
function overdueItems({ rounds, milestones }: OverdueState): Tally {
  return new Map([
    ...rounds.map(
      ({ agencyId, period, round, missing }) =>
        [`${agencyId} ${round.year} ${period}`, missing] as const,
    ),
    ...milestones.map(({ commitmentId }) => [`milestone ${commitmentId}`, 1] as const),
  ]);
}

/** How many more there are than in the other tally, counting only where there are more. */
function surplus(tally: Tally, other: Tally): number {
  return [...tally].reduce(
    (sum, [key, count]) => sum + Math.max(0, count - (other.get(key) ?? 0)),
    0,
  );
}
