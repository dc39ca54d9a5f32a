import type { Paper } from '../../src/domain/paper.ts';
import type { Place } from '../../src/store/database.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createUnitOfWork } from '../../src/store/unit-of-work.ts';
import { anItem, aPaper, aSection, importing } from '../usecases/office-for-test.ts';

const JOINED = new Date('2026-05-01T09:00:00+07:00');

/** A paper of the size that provinces sign, 14 items an agency. */
export function paperOf(agencies: number): Paper {
  const items = Array.from({ length: 14 }, (_, index) =>
    anItem(`${index + 1}`, { status: 'inProgress', result: '65% khối lượng' }),
  );
  const sections = Array.from({ length: agencies }, (_, index) =>
    aSection(`Sở số ${index + 1}`, items),
  );
  return aPaper(sections);
}

/** Imports the paper; gives the milliseconds that it took. */
export async function importInto(place: Place, paper: Paper): Promise<number> {
  return onDatabase(place, async (office) => {
    const began = performance.now();
    await importing(office, paper);
    return performance.now() - began;
  });
}

/** An officer for each id, in turn over the agencies, as if each had joined long ago. */
export async function joinOfficers(place: Place, ids: readonly number[]): Promise<void> {
  await onDatabase(place, ({ inTransaction }) =>
    inTransaction(async ({ agencies, people }) => {
      const all = await agencies.list();
      for (const [index, id] of ids.entries()) {
        const person = await people.add({
          name: `Cán bộ ${index + 1}`,
          title: null,
          role: 'officer',
          agencyId: all[index % all.length]?.id ?? 0,
          state: 'active',
          joinedAt: JOINED,
        });
        await people.linkAccount(person.id, 'telegram', `${id}`, JOINED);
      }
    }),
  );
}

type Office = Parameters<typeof importing>[0];

async function onDatabase<Result>(place: Place, work: (office: Office) => Promise<Result>) {
  const database = await openDatabase(place);
  try {
    await migrate(database);
    const clock = { now: () => JOINED };
    return await work({ ...createUnitOfWork(database), clock, timezone: 'Asia/Ho_Chi_Minh' });
  } finally {
    await database.close();
  }
}
