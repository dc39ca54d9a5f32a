import {
  and,
  asc,
  eq,
  gt,
  inArray,
  isNull,
  min,
  notExists,
  type Placeholder,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import type { Inbox, WaitingUpdate } from '../usecases/ports/inbox.ts';
import type { IncomingUpdate } from '../usecases/ports/intake.ts';
import { type ChatAddress, chatKey } from '../usecases/ports/messenger.ts';
import { compiled } from './compiled-query.ts';
import type { Db } from './database.ts';
import { insertion } from './insert-many.ts';
import { onlyRow } from './rows.ts';
import { delivery } from './schema/delivery.ts';
import { inboundUpdate } from './schema/inbound-update.ts';

/** The transaction that asks this does not wait for the disk at its end; the next one does for both. */
const soon = sql`(select set_config('synchronous_commit', 'off', true)) = 'off'`;

const addUpdates = insertion(inboundUpdate, {
  onConflict: 'on conflict do nothing',
  where: soon,
  returning: { channel: inboundUpdate.channel, updateId: inboundUpdate.updateId },
});

export function createInbox(db: Db): Inbox {
  return {
    add: async (update, state, at) =>
      (await addUpdates(db, [rowOf(update, state, at)])).length === 1,
    addAll: async (updates, at) => {
      const rows = updates.map((update) => rowOf(update, 'received', at));
      const added = new Set((await addUpdates(db, rows)).map(keyOf));
      return rows.map((row) => added.delete(keyOf(row)));
    },
    areSafe: async (updates) => {
      const given = updates.map(({ chat: { channel: name }, updateId }) => ({
        channel: name,
        updateId,
      }));
      const there = new Set((await safe(db, { given: JSON.stringify(given) })).map(keyOf));
      return given.map((update) => there.has(keyOf(update)));
    },
    next: async (chat, answersSince) =>
      (await next(db, whereIn(chat, answersSince))).map(toWaiting)[0],
    areWaiting: async (chats, answersSince) => {
      const rows = await waitingAmong(db, {
        chats: JSON.stringify(chats),
        answersSince: answersSince.toISOString(),
      });
      const keys = new Set(rows.map(chatKey));
      return chats.map((chat) => keys.has(chatKey(chat)));
    },
    settle: async (id, state, at) => {
      await settled(db, { id, state, at: at.toISOString() });
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

function rowOf(
  update: IncomingUpdate,
  state: 'received' | 'refused',
  at: Date,
): typeof inboundUpdate.$inferInsert {
  return {
    channel: update.chat.channel,
    updateId: update.updateId,
    chatId: update.chat.chatId,
    senderId: update.senderId,
    state,
    payload: state === 'received' ? update : null,
    attempts: 0,
    receivedAt: at,
    settledAt: state === 'received' ? null : at,
  };
}

function keyOf({ channel, updateId }: { readonly channel: string; readonly updateId: string }) {
  return `${channel} ${updateId}`;
}

interface Where extends Record<string, unknown> {
  readonly channel: string;
  readonly chatId: string;
  /** In ISO form, as every value of a compiled question is given as the database takes it. */
  readonly answersSince: string;
}

function whereIn({ channel, chatId }: ChatAddress, answersSince: Date): Where {
  return { channel, chatId, answersSince: answersSince.toISOString() };
}

const channel = sql.placeholder('channel');
const chatId = sql.placeholder('chatId');
const at = sql`${sql.placeholder('at')}::timestamptz`;

/** Chats in the rows of a parameter. */
const chatOfGiven = { channel: sql.raw('given."channel"'), chatId: sql.raw('given."chatId"') };

/**
 * Each chat is looked at by itself: joined, it would be looked for among all updates that have waited
 * since the table was last cleaned.
 */
const waitingAmong = compiled<{ chats: string; answersSince: string }>()(
  { channel: inboundUpdate.channel, chatId: inboundUpdate.chatId },
  (db) => {
    const given = sql`jsonb_to_recordset(${sql.placeholder('chats')}::jsonb)`;
    const waits = oldestIn(db, chatOfGiven);
    return sql`select given."channel", given."chatId"
      from ${given} as given("channel" text, "chatId" text) where (${waits}) is not null`;
  },
);

/**
 * A change of nothing, whose end waits for the disk, and with it for all that has ended before; any
 * user may ask it. What is seen beside it outlived every crash until now.
 */
const flushed = sql.raw(`select pg_logical_emit_message(true, 'camket', '')`);

const safe = compiled<{ given: string }>()(
  { channel: inboundUpdate.channel, updateId: inboundUpdate.updateId },
  (db, columns) =>
    db
      .select(columns)
      .from(inboundUpdate)
      .innerJoin(
        sql`jsonb_to_recordset(${sql.placeholder('given')}::jsonb) as given("channel" text, "updateId" text)`,
        and(
          eq(inboundUpdate.channel, sql.raw('given."channel"')),
          eq(inboundUpdate.updateId, sql.raw('given."updateId"')),
        ),
      )
      .where(sql`(${flushed}) is not null`),
);

const { id, attempts, payload } = inboundUpdate;

const next = compiled<Where>()({ id, attempts, payload }, (db, columns) =>
  db
    .select(columns)
    .from(inboundUpdate)
    // Whoever else looks for it waits, and then finds it settled, and nothing: a later update is not
    // the oldest before this one is settled, so a chat is acted on at one place at a time. The oldest
    // is chosen inside: outside, PostgreSQL would lock the next one in its place, which is the oldest
    // to nobody who looks now.
    .where(
      and(eq(inboundUpdate.id, oldestIn(db, { channel, chatId })), isNull(inboundUpdate.settledAt)),
    )
    .for('update'),
);

const settled = compiled<{ id: number; state: string; at: string }>()({}, (db) =>
  db
    .update(inboundUpdate)
    .set({
      state: sql`${sql.placeholder('state')}`,
      payload: null,
      settledAt: at,
    })
    .where(eq(inboundUpdate.id, sql.placeholder('id'))),
);

type ChatIn = Readonly<Record<'channel' | 'chatId', SQLWrapper | Placeholder>>;

function oldestIn(db: Db, chat: ChatIn) {
  return db
    .select({ id: inboundUpdate.id })
    .from(inboundUpdate)
    .where(
      and(
        eq(inboundUpdate.channel, chat.channel),
        eq(inboundUpdate.chatId, chat.chatId),
        eq(inboundUpdate.state, 'received'),
        notExists(answersOnTheWay(db, chat)),
      ),
    )
    .orderBy(asc(inboundUpdate.id))
    .limit(1);
}

/** Replies to a chat of the asking, or of a row of it. */
function answersOnTheWay(db: Db, chat: ChatIn) {
  return db
    .select({ one: sql`1` })
    .from(delivery)
    .where(
      and(
        eq(delivery.kind, 'reply'),
        inArray(delivery.state, ['planned', 'sending']),
        eq(delivery.channel, chat.channel),
        eq(delivery.chatId, chat.chatId),
        gt(delivery.dueAt, sql.placeholder('answersSince')),
      ),
    );
}

type Taken = Pick<typeof inboundUpdate.$inferSelect, 'id' | 'attempts' | 'payload'>;

function toWaiting({ payload, ...taken }: Taken): WaitingUpdate {
  // Written by `add` alone, from an update that the channel had parsed.
  return { ...taken, update: payload as IncomingUpdate };
}
