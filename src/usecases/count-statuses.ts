import type { CommitmentStatus } from '../domain/commitment-status.ts';
import { parentStatus } from '../domain/parent-status.ts';
import { settingsOf } from './load-frame.ts';
import { idsOf, type Overview } from './load-overview.ts';
import type { ChangedLeaf, ChildStatus } from './ports/standing-store.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** How many items of each status there were, by the set's counting unit. Source: decision 6. */
export async function countStatuses(
  stores: Stores,
  overview: Overview,
): Promise<Record<CommitmentStatus, number>> {
  const unit = settingsOf(overview).countingUnit;
  const counts = await stores.standings.countByStatus(idsOf(overview.sets), unit);
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
