import { sql } from 'drizzle-orm';
import { standingsOfTree } from '../domain/standing.ts';
import type { NewTreeItem } from '../usecases/ports/commitment-store.ts';
import { rowOf } from './commitment-row.ts';
import type { Db } from './database.ts';
import { bitsOf } from './period-bits.ts';
import { commitment } from './schema/commitment.ts';
import { periodLine } from './schema/period-line.ts';
import { standing } from './schema/standing.ts';

/** A statement takes 65,535 values at most; no row has more than twenty. */
const ROWS_AT_ONCE = 1_000;

/**
 * Adds whole trees of new items with what a paper says of them, in a few statements however many
 * they are: what stands is reckoned here once instead of item by item in the database.
 */
export async function addTree(db: Db, items: readonly NewTreeItem[]): Promise<void> {
  const ids = await addItems(db, items);
  const standings = standingsOfTree(items);
  const idAt = (index: number | null) => (index === null ? null : (ids[index] ?? null));
  const placed = items.map(({ commitment: item, parentAt, line }, index) => ({
    ...{ item, line, id: ids[index] ?? 0, parentId: idAt(parentAt), stands: standings[index] },
  }));
  for (const rows of inChunks(placed)) {
    await db.insert(standing).values(
      rows.map(({ id, parentId, item: { setId, agencyId, milestoneOn }, stands }) => ({
        ...{ commitmentId: id, setId, agencyId, parentId, milestoneOn },
        isLeaf: stands?.isLeaf ?? true,
        status: stands?.status ?? 'unknown',
        reportedIn: bitsOf(stands?.reportedIn ?? new Set()),
      })),
    );
  }
  const lines = placed.flatMap(({ id, line }) =>
    line === null ? [] : [{ ...line, commitmentId: id }],
  );
  for (const rows of inChunks(lines)) await db.insert(periodLine).values(rows);
}

/** Gives the ids in the order of the list, which is the paper's; parents are named afterwards. */
async function addItems(db: Db, items: readonly NewTreeItem[]): Promise<number[]> {
  const ids: number[] = [];
  for (const rows of inChunks(items)) {
    const added = await db
      .insert(commitment)
      .values(rows.map((row) => rowOf({ ...row.commitment, parentId: null })))
      .returning({ id: commitment.id });
    ids.push(...added.map(({ id }) => id));
  }
  const pairs = items.flatMap(({ parentAt }, index) =>
    parentAt === null ? [] : [sql`(${ids[index]}::int, ${ids[parentAt]}::int)`],
  );
  for (const rows of inChunks(pairs)) {
    await db.execute(sql`
      update ${commitment} set parent_id = pair.parent
      from (values ${sql.join(rows, sql`, `)}) as pair (child, parent)
      where ${commitment.id} = pair.child`);
  }
  return ids;
}

function* inChunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    yield rows.slice(from, from + ROWS_AT_ONCE);
  }
}
