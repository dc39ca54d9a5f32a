import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { COMMITMENT_STATUSES } from '../../domain/commitment-status.ts';
import { agency } from './agency.ts';
import { calendarDate, oneOf } from './columns.ts';
import { commitment, commitmentSet } from './commitment.ts';

/**
 * Where each item stands now: what follows from its lines, kept beside them in the same transaction,
 * so that counting a country's items reads one narrow row each and no history. Never the source of
 * anything: it can be made anew from the lines. Source: decision record 0015.
 */
export const standing = pgTable(
  'standing',
  {
    commitmentId: integer('commitment_id')
      .primaryKey()
      .references(() => commitment.id),
    setId: integer('set_id')
      .notNull()
      .references(() => commitmentSet.id),
    agencyId: integer('agency_id')
      .notNull()
      .references(() => agency.id),
    parentId: integer('parent_id'),
    isLeaf: boolean('is_leaf').notNull(),
    /** Of a leaf by its lines, of a parent by its children. Source: decision 7. */
    status: text('status').notNull(),
    /** A bit for each period in which it was reported. */
    reportedIn: integer('reported_in').notNull(),
    milestoneOn: calendarDate('milestone_on'),
  },
  (table) => [
    index('standing_of_leaves')
      .on(table.setId, table.agencyId, table.reportedIn)
      .where(sql`"is_leaf"`),
    index('standing_of_top_items').on(table.setId, table.status).where(sql`"parent_id" is null`),
    index('standing_of_milestones')
      .on(table.setId, table.milestoneOn)
      .where(sql`"milestone_on" is not null and "is_leaf"`),
    index('standing_by_parent').on(table.parentId),
    oneOf('standing_status_known', 'status', COMMITMENT_STATUSES),
  ],
);
