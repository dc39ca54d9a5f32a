import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/*
 * What several processes share of one bot. Only here the database's own clock is asked: it is the
 * one clock that processes on several machines have in common, and nothing of the office's depends
 * on it. Source: decision record 0016.
 */

function machineInstant(name: string) {
  return timestamp(name, { withTimezone: true, mode: 'date' });
}

/** A place in the second: as many as the platform takes messages in one. */
export const sendSlot = pgTable(
  'send_slot',
  {
    channel: text('channel').notNull(),
    place: integer('place').notNull(),
    freeAt: machineInstant('free_at').notNull(),
  },
  (table) => [primaryKey({ name: 'send_slot_once', columns: [table.channel, table.place] })],
);

/** When a chat may be written to again. */
export const chatPace = pgTable(
  'chat_pace',
  {
    channel: text('channel').notNull(),
    chatId: text('chat_id').notNull(),
    /** When the next message would be due at one a second. */
    dueAt: machineInstant('due_at').notNull(),
    /** The platform wants it left alone until then. */
    heldUntil: machineInstant('held_until'),
    floodedAt: machineInstant('flooded_at'),
    /** The last messages, newest last; for groups. */
    sentAt: machineInstant('sent_at').array().notNull(),
  },
  (table) => [primaryKey({ name: 'chat_pace_once', columns: [table.channel, table.chatId] })],
);

/** Which process asks a platform for updates, and until when nobody else may. */
export const pollLease = pgTable('poll_lease', {
  channel: text('channel').primaryKey(),
  holder: text('holder').notNull(),
  endsAt: machineInstant('ends_at').notNull(),
});
