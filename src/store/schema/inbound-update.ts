import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, serial, text, unique } from 'drizzle-orm/pg-core';
import { INBOUND_STATES } from '../../usecases/ports/inbox.ts';
import { instant, oneOf } from './columns.ts';

/**
 * What platforms brought, under their own ids, before anything acted on it. The payload goes when
 * the update is settled; of one refused for secrecy it was never kept. Source: decisions 9 and 17.
 */
export const inboundUpdate = pgTable(
  'inbound_update',
  {
    id: serial('id').primaryKey(),
    channel: text('channel').notNull(),
    updateId: text('update_id').notNull(),
    chatId: text('chat_id').notNull(),
    senderId: text('sender_id'),
    state: text('state').notNull(),
    payload: jsonb('payload'),
    attempts: integer('attempts').notNull(),
    receivedAt: instant('received_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (table) => [
    unique('inbound_update_acts_once').on(table.channel, table.updateId),
    index('inbound_update_waiting')
      .on(table.channel, table.chatId, table.id)
      .where(sql`"state" = 'received'`),
    oneOf('inbound_update_state_known', 'state', INBOUND_STATES),
  ],
);
