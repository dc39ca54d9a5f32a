import {
  and,
  asc,
  count,
  eq,
  exists,
  getTableColumns,
  gte,
  isNotNull,
  max,
  sql,
} from 'drizzle-orm';
import { z } from 'zod';
import { ROLES } from '../domain/actor.ts';
import type { PeopleStore } from '../usecases/ports/people-store.ts';
import { compiled, idList, isAmong } from './compiled-query.ts';
import type { Db } from './database.ts';
import { onlyRow } from './rows.ts';
import { inSameBreath } from './same-breath.ts';
import { delivery } from './schema/delivery.ts';
import { channelAccount, invitation, PERSON_STATES, person, wrongCode } from './schema/person.ts';

const PersonRow = z.object({
  id: z.number(),
  name: z.string(),
  title: z.string().nullable(),
  role: z.enum(ROLES),
  agencyId: z.number(),
  state: z.enum(PERSON_STATES),
  joinedAt: z.date(),
});

const AccountRow = z.object({
  personId: z.number(),
  channel: z.string(),
  userId: z.string(),
  unreachableSince: z.date().nullable(),
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

const holderOf = compiled<{ channel: string; userId: string }>()(
  { ...getTableColumns(person), unreachableSince: channelAccount.unreachableSince },
  (db, columns) =>
    db
      .select(columns)
      .from(channelAccount)
      .innerJoin(person, eq(person.id, channelAccount.personId))
      .where(
        and(
          eq(channelAccount.channel, sql.placeholder('channel')),
          eq(channelAccount.userId, sql.placeholder('userId')),
        ),
      ),
);

const accountsOf = compiled<{ personIds: string }>()(getTableColumns(channelAccount), (db) =>
  db
    .select()
    .from(channelAccount)
    .where(isAmong(channelAccount.personId, 'personIds'))
    .orderBy(asc(channelAccount.id)),
);

async function accountsOfAll(db: Db, personIds: readonly number[]) {
  const rows = z.array(AccountRow).parse(await accountsOf(db, { personIds: idList(personIds) }));
  return personIds.map((id) => rows.filter(({ personId }) => personId === id));
}

const peopleWith = compiled<{ ids: string }>()(getTableColumns(person), (db) =>
  db.select().from(person).where(isAmong(person.id, 'ids')),
);

async function findAll(db: Db, ids: readonly number[]) {
  const rows = z.array(PersonRow).parse(await peopleWith(db, { ids: idList(ids) }));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
}

const peopleOf = compiled<{ agencyIds: string }>()(getTableColumns(person), (db) =>
  db.select().from(person).where(isAmong(person.agencyId, 'agencyIds')).orderBy(asc(person.id)),
);

export function createPeopleStore(db: Db): PeopleStore {
  return {
    ...personsOn(db),
    ...accountsOn(db),
    ...codesOn(db),
  };
}

function personsOn(
  db: Db,
): Pick<
  PeopleStore,
  | 'list'
  | 'attendedAgencies'
  | 'secretaries'
  | 'listUnreachable'
  | 'countPending'
  | 'listWithoutDelivery'
  | 'find'
  | 'add'
  | 'rename'
  | 'setState'
> {
  return {
    list: async (agencyIds) => {
      const rows =
        agencyIds === undefined
          ? await db.select().from(person).orderBy(asc(person.id))
          : await peopleOf(db, { agencyIds: idList(agencyIds) });
      return z.array(PersonRow).parse(rows);
    },
    attendedAgencies: async () => {
      const rows = await db
        .selectDistinct({ agencyId: person.agencyId })
        .from(person)
        .where(and(eq(person.role, 'officer'), eq(person.state, 'active')));
      return new Set(rows.map(({ agencyId }) => agencyId));
    },
    secretaries: async () => {
      const isSecretary = and(eq(person.role, 'secretary'), eq(person.state, 'active'));
      const rows = await db.select().from(person).where(isSecretary).orderBy(asc(person.id));
      return z.array(PersonRow).parse(rows);
    },
    listUnreachable: async () => {
      const isRefused = and(
        eq(channelAccount.personId, person.id),
        isNotNull(channelAccount.unreachableSince),
      );
      const refused = db.select({ one: sql`1` }).from(channelAccount).where(isRefused);
      const rows = await db.select().from(person).where(exists(refused)).orderBy(asc(person.id));
      return z.array(PersonRow).parse(rows);
    },
    countPending: () => db.$count(person, eq(person.state, 'pending')),
    listWithoutDelivery: async (prefix, suffix) => {
      const key = sql`${prefix}::text || ${person.id} || ${suffix}::text`;
      const rows = await db
        .select()
        .from(person)
        .where(
          and(
            eq(person.state, 'active'),
            sql`exists (select 1 from ${channelAccount} where ${channelAccount.personId} = ${person.id})`,
            sql`not exists (select 1 from ${delivery} where ${delivery.key} = ${key})`,
          ),
        )
        .orderBy(asc(person.id));
      return z.array(PersonRow).parse(rows);
    },
    find: inSameBreath((ids) => findAll(db, ids)),
    add: async (added) =>
      PersonRow.parse(onlyRow(await db.insert(person).values(added).returning())),
    rename: async (personId, name, title) => {
      await db.update(person).set({ name, title }).where(eq(person.id, personId));
    },
    setState: async (personId, state) => {
      await db.update(person).set({ state }).where(eq(person.id, personId));
    },
  };
}

function accountsOn(
  db: Db,
): Pick<
  PeopleStore,
  'accountsOf' | 'findByAccount' | 'linkAccount' | 'setReachable' | 'unlinkAccount'
> {
  const isAccount = (channel: string, userId: string) =>
    and(eq(channelAccount.channel, channel), eq(channelAccount.userId, userId));
  return {
    accountsOf: inSameBreath((personIds) => accountsOfAll(db, personIds)),
    findByAccount: async (channel, userId) => {
      const rows = await holderOf(db, { channel, userId });
      return rows.map((row) => ({
        ...PersonRow.parse(row),
        unreachableSince: row.unreachableSince,
      }))[0];
    },
    linkAccount: async (personId, channel, userId, at) => {
      const linked = { personId, linkedAt: at, unreachableSince: null };
      await db
        .insert(channelAccount)
        .values({ ...linked, channel, userId })
        .onConflictDoUpdate({
          target: [channelAccount.channel, channelAccount.userId],
          set: linked,
        });
    },
    setReachable: async (channel, userId, unreachableSince) => {
      await db.update(channelAccount).set({ unreachableSince }).where(isAccount(channel, userId));
    },
    unlinkAccount: async (channel, userId) => {
      await db.delete(channelAccount).where(isAccount(channel, userId));
    },
  };
}

function codesOn(
  db: Db,
): Pick<
  PeopleStore,
  'addInvitation' | 'findInvitation' | 'useInvitation' | 'addWrongCode' | 'wrongCodes'
> {
  return {
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
    addWrongCode: async (channel, userId, at) => {
      await db.insert(wrongCode).values({ channel, userId, triedAt: at });
    },
    wrongCodes: async (channel, userId, since) => {
      const isOwn = sql`${wrongCode.channel} = ${channel} and ${wrongCode.userId} = ${userId}`;
      const rows = await db
        .select({
          all: count(),
          own: sql<string>`count(*) filter (where ${isOwn})`,
          lastOwn: max(sql`case when ${isOwn} then ${wrongCode.triedAt} end`).mapWith(
            wrongCode.triedAt,
          ),
        })
        .from(wrongCode)
        .where(gte(wrongCode.triedAt, since));
      const { all, own, lastOwn } = onlyRow(rows);
      return { all, own: Number(own), lastOwn };
    },
  };
}
