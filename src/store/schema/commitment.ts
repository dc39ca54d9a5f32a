import {
  boolean,
  index,
  integer,
  jsonb,
  type PgColumn,
  pgTable,
  serial,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { AGENCY_LEVELS } from '../../domain/agency.ts';
import { DEADLINE_BOUNDARIES } from '../../domain/commitment-set.ts';
import { REPORT_PERIODS } from '../../domain/report-period.ts';
import { agency } from './agency.ts';
import { calendarDate, oneOf } from './columns.ts';

export const commitmentSet = pgTable(
  'commitment_set',
  {
    id: serial('id').primaryKey(),
    year: integer('year').notNull(),
    name: text('name').notNull(),
    authority: text('authority'),
    settings: jsonb('settings').notNull(),
  },
  (table) => [unique('commitment_set_named_once_a_year').on(table.year, table.name)],
);

export const reportingRule = pgTable(
  'reporting_rule',
  {
    id: serial('id').primaryKey(),
    setId: integer('set_id')
      .notNull()
      .references(() => commitmentSet.id),
    period: text('period').notNull(),
    boundary: text('boundary').notNull(),
    month: integer('month').notNull(),
    day: integer('day').notNull(),
    agencyId: integer('agency_id').references(() => agency.id),
    level: text('level'),
    asPrinted: text('as_printed'),
  },
  (table) => [
    index('reporting_rule_by_set').on(table.setId),
    oneOf('reporting_rule_period_known', 'period', REPORT_PERIODS),
    oneOf('reporting_rule_boundary_known', 'boundary', DEADLINE_BOUNDARIES),
    oneOf('reporting_rule_level_known', 'level', AGENCY_LEVELS),
  ],
);

export const commitment = pgTable(
  'commitment',
  {
    id: serial('id').primaryKey(),
    setId: integer('set_id')
      .notNull()
      .references(() => commitmentSet.id),
    /** The agency that answers for it now; who signed it stays beside. */
    agencyId: integer('agency_id')
      .notNull()
      .references(() => agency.id),
    signedAgencyId: integer('signed_agency_id')
      .notNull()
      .references(() => agency.id),
    appraiserAgencyId: integer('appraiser_agency_id').references(() => agency.id),
    parentId: integer('parent_id').references((): PgColumn => commitment.id),
    number: text('number').notNull(),
    text: text('text').notNull(),
    isOffChat: boolean('is_off_chat').notNull(),
    milestoneOn: calendarDate('milestone_on'),
    position: integer('position').notNull(),
    sourceFile: text('source_file').notNull(),
    sourceLine: integer('source_line').notNull(),
  },
  (table) => [
    index('commitment_by_set_and_agency').on(table.setId, table.agencyId),
    index('commitment_by_parent').on(table.parentId),
  ],
);
