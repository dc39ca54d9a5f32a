import { boolean, index, integer, jsonb, pgTable, serial, text, unique } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { person } from './person.ts';

/** What a chat was asked last: only that is open, but for what came in between. Source: script TX-14. */
export const conversation = pgTable(
  'conversation',
  {
    id: serial('id').primaryKey(),
    channel: text('channel').notNull(),
    chatId: text('chat_id').notNull(),
    language: text('language'),
    /** Groups the choices of the question; null when nothing is asked. */
    question: text('question'),
    /** The question before it, which a message that nobody asked for came upon; it is open still. */
    interrupted: text('interrupted'),
    /** What a free text would answer; null when only a choice would. */
    expects: jsonb('expects'),
    askedAt: instant('asked_at'),
  },
  (table) => [unique('conversation_of_one_chat').on(table.channel, table.chatId)],
);

/** What an opaque token stands for. Source: decision 18. */
export const choice = pgTable(
  'choice',
  {
    id: serial('id').primaryKey(),
    token: text('token').notNull(),
    question: text('question').notNull(),
    channel: text('channel').notNull(),
    chatId: text('chat_id').notNull(),
    personId: integer('person_id').references(() => person.id),
    label: text('label').notNull(),
    typed: text('typed').notNull(),
    action: jsonb('action').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    unique('choice_token_once').on(table.token),
    index('choice_by_question').on(table.question),
  ],
);

/** A group in which the leaders read the weekly digest. */
export const leadersGroup = pgTable(
  'leaders_group',
  {
    id: serial('id').primaryKey(),
    channel: text('channel').notNull(),
    chatId: text('chat_id').notNull(),
    boundBy: integer('bound_by').references(() => person.id),
    boundAt: instant('bound_at').notNull(),
    isActive: boolean('is_active').notNull(),
  },
  (table) => [unique('leaders_group_bound_once').on(table.channel, table.chatId)],
);
