import { index, integer, pgTable, serial, text, unique } from 'drizzle-orm/pg-core';
import { ROLES } from '../../domain/actor.ts';
import { agency } from './agency.ts';
import { instant, oneOf } from './columns.ts';

export const PERSON_STATES = ['pending', 'active', 'left'] as const;

/** What is kept of a person: no more than name, title, agency and role. Source: domain notes 6.1. */
export const person = pgTable(
  'person',
  {
    id: serial('id').primaryKey(),
    name: text('name').notNull(),
    title: text('title'),
    role: text('role').notNull(),
    agencyId: integer('agency_id')
      .notNull()
      .references(() => agency.id),
    state: text('state').notNull(),
    joinedAt: instant('joined_at').notNull(),
  },
  (table) => [
    index('person_by_agency').on(table.agencyId),
    oneOf('person_role_known', 'role', ROLES),
    oneOf('person_state_known', 'state', PERSON_STATES),
  ],
);

/** A person's account on a platform; ids are text, since some pass 2^53. */
export const channelAccount = pgTable(
  'channel_account',
  {
    id: serial('id').primaryKey(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    channel: text('channel').notNull(),
    userId: text('user_id').notNull(),
    linkedAt: instant('linked_at').notNull(),
    unreachableSince: instant('unreachable_since'),
  },
  (table) => [
    unique('channel_account_belongs_to_one').on(table.channel, table.userId),
    index('channel_account_by_person').on(table.personId),
  ],
);

/** A one-time code, kept only as a digest. */
export const invitation = pgTable(
  'invitation',
  {
    id: serial('id').primaryKey(),
    codeHash: text('code_hash').notNull(),
    agencyId: integer('agency_id')
      .notNull()
      .references(() => agency.id),
    role: text('role').notNull(),
    personName: text('person_name'),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [
    unique('invitation_code_once').on(table.codeHash),
    oneOf('invitation_role_known', 'role', ROLES),
  ],
);

/** Wrong codes, so that nobody can try them all. Source: script TX-08. */
export const wrongCode = pgTable(
  'wrong_code',
  {
    id: serial('id').primaryKey(),
    channel: text('channel').notNull(),
    userId: text('user_id').notNull(),
    triedAt: instant('tried_at').notNull(),
  },
  (table) => [index('wrong_code_by_time').on(table.triedAt)],
);
