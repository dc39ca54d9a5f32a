import { and, asc, eq, getTableColumns, lt, sql } from 'drizzle-orm';
import type {
  Conversation,
  ConversationStore,
  OfferedChoice,
} from '../usecases/ports/conversation-store.ts';
import type { ChatAddress } from '../usecases/ports/messenger.ts';
import { compiled } from './compiled-query.ts';
import type { Db } from './database.ts';
import { insertion } from './insert-many.ts';
import { choice, conversation, leadersGroup } from './schema/conversation.ts';

const NEVER_ASKED: Conversation = {
  language: null,
  question: null,
  interrupted: null,
  expects: null,
  askedAt: null,
};

const conversationOf = compiled<{ channel: string; chatId: string }>()(
  getTableColumns(conversation),
  (db) =>
    db
      .select()
      .from(conversation)
      .where(
        and(
          eq(conversation.channel, sql.placeholder('channel')),
          eq(conversation.chatId, sql.placeholder('chatId')),
        ),
      ),
);

const choiceOf = compiled<{ token: string }>()(getTableColumns(choice), (db) =>
  db
    .select()
    .from(choice)
    .where(eq(choice.token, sql.placeholder('token'))),
);

/** What is asked now, and nothing else. */
const askInstead = insertion(conversation, {
  onConflict:
    'on conflict (channel, chat_id) do update set interrupted = null, ' +
    'question = excluded.question, expects = excluded.expects, asked_at = excluded.asked_at',
  returning: {},
});

interface Interruption extends Record<string, unknown>, ChatAddress {
  readonly question: string | null;
  readonly askedAt: string | null;
  readonly since: string;
}

/** In one statement: whoever answers at this moment may have changed what is asked. */
const interrupted = compiled<Interruption>()({}, (db) => {
  const [question, since] = [sql.placeholder('question'), sql.placeholder('since')];
  const askedAt = sql`${sql.placeholder('askedAt')}::timestamptz`;
  const isOpen = sql`${conversation.askedAt} >= ${since}::timestamptz`;
  const first = sql`coalesce(${conversation.interrupted}, ${conversation.question})`;
  return db
    .insert(conversation)
    .values({
      channel: sql.placeholder('channel'),
      chatId: sql.placeholder('chatId'),
      question,
      askedAt,
    })
    .onConflictDoUpdate({
      target: [conversation.channel, conversation.chatId],
      set: {
        question: sql`${question}`,
        interrupted: sql`case when ${isOpen} then ${first} end`,
        expects: sql`case when ${isOpen} then ${conversation.expects} end`,
        askedAt,
      },
    });
});

const addChoices = insertion(choice, { returning: {} });

export function createConversationStore(db: Db): ConversationStore {
  return {
    find: async (chat) => {
      const rows = await conversationOf(db, { ...chat });
      return rows[0] ?? NEVER_ASKED;
    },
    ask: async (chat, asked) => {
      await askInstead(db, [{ ...chat, ...asked }]);
    },
    interrupt: async (chat, { question, askedAt, stillOpenSince }) => {
      const since = stillOpenSince.toISOString();
      await interrupted(db, { ...chat, question, askedAt: askedAt?.toISOString() ?? null, since });
    },
    setLanguage: async (chat, language) => {
      await db
        .insert(conversation)
        .values({ ...chat, language })
        .onConflictDoUpdate({
          target: [conversation.channel, conversation.chatId],
          set: { language },
        });
    },
    offer: async (choices) => {
      if (choices.length === 0) return;
      const rows = choices.map(({ chat, ...rest }) => ({ ...rest, ...chat }));
      await addChoices(db, rows);
    },
    findChoice: async (token) => {
      const rows = await choiceOf(db, { token });
      return rows.map(toChoice)[0];
    },
    choicesOf: async (question) => {
      const rows = await db
        .select()
        .from(choice)
        .where(eq(choice.question, question))
        .orderBy(asc(choice.id));
      return rows.map(toChoice);
    },
    forgetChoicesBefore: async (instant) => {
      await db.delete(choice).where(lt(choice.expiresAt, instant));
    },
    ...groupsOn(db),
    moveChat: async (from, to) => {
      for (const table of [leadersGroup, conversation]) {
        const [moving] = await db.select().from(table).where(isChat(table, from)).for('update');
        if (moving === undefined) continue;
        // Somebody may have spoken in the new chat before the notice of the move came.
        await db.delete(table).where(isChat(table, to));
        await db.update(table).set(to).where(isChat(table, from));
      }
      await db.update(choice).set(to).where(isChat(choice, from));
    },
  };
}

function groupsOn(db: Db): Pick<ConversationStore, 'groups' | 'bindGroup' | 'leaveGroup'> {
  return {
    groups: async () => {
      const rows = await db
        .select()
        .from(leadersGroup)
        .where(eq(leadersGroup.isActive, true))
        .orderBy(asc(leadersGroup.id));
      return rows.map(({ id, channel, chatId, boundAt }) => ({
        id,
        address: { channel, chatId },
        boundAt,
      }));
    },
    bindGroup: async (chat, boundBy, boundAt) => {
      const bound = { boundBy, boundAt, isActive: true };
      await db
        .insert(leadersGroup)
        .values({ ...chat, ...bound })
        .onConflictDoUpdate({ target: [leadersGroup.channel, leadersGroup.chatId], set: bound });
    },
    leaveGroup: async (chat) => {
      await db.update(leadersGroup).set({ isActive: false }).where(isChat(leadersGroup, chat));
    },
  };
}

function isChat(
  table: typeof conversation | typeof choice | typeof leadersGroup,
  { channel, chatId }: ChatAddress,
) {
  return and(eq(table.channel, channel), eq(table.chatId, chatId));
}

function toChoice({ channel, chatId, ...row }: typeof choice.$inferSelect): OfferedChoice {
  return { ...row, chat: { channel, chatId } };
}
