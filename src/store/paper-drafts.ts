import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { PaperDraft, PaperDrafts } from '../usecases/ports/paper-drafts.ts';
import type { Db } from './database.ts';
import { onlyRow } from './rows.ts';
import { paperDraft } from './schema/paper-draft.ts';

const OPEN = ['waiting', 'read'];

export function createPaperDrafts(db: Db): PaperDrafts {
  const byId = (id: number) => eq(paperDraft.id, id);
  return {
    add: async ({ chat, personId, fileId, fileName, at }) => {
      const rows = await db
        .insert(paperDraft)
        .values({
          ...chat,
          personId,
          fileId,
          fileName,
          state: 'waiting',
          attempts: 0,
          receivedAt: at,
        })
        .returning();
      return toDraft(onlyRow(rows));
    },
    find: async (id) => (await db.select().from(paperDraft).where(byId(id))).map(toDraft)[0],
    openIn: async ({ channel, chatId }) => {
      const here = and(eq(paperDraft.channel, channel), eq(paperDraft.chatId, chatId));
      const open = and(here, inArray(paperDraft.state, OPEN));
      return (await db.select().from(paperDraft).where(open).orderBy(asc(paperDraft.id))).map(
        toDraft,
      );
    },
    takeUp: (now, until) => takeUp(db, now, until),
    putBack: async (id, notBefore) => {
      await db.update(paperDraft).set({ notBefore }).where(byId(id));
    },
    keepReading: async (id, reading) => {
      const rows = await db
        .update(paperDraft)
        .set({ state: 'read', reading })
        .where(and(byId(id), eq(paperDraft.state, 'waiting')))
        .returning({ id: paperDraft.id });
      return rows.length === 1;
    },
    decide: async (id, decisions) => {
      await db.update(paperDraft).set({ decisions }).where(byId(id));
    },
    settle: async (id, state, at) => {
      const rows = await db
        .update(paperDraft)
        .set({ state, settledAt: at, fileId: null, reading: null, decisions: null })
        .where(and(byId(id), inArray(paperDraft.state, OPEN)))
        .returning({ id: paperDraft.id });
      return rows.length === 1;
    },
  };
}

async function takeUp(db: Db, now: Date, until: Date): Promise<PaperDraft | undefined> {
  const free = or(isNull(paperDraft.notBefore), lte(paperDraft.notBefore, now));
  const oldest = db
    .select({ id: paperDraft.id })
    .from(paperDraft)
    .where(and(eq(paperDraft.state, 'waiting'), free))
    .orderBy(asc(paperDraft.id))
    .limit(1)
    .for('update', { skipLocked: true });
  const rows = await db
    .update(paperDraft)
    .set({ notBefore: until, attempts: sql`${paperDraft.attempts} + 1` })
    .where(inArray(paperDraft.id, oldest))
    .returning();
  return rows.map(toDraft)[0];
}

function toDraft(row: typeof paperDraft.$inferSelect): PaperDraft {
  const { id, channel, chatId, personId, fileId, fileName, reading, decisions, attempts } = row;
  // Held to the known states by the table's own check.
  const state = row.state as PaperDraft['state'];
  const chat = { channel, chatId };
  return { id, chat, personId, fileId, fileName, state, reading, decisions, attempts };
}
