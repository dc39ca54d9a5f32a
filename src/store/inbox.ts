import { and, asc, eq, gt, inArray, min, notExists, sql } from 'drizzle-orm';
import type { Inbox, WaitingUpdate } from '../usecases/ports/inbox.ts';
import type { IncomingUpdate } from '../usecases/ports/intake.ts';
import type { ChatAddress } from '../usecases/ports/messenger.ts';
import type { Db } from './database.ts';
import { onlyRow } from './rows.ts';
import { delivery } from './schema/delivery.ts';
import { inboundUpdate } from './schema/inbound-update.ts';

export function createInbox(db: Db): Inbox {
  return {
    add: async (update, state, at) => {
      const rows = await db
        .insert(inboundUpdate)
        .values({
          channel: update.chat.channel,
          updateId: update.updateId,
          chatId: update.chat.chatId,
          senderId: update.senderId,
          state,
          payload: state === 'received' ? update : null,
          attempts: 0,
          receivedAt: at,
          settledAt: state === 'received' ? null : at,
        })
        .onConflictDoNothing()
        .returning({ id: inboundUpdate.id });
      return rows.length === 1;
    },
    next: async (chat, answersSince) => {
      const rows = await db
        .select()
        .from(inboundUpdate)
        // Whoever else looks for it waits, and then finds it settled, and nothing: a later update is
        // not the oldest before this one is settled, so a chat is acted on at one place at a time.
        // The oldest is chosen inside: outside, PostgreSQL would lock the next one in its place,
        // which is the oldest to nobody who looks now.
        .where(
          and(
            eq(inboundUpdate.id, oldestIn(db, chat, answersSince)),
            eq(inboundUpdate.state, 'received'),
          ),
        )
        .for('update');
      return rows.map(toWaiting)[0];
    },
    isWaiting: async (chat, answersSince) => {
      const rows = await oldestIn(db, chat, answersSince);
      return rows.length > 0;
    },
    settle: async (id, state, at) => {
      const settled = { state, payload: null, settledAt: at };
      await db.update(inboundUpdate).set(settled).where(eq(inboundUpdate.id, id));
    },
    countFailure: async (id) => {
      const rows = await db
        .update(inboundUpdate)
        .set({ attempts: sql`${inboundUpdate.attempts} + 1` })
        .where(eq(inboundUpdate.id, id))
        .returning({ attempts: inboundUpdate.attempts });
      return onlyRow(rows).attempts;
    },
    waitingChats: () =>
      db
        .select({ channel: inboundUpdate.channel, chatId: inboundUpdate.chatId })
        .from(inboundUpdate)
        .where(eq(inboundUpdate.state, 'received'))
        .groupBy(inboundUpdate.channel, inboundUpdate.chatId)
        .orderBy(min(inboundUpdate.id)),
  };
}

function oldestIn(db: Db, { channel, chatId }: ChatAddress, answersSince: Date) {
  return db
    .select({ id: inboundUpdate.id })
    .from(inboundUpdate)
    .where(
      and(
        eq(inboundUpdate.channel, channel),
        eq(inboundUpdate.chatId, chatId),
        eq(inboundUpdate.state, 'received'),
        notExists(answersOnTheWay(db, { channel, chatId }, answersSince)),
      ),
    )
    .orderBy(asc(inboundUpdate.id))
    .limit(1);
}

function answersOnTheWay(db: Db, { channel, chatId }: ChatAddress, since: Date) {
  return db
    .select({ one: sql`1` })
    .from(delivery)
    .where(
      and(
        eq(delivery.kind, 'reply'),
        inArray(delivery.state, ['planned', 'sending']),
        eq(delivery.channel, channel),
        eq(delivery.chatId, chatId),
        gt(delivery.dueAt, since),
      ),
    );
}

function toWaiting({ id, attempts, payload }: typeof inboundUpdate.$inferSelect): WaitingUpdate {
  // Written by `add` alone, from an update that the channel had parsed.
  return { id, attempts, update: payload as IncomingUpdate };
}
