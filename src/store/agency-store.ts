import { asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { AGENCY_LEVELS, AGENCY_STANDINGS, type Agency } from '../domain/agency.ts';
import type { AgencyStore, NewAgency } from '../usecases/ports/agency-store.ts';
import type { Db } from './database.ts';
import type { References } from './references.ts';
import { CalendarDateText } from './rows.ts';
import { agency, agencyName, agencySuccessor } from './schema/agency.ts';

const AgencyRow = z.object({
  id: z.number(),
  level: z.enum(AGENCY_LEVELS),
  standing: z.enum(AGENCY_STANDINGS),
  parentId: z.number().nullable(),
  isOffChat: z.boolean(),
  position: z.number(),
  validFrom: CalendarDateText.nullable(),
  validTo: CalendarDateText.nullable(),
});

export function createAgencyStore(db: Db, references: References): AgencyStore {
  const named = async (rows: readonly unknown[]): Promise<Agency[]> => {
    const agencies = z.array(AgencyRow).parse(rows);
    const names = await db.select().from(agencyName).orderBy(asc(agencyName.id));
    const namesById = Map.groupBy(names, ({ agencyId }) => agencyId);
    return agencies.map((row) => {
      const own = namesById.get(row.id) ?? [];
      const official = own.findLast(({ kind }) => kind === 'official');
      const aliases = own.filter((name) => name !== official).map(({ name }) => name);
      return { ...row, name: official?.name ?? '', aliases };
    });
  };
  return {
    list: () =>
      references.read('agencies', async () =>
        named(await db.select().from(agency).orderBy(asc(agency.position), asc(agency.id))),
      ),
    add: (added) => {
      references.changed();
      return insertAgency(db, added);
    },
    addAlias: async (agencyId, name) => {
      references.changed();
      await db.insert(agencyName).values({ agencyId, name, kind: 'alias' });
    },
    successorsOf: async (agencyId) => {
      const links = await db
        .select()
        .from(agencySuccessor)
        .where(eq(agencySuccessor.agencyId, agencyId));
      const ids = links.map(({ successorId }) => successorId);
      if (ids.length === 0) return [];
      return named(await db.select().from(agency).where(inArray(agency.id, ids)));
    },
  };
}

async function insertAgency(db: Db, { name, aliases, ...added }: NewAgency): Promise<Agency> {
  const [row] = await db
    .insert(agency)
    .values({ ...added, validTo: null })
    .returning();
  const parsed = AgencyRow.parse(row);
  const { id: agencyId } = parsed;
  const official = { agencyId, kind: 'official', name, validFrom: added.validFrom };
  const others = aliases.map((alias) => ({ agencyId, kind: 'asPrinted', name: alias }));
  await db.insert(agencyName).values([official, ...others]);
  return { ...parsed, name, aliases };
}
