import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Commitment, ProgressLine } from '../domain/commitment.ts';
import type { CommitmentStatus } from '../domain/commitment-status.ts';
import { parentStatus } from '../domain/parent-status.ts';
import { countMissing, type Standing, standingOf, type Tally } from '../domain/standing.ts';
import { isSettled } from '../domain/status-transition.ts';
import { type Frame, loadFrame, type Moment, roundAskedIn, settingsOf } from './load-frame.ts';
import { wasSaidBy } from './load-office.ts';
import type { ChangedLeaf, ChildStatus } from './ports/standing-store.ts';
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

/**
 * The office as it stood at an instant: as it stands now, but for the items on which people have
 * reported since. The cost goes with what changed, not with what is there.
 */
export async function loadOverview(
  stores: Stores,
  { agencyIds, ...moment }: Scope,
): Promise<Overview> {
  const frame = await loadFrame(stores, moment);
  const allIds = frame.allSets.map(({ id }) => id);
  const setIds = frame.sets.map(({ id }) => id);
  if (setIds.length === 0) {
    return { ...frame, talliesByAgency: new Map(), milestones: [], changed: [] };
  }
  const [tallies, milestones, changedLeaves] = await Promise.all([
    stores.standings.tallies(setIds, agencyIds),
    stores.standings.openMilestones(allIds, agencyIds),
    stores.standings.changedAfter(allIds, frame.at),
  ]);
  const wanted = changedLeaves.filter(
    (leaf) => agencyIds === undefined || agencyIds.includes(leaf.agencyId),
  );
  const { changed, items } = await asTheyStood(stores, wanted, frame.at);
  const inYear = new Set(items.filter(({ setId }) => setIds.includes(setId)).map(({ id }) => id));
  return {
    ...frame,
    talliesByAgency: corrected(
      tallies,
      changed.filter(({ commitmentId }) => inYear.has(commitmentId)),
    ),
    milestones: milestonesThen(milestones.flatMap(asMilestone), changed, items, frame),
    changed: changed.filter(({ commitmentId }) => inYear.has(commitmentId)),
  };
}

/** The round that an agency's officer is asked about. */
export function roundAskedOverall(overview: Overview, agencyId: number) {
  const tallies = overview.talliesByAgency.get(agencyId) ?? [];
  return roundAskedIn(overview, agencyId, (period, rounds) => {
    return countMissing(tallies, period, rounds) > 0;
  });
}

/** How many items of each status there were, by the set's counting unit. Source: decision 6. */
export async function countStatuses(
  stores: Stores,
  overview: Overview,
): Promise<Record<CommitmentStatus, number>> {
  const unit = settingsOf(overview).countingUnit;
  const setIds = overview.sets.map(({ id }) => id);
  const counts = await stores.standings.countByStatus(setIds, unit);
  const move = (from: CommitmentStatus, to: CommitmentStatus) => {
    counts[from] -= 1;
    counts[to] += 1;
  };
  const { changed } = overview;
  const isCounted = ({ parentId }: ChangedLeaf) => unit === 'leaf' || parentId === null;
  for (const { stands, stood } of changed.filter(isCounted)) move(stands.status, stood.status);
  if (unit === 'leaf') return counts;
  const stood = new Map(changed.map((leaf) => [leaf.commitmentId, leaf.stood.status]));
  const families = await familiesOf(
    stores,
    changed.map(({ parentId }) => parentId),
  );
  for (const [id, children] of families) {
    const isTop = children[0]?.grandparentId === null;
    if (isTop)
      move(parentStatus(children.map(({ status }) => status)), stoodAs(id, families, stood));
  }
  return counts;
}

type Families = ReadonlyMap<number, readonly ChildStatus[]>;

/** The children of some parents, of their parents, and so on up. */
async function familiesOf(
  stores: Stores,
  parentIds: readonly (number | null)[],
): Promise<Families> {
  const families = new Map<number, readonly ChildStatus[]>();
  let open = parentIds;
  while (open.length > 0) {
    const ids = open.flatMap((id) => (id === null || families.has(id) ? [] : [id]));
    const children = await stores.standings.childrenOf([...new Set(ids)]);
    for (const [id, own] of Map.groupBy(children, ({ parentId }) => parentId)) {
      families.set(id, own);
    }
    open = children.map(({ grandparentId }) => grandparentId);
  }
  return families;
}

/** A parent as it followed from its children, as far as those stood otherwise. Source: decision 7. */
function stoodAs(
  id: number,
  families: Families,
  stood: ReadonlyMap<number, CommitmentStatus>,
): CommitmentStatus {
  const children = families.get(id) ?? [];
  return parentStatus(
    children.map(({ commitmentId, status }) =>
      families.has(commitmentId)
        ? stoodAs(commitmentId, families, stood)
        : (stood.get(commitmentId) ?? status),
    ),
  );
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
