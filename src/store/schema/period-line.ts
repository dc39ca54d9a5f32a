import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, serial, text, unique } from 'drizzle-orm/pg-core';
import { COMMITMENT_STATUSES, STATUS_MODIFIERS } from '../../domain/commitment-status.ts';
import { REPORT_PERIODS } from '../../domain/report-period.ts';
import { calendarDate, instant, oneOf } from './columns.ts';
import { commitment } from './commitment.ts';
import { person } from './person.ts';

/** Every version of what was said of an item in a period; nothing is ever overwritten. */
export const periodLine = pgTable(
  'period_line',
  {
    id: serial('id').primaryKey(),
    commitmentId: integer('commitment_id')
      .notNull()
      .references(() => commitment.id),
    period: text('period').notNull(),
    version: integer('version').notNull(),
    status: text('status').notNull(),
    modifier: text('modifier'),
    result: text('result'),
    difficulty: text('difficulty'),
    proposal: text('proposal'),
    estimate: text('estimate'),
    isLate: boolean('is_late').notNull(),
    isUnchanged: boolean('is_unchanged').notNull(),
    restoresVersion: integer('restores_version'),
    personId: integer('person_id').references(() => person.id),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    unique('period_line_version_once').on(table.commitmentId, table.version),
    index('period_line_by_people').on(table.recordedAt).where(sql`"person_id" is not null`),
    oneOf('period_line_status_known', 'status', COMMITMENT_STATUSES),
    oneOf('period_line_estimate_known', 'estimate', COMMITMENT_STATUSES),
    oneOf('period_line_modifier_known', 'modifier', STATUS_MODIFIERS),
    oneOf('period_line_period_known', 'period', REPORT_PERIODS),
  ],
);

/** The superior's paper that stops an item. Source: decision 4, rule R18. */
export const stopDocument = pgTable(
  'stop_document',
  {
    id: serial('id').primaryKey(),
    commitmentId: integer('commitment_id')
      .notNull()
      .references(() => commitment.id),
    number: text('number').notNull(),
    issuer: text('issuer').notNull(),
    issuedOn: calendarDate('issued_on').notNull(),
  },
  (table) => [index('stop_document_by_commitment').on(table.commitmentId)],
);
