import { integer, jsonb, pgTable, serial, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { person } from './person.ts';

/** The chain holds digests only, so that a person's words can be erased without breaking it. */
export const auditEntry = pgTable('audit_entry', {
  id: serial('id').primaryKey(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  actorPersonId: integer('actor_person_id').references(() => person.id),
  via: text('via').notNull(),
  at: instant('at').notNull(),
  detailDigest: text('detail_digest').notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});

/** What was before and after; may be erased, the digest in the chain stays. */
export const auditDetail = pgTable('audit_detail', {
  entryId: integer('entry_id')
    .primaryKey()
    .references(() => auditEntry.id),
  detail: jsonb('detail').notNull(),
});
