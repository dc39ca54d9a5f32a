import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, serial, text } from 'drizzle-orm/pg-core';
import { DRAFT_STATES } from '../../usecases/ports/paper-drafts.ts';
import { instant, oneOf } from './columns.ts';
import { person } from './person.ts';

/**
 * A paper that somebody sent to a chat, until it is imported or put aside. What was read of it and
 * the platform's id go when it is settled. Source: features F01, F03.
 */
export const paperDraft = pgTable(
  'paper_draft',
  {
    id: serial('id').primaryKey(),
    channel: text('channel').notNull(),
    chatId: text('chat_id').notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    fileId: text('file_id'),
    fileName: text('file_name').notNull(),
    state: text('state').notNull(),
    reading: jsonb('reading'),
    decisions: jsonb('decisions'),
    attempts: integer('attempts').notNull(),
    receivedAt: instant('received_at').notNull(),
    /** On the machine's time: nobody else takes it up before. */
    notBefore: instant('not_before'),
    settledAt: instant('settled_at'),
  },
  (table) => [
    index('paper_draft_open').on(table.id).where(sql`"state" in ('waiting', 'read')`),
    oneOf('paper_draft_state_known', 'state', DRAFT_STATES),
  ],
);
