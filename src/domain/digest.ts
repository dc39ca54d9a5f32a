import type { Agency } from './agency.ts';
import { byDate, type CalendarDate, mondayOf } from './calendar-date.ts';
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
  const { agencies, offChatCommitmentIds } = frame;
  const tellable = agencies
    .filter(({ isOffChat }) => !isOffChat)
    .sort((left, right) => left.position - right.position);
  const offChat = agencies.filter(({ isOffChat }) => isOffChat).map(({ id }) => id);
  const overdue = new Set([...now.rounds, ...now.milestones].map(({ agencyId }) => agencyId));
  const known = new Set(tellable.map(({ id }) => id));
  const told = toldOf(now, tellable, offChatCommitmentIds);
  return {
    ...told,
    offChatAgencies: offChat.filter((id) => overdue.has(id)).length,
    offChatItems: now.milestones.filter(
      ({ agencyId, commitmentId }) => offChatCommitmentIds.has(commitmentId) && known.has(agencyId),
    ).length,
    change: changeOf(told, toldOf(weekBefore, tellable, offChatCommitmentIds)),
  };
}

/** Whether today is the first working day of its ISO week. Source: deadline D11. */
export function isDigestDay(calendar: WorkingCalendar, today: CalendarDate): boolean {
  return workingDayOnOrAfter(calendar, mondayOf(today)) === today;
}

/** What may be told of a state: of these agencies, in their order, and not of those items. */
function toldOf(
  { rounds, milestones }: OverdueState,
  tellable: DigestFrame['agencies'],
  offChatCommitmentIds: ReadonlySet<number>,
): OverdueState {
  const named = milestones.filter(({ commitmentId }) => !offChatCommitmentIds.has(commitmentId));
  const roundsOf = Map.groupBy(rounds, ({ agencyId }) => agencyId);
  const milestonesOf = Map.groupBy(named, ({ agencyId }) => agencyId);
  return {
    rounds: tellable
      .flatMap(({ id }) => roundsOf.get(id) ?? [])
      .sort((left, right) => byDate(left.round.dueOn, right.round.dueOn)),
    milestones: tellable.flatMap(({ id }) =>
      (milestonesOf.get(id) ?? []).toSorted((left, right) => byDate(left.dueOn, right.dueOn)),
    ),
  };
}

function changeOf(now: OverdueState, before: OverdueState): DigestChange {
  const agencies = changeBetween(lateAgencies(before), lateAgencies(now));
  const items = changeBetween(overdueItems(before), overdueItems(now));
  return {
    agenciesAdded: agencies.added,
    agenciesRemoved: agencies.removed,
    itemsAdded: items.added,
    itemsRemoved: items.removed,
  };
}

/** Counts, under whatever they are counted by. */
type Tally = ReadonlyMap<string | number, number>;

function lateAgencies({ rounds }: OverdueState): Tally {
  return new Map(rounds.map(({ agencyId }) => [agencyId, 1]));
}

/** How many items are overdue for each reason to be so. */
function overdueItems({ rounds, milestones }: OverdueState): Tally {
  const tally = new Map<string | number, number>();
  for (const { agencyId, period, round, missing } of rounds) {
    tally.set(`${agencyId} ${round.year} ${period}`, missing);
  }
  for (const { commitmentId } of milestones) tally.set(commitmentId, 1);
  return tally;
}

/** How much the counts grew where they grew, and shrank where they shrank. */
function changeBetween(before: Tally, now: Tally): { added: number; removed: number } {
  let added = 0;
  let removed = 0;
  for (const [key, count] of now) added += Math.max(0, count - (before.get(key) ?? 0));
  for (const [key, count] of before) removed += Math.max(0, count - (now.get(key) ?? 0));
  return { added, removed };
}
