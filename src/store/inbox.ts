import { and, asc, eq, min, sql } from 'drizzle-orm';
import type { Inbox, WaitingUpdate } from '../usecases/ports/inbox.ts';
import type { IncomingUpdate } from '../usecases/ports/intake.ts';
import type { ChatAddress } from '../usecases/ports/messenger.ts';
import type { Db } from './database.ts';
import { onlyRow } from './rows.ts';
import { inboundUpdate } from './schema/inbound-update.ts';

/** The first part of the lock's key: any number of our own. */
const CHAT_LOCK = 718_296;

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
    next: (chat) => next(db, chat),
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

async function next(db: Db, { channel, chatId }: ChatAddress): Promise<WaitingUpdate | undefined> {
  const key = `${channel} ${chatId}`;
  const isWaiting = and(
    eq(inboundUpdate.channel, channel),
    eq(inboundUpdate.chatId, chatId),
    eq(inboundUpdate.state, 'received'),
  );
  // Sent together, done one after the other: the update is looked for once the chat is ours.
  const [, rows] = await Promise.all([
    db.execute(sql`select pg_advisory_xact_lock(${CHAT_LOCK}, hashtext(${key}))`),
    db.select().from(inboundUpdate).where(isWaiting).orderBy(asc(inboundUpdate.id)).limit(1),
  ]);
  return rows.map(toWaiting)[0];
}

function toWaiting({ id, attempts, payload }: typeof inboundUpdate.$inferSelect): WaitingUpdate {
  // Written by `add` alone, from an update that the channel had parsed.
  return { id, attempts, update: payload as IncomingUpdate };
}
