import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Commitment, ProgressLine } from '../domain/commitment.ts';
import type { ReportingRound } from '../domain/reporting-round.ts';
import {
  countLeaves,
  countMissing,
  type Standing,
  standingOf,
  type Tally,
} from '../domain/standing.ts';
import { isSettled } from '../domain/status-transition.ts';
import { type Frame, loadFrame, type Moment, roundAskedIn } from './load-frame.ts';
import { wasSaidBy } from './load-office.ts';
import type { ChangedLeaf } from './ports/standing-store.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** An unsettled leaf whose text names its last day. */
export type MilestoneItem = Commitment & { readonly milestoneOn: CalendarDate };

/** Where many agencies stand at an instant, counted, without the words of their items. */
export interface Overview extends Frame {
  readonly talliesByAgency: ReadonlyMap<number, readonly Tally[]>;
  /** Of every year, by the order of the organisation. */
  readonly milestones: readonly MilestoneItem[];
  /** Leaves that stood otherwise at the instant than they do now. */
  readonly changed: readonly Changed[];
}

interface Changed extends ChangedLeaf {
  readonly stood: Standing;
  readonly stands: Standing;
}

interface Scope extends Moment {
  readonly agencyIds?: readonly number[];
}

/** The office as it stood at an instant. */
export async function loadOverview(
  stores: Stores,
  { agencyIds, ...moment }: Scope,
): Promise<Overview> {
  const frame = await loadFrame(stores, moment);
  return asOf(stores, frame, await countNow(stores, frame, agencyIds));
}

/** The office as it stood at two instants of the same year's commitments, the earlier one second. */
export async function loadTwoOverviews(
  stores: Stores,
  moment: Pick<Moment, 'at' | 'timezone'>,
  before: Date,
): Promise<readonly [Overview, Overview]> {
  const frame = await loadFrame(stores, moment);
  const { set } = frame;
  const year = set === null ? {} : { year: set.year };
  const earlier = await loadFrame(stores, { ...moment, ...year, at: before });
  const now = await countNow(stores, frame, undefined);
  return [await asOf(stores, frame, now), await asOf(stores, earlier, now)];
}

/** As it all stands now, whatever the frame's instant. */
interface Counted {
  readonly agencyIds: readonly number[] | undefined;
  readonly tallies: ReadonlyMap<number, readonly Tally[]>;
  readonly open: readonly MilestoneItem[];
}

async function countNow(
  stores: Stores,
  { sets, allSets }: Frame,
  agencyIds: readonly number[] | undefined,
): Promise<Counted> {
  if (sets.length === 0) return { agencyIds, tallies: new Map(), open: [] };
  const [tallies, milestones] = await Promise.all([
    stores.standings.tallies(idsOf(sets), agencyIds),
    stores.standings.openMilestones(idsOf(allSets), agencyIds),
  ]);
  return { agencyIds, tallies, open: milestones.flatMap(asMilestone) };
}

/**
 * As it stands now, but for the items on which people have reported since the frame's instant. The
 * cost goes with what changed, not with what is there.
 */
async function asOf(
  stores: Stores,
  frame: Frame,
  { agencyIds, tallies, open }: Counted,
): Promise<Overview> {
  const leaves =
    frame.sets.length === 0
      ? []
      : await stores.standings.changedAfter(idsOf(frame.allSets), frame.at);
  const wanted = leaves.filter(
    ({ agencyId }) => agencyIds === undefined || agencyIds.includes(agencyId),
  );
  const { changed, items } = await asTheyStood(stores, wanted, frame.at);
  const setIds = idsOf(frame.sets);
  const inYear = new Set(items.filter(({ setId }) => setIds.includes(setId)).map(({ id }) => id));
  const changedInYear = changed.filter(({ commitmentId }) => inYear.has(commitmentId));
  return {
    ...frame,
    talliesByAgency: corrected(tallies, changedInYear),
    milestones: milestonesThen(open, changed, items, frame),
    changed: changedInYear,
  };
}

/** The ids of sets, in their order. */
export function idsOf(sets: Frame['sets']): number[] {
  return sets.map(({ id }) => id);
}

/** What an agency owes of the round that its officer is asked about. */
export interface OwedRound {
  readonly round: ReportingRound;
  /** Leaves not reported, at least one, of all that it owes. */
  readonly missing: number;
  readonly of: number;
}

/** Null for an agency that owes nothing of it, or nothing at all. */
export function owedRoundOf(overview: Overview, agencyId: number): OwedRound | null {
  const tallies = overview.talliesByAgency.get(agencyId);
  if (tallies === undefined) return null;
  const round = roundAskedIn(overview, agencyId, (period, rounds) => {
    return countMissing(tallies, period, rounds) > 0;
  });
  if (round === null) return null;
  const rounds = overview.roundsByAgency.get(agencyId) ?? [];
  const missing = countMissing(tallies, round.period, rounds);
  return missing === 0 ? null : { round, missing, of: countLeaves(tallies) };
}

async function asTheyStood(
  stores: Stores,
  leaves: readonly ChangedLeaf[],
  at: Date,
): Promise<{ changed: Changed[]; items: readonly Commitment[] }> {
  const ids = leaves.map(({ commitmentId }) => commitmentId);
  const [lines, items] = await Promise.all([
    stores.progress.listOf(ids),
    stores.commitments.listByIds(ids),
  ]);
  const linesById = Map.groupBy(lines, ({ commitmentId }) => commitmentId);
  const changed = leaves.map((leaf) => {
    const own: readonly ProgressLine[] = linesById.get(leaf.commitmentId) ?? [];
    const stood = standingOf(own.filter((line) => wasSaidBy(line, at)));
    return { ...leaf, stood, stands: standingOf(own) };
  });
  return { changed, items };
}

function corrected(
  tallies: ReadonlyMap<number, readonly Tally[]>,
  changed: readonly Changed[],
): ReadonlyMap<number, readonly Tally[]> {
  if (changed.length === 0) return tallies;
  const result = new Map(tallies);
  for (const { agencyId, stood, stands } of changed) {
    const own = result.get(agencyId);
    if (own === undefined) continue;
    result.set(agencyId, [
      ...own,
      { reportedIn: stands.reportedIn, leaves: -1 },
      { reportedIn: stood.reportedIn, leaves: 1 },
    ]);
  }
  return result;
}

function milestonesThen(
  open: readonly MilestoneItem[],
  changed: readonly Changed[],
  items: readonly Commitment[],
  { agencies }: Frame,
): readonly MilestoneItem[] {
  if (changed.length === 0) return open;
  const stoodById = new Map(changed.map(({ commitmentId, stood }) => [commitmentId, stood]));
  const was = items
    .filter(({ id }) => !isSettled(stoodById.get(id)?.status ?? 'unknown'))
    .flatMap(asMilestone);
  const place = new Map(agencies.map(({ id }, index) => [id, index]));
  return [...open.filter(({ id }) => !stoodById.has(id)), ...was].sort(
    (left, right) =>
      (place.get(left.agencyId) ?? 0) - (place.get(right.agencyId) ?? 0) ||
      left.setId - right.setId ||
      left.position - right.position,
  );
}

function asMilestone(item: Commitment): MilestoneItem[] {
  return item.milestoneOn === null ? [] : [{ ...item, milestoneOn: item.milestoneOn }];
}
