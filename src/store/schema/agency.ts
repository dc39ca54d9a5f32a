import {
  boolean,
  index,
  integer,
  type PgColumn,
  pgTable,
  primaryKey,
  serial,
  text,
} from 'drizzle-orm/pg-core';
import { AGENCY_LEVELS, AGENCY_STANDINGS } from '../../domain/agency.ts';
import { calendarDate, oneOf } from './columns.ts';

export const AGENCY_NAME_KINDS = ['official', 'alias', 'asPrinted'] as const;

export const agency = pgTable(
  'agency',
  {
    id: serial('id').primaryKey(),
    level: text('level').notNull(),
    standing: text('standing').notNull(),
    parentId: integer('parent_id').references((): PgColumn => agency.id),
    isOffChat: boolean('is_off_chat').notNull(),
    position: integer('position').notNull(),
    validFrom: calendarDate('valid_from'),
    validTo: calendarDate('valid_to'),
  },
  () => [
    oneOf('agency_level_known', 'level', AGENCY_LEVELS),
    oneOf('agency_standing_known', 'standing', AGENCY_STANDINGS),
  ],
);

/** Names over time: the official one of each stretch, and whatever else it is called. */
export const agencyName = pgTable(
  'agency_name',
  {
    id: serial('id').primaryKey(),
    agencyId: integer('agency_id')
      .notNull()
      .references(() => agency.id),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    validFrom: calendarDate('valid_from'),
    validTo: calendarDate('valid_to'),
  },
  (table) => [
    index('agency_name_by_agency').on(table.agencyId),
    oneOf('agency_name_kind_known', 'kind', AGENCY_NAME_KINDS),
  ],
);

/** Who took over whose work, by which paper. Source: decision 11. */
export const agencySuccessor = pgTable(
  'agency_successor',
  {
    agencyId: integer('agency_id')
      .notNull()
      .references(() => agency.id),
    successorId: integer('successor_id')
      .notNull()
      .references(() => agency.id),
    remark: text('remark'),
    document: text('document'),
    validFrom: calendarDate('valid_from'),
  },
  (table) => [primaryKey({ columns: [table.agencyId, table.successorId] })],
);
