import { type Commitment, leavesOf, type ProgressLine } from './commitment.ts';
import type { CommitmentStatus } from './commitment-status.ts';
import { asTyped, leavesNamed, type NamedItems } from './named-items.ts';

/** One status for whatever is open but for the items named. Source: moonshot M2. */
export interface BulkUpdate {
  /** Null where only the items named are meant. */
  readonly status: CommitmentStatus | null;
  readonly named: readonly NamedItems[];
}

/** What would be written of an item once the person agrees. */
export interface DraftItem {
  readonly item: number;
  /** The version that stood when it was drafted, 0 for none. */
  readonly seen: number;
  /** Null for one that is asked by itself afterwards. */
  readonly status: CommitmentStatus | null;
  readonly result: string | null;
}

export interface Draft {
  /** In the order of the paper. */
  readonly items: readonly DraftItem[];
  /** Items that are stopped or were to be: that needs the superior's document. Source: rule R18. */
  readonly stopped: readonly Commitment[];
  /** Named items that may not appear in a chat: only counted. Source: decision 9. */
  readonly offChat: number;
  /** What was named and is no item, as typed. */
  readonly notFound: readonly string[];
}

/** An agency's items and how they stand. */
export interface AgencyItems {
  readonly commitments: readonly Commitment[];
  /** The leaves that are owed in the round asked for. */
  readonly missing: readonly Commitment[];
  /** By leaf; an item of which nothing was said is absent. */
  readonly standing: ReadonlyMap<number, ProgressLine>;
}

/**
 * What a bulk update would write, on top of an earlier draft: all that is missing gets the status,
 * then the items named get theirs. What is off chat or stopped is never part of it.
 */
export function draftBulk(
  { status, named }: BulkUpdate,
  agency: AgencyItems,
  earlier: readonly DraftItem[] = [],
): Draft {
  const wanted = new Map(earlier.map((draft) => [draft.item, draft]));
  const want = (leaves: readonly Commitment[], said: Pick<DraftItem, 'status' | 'result'>) => {
    for (const { id } of leaves) {
      const seen = wanted.get(id)?.seen ?? agency.standing.get(id)?.version ?? 0;
      wanted.set(id, { item: id, seen, status: said.status, result: said.result });
    }
  };
  if (status !== null) want(agency.missing, { status, result: null });
  const found = named.map((each) => ({ each, leaves: leavesNamed(each, agency.commitments) }));
  for (const { each, leaves } of found) {
    // One that is reported and named without a status is only spared.
    const isAsked = (leaf: Commitment) => each.status !== null || agency.missing.includes(leaf);
    want(leaves.filter(isAsked), each);
  }

  const drafted = leavesOf(agency.commitments).flatMap((leaf) => {
    const draft = wanted.get(leaf.id);
    return draft === undefined || leaf.isOffChat ? [] : [{ leaf, draft }];
  });
  const isStopped = ({ draft: { item, status: to } }: (typeof drafted)[number]) =>
    to === 'stopped' || agency.standing.get(item)?.status === 'stopped';
  return {
    items: drafted.filter((each) => !isStopped(each)).map(({ draft }) => draft),
    stopped: drafted.filter(isStopped).map(({ leaf }) => leaf),
    offChat: new Set(found.flatMap(({ leaves }) => leaves.filter(({ isOffChat }) => isOffChat)))
      .size,
    notFound: found.filter(({ leaves }) => leaves.length === 0).map(({ each }) => asTyped(each)),
  };
}
