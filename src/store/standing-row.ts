import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Commitment } from '../domain/commitment.ts';
import { COMMITMENT_STATUSES } from '../domain/commitment-status.ts';
import { parentStatus } from '../domain/parent-status.ts';
import type { Standing } from '../domain/standing.ts';
import type { Db } from './database.ts';
import { bitsOf } from './period-bits.ts';
import { standing } from './schema/standing.ts';

/** A new item, of which nothing is known; its parent is a leaf no more. */
export async function addStanding(
  db: Db,
  { id, setId, agencyId, parentId, milestoneOn }: Commitment,
): Promise<void> {
  await db.insert(standing).values({
    commitmentId: id,
    setId,
    agencyId,
    parentId,
    isLeaf: true,
    status: 'unknown',
    reportedIn: 0,
    milestoneOn,
  });
  if (parentId === null) return;
  await deriveParent(db, parentId);
}

/** What follows from an item's lines by now, for it and for its parents. */
export async function restand(
  db: Db,
  commitmentId: number,
  { status, reportedIn }: Standing,
): Promise<void> {
  const [row] = await db
    .select({ isLeaf: standing.isLeaf })
    .from(standing)
    .where(eq(standing.commitmentId, commitmentId));
  const changed = { reportedIn: bitsOf(reportedIn), ...(row?.isLeaf === true && { status }) };
  const [moved] = await db
    .update(standing)
    .set(changed)
    .where(eq(standing.commitmentId, commitmentId))
    .returning({ parentId: standing.parentId });
  if (typeof moved?.parentId === 'number') await deriveParent(db, moved.parentId);
}

export async function moveMilestone(
  db: Db,
  commitmentId: number,
  milestoneOn: CalendarDate | null,
): Promise<void> {
  await db.update(standing).set({ milestoneOn }).where(eq(standing.commitmentId, commitmentId));
}

const Status = z.enum(COMMITMENT_STATUSES);

/**
 * The parent's status by its children's, and so on upward. The parent is locked before the children
 * are read, so that of two at once the second sees what the first wrote. Source: decision 7.
 */
async function deriveParent(db: Db, parentId: number): Promise<void> {
  const isParent = eq(standing.commitmentId, parentId);
  const [parent] = await db
    .select({ parentId: standing.parentId })
    .from(standing)
    .where(isParent)
    .for('update');
  const children = await db
    .select({ status: standing.status })
    .from(standing)
    .where(eq(standing.parentId, parentId));
  const status = parentStatus(children.map((child) => Status.parse(child.status)));
  await db.update(standing).set({ isLeaf: false, status }).where(isParent);
  if (typeof parent?.parentId === 'number') await deriveParent(db, parent.parentId);
}
