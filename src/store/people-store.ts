import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { ROLES } from '../domain/actor.ts';
import type { PeopleStore } from '../usecases/ports/people-store.ts';
import type { Db } from './database.ts';
import { onlyRow } from './rows.ts';
import { channelAccount, invitation, PERSON_STATES, person } from './schema/person.ts';

const PersonRow = z.object({
  id: z.number(),
  name: z.string(),
  title: z.string().nullable(),
  role: z.enum(ROLES),
  agencyId: z.number(),
  state: z.enum(PERSON_STATES),
  joinedAt: z.date(),
});

const InvitationRow = z.object({
  id: z.number(),
  codeHash: z.string(),
  agencyId: z.number(),
  role: z.enum(ROLES),
  personName: z.string().nullable(),
  expiresAt: z.date(),
  usedAt: z.date().nullable(),
});

export function createPeopleStore(db: Db): PeopleStore {
  return {
    list: async () =>
      z.array(PersonRow).parse(await db.select().from(person).orderBy(asc(person.id))),
    findByAccount: async (channel, userId) => {
      const rows = await db
        .select({ row: person })
        .from(channelAccount)
        .innerJoin(person, eq(person.id, channelAccount.personId))
        .where(and(eq(channelAccount.channel, channel), eq(channelAccount.userId, userId)));
      return rows.map(({ row }) => PersonRow.parse(row))[0];
    },
    add: async (added) =>
      PersonRow.parse(onlyRow(await db.insert(person).values(added).returning())),
    setState: async (personId, state) => {
      await db.update(person).set({ state }).where(eq(person.id, personId));
    },
    linkAccount: async (personId, channel, userId, at) => {
      await db.insert(channelAccount).values({ personId, channel, userId, linkedAt: at });
    },
    addInvitation: async (added) =>
      InvitationRow.parse(onlyRow(await db.insert(invitation).values(added).returning())),
    findInvitation: async (codeHash) => {
      const rows = await db
        .select()
        .from(invitation)
        .where(eq(invitation.codeHash, codeHash))
        .for('update');
      return rows.map((row) => InvitationRow.parse(row))[0];
    },
    useInvitation: async (id, at) => {
      await db.update(invitation).set({ usedAt: at }).where(eq(invitation.id, id));
    },
  };
}
