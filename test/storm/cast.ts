import { openDatabase } from '../../src/store/database.ts';
import { createUnitOfWork } from '../../src/store/unit-of-work.ts';
import { importInto, paperOf } from '../end-to-end/province.ts';
import type { Stage } from './stage.ts';

export const SECRETARY = 900_001;
export const LEADER = 900_002;
export const GROUP = -900_000_001;
const FIRST_PERSON = 1_001;
const FIRST_OFFICER = 700_001;
const JOINED = new Date('2026-05-01T09:00:00+07:00');

/** Who lives in the world of a storm. */
export interface Cast {
  /** Are reminded, and never write. */
  readonly people: readonly number[];
  /** Report by chat, each alone in an agency. */
  readonly officers: readonly number[];
}

interface Sizes {
  readonly people: number;
  readonly agencies: number;
  readonly officers: number;
}

/**
 * Fills the database as if everybody had joined weeks ago: `people` spread over the first agencies,
 * one officer in each further one, a secretary, a leader, and a leaders' group that is bound.
 */
export async function bringIn(stage: Stage, sizes: Sizes): Promise<Cast> {
  const idsFrom = (first: number, count: number) =>
    Array.from({ length: count }, (_, index) => first + index);
  const people = idsFrom(FIRST_PERSON, sizes.people);
  const officers = idsFrom(FIRST_OFFICER, sizes.officers);
  await importInto(stage.place, paperOf(sizes.agencies + sizes.officers));
  await joinAll(stage, sizes, people, officers);
  for (const id of [...people, ...officers, SECRETARY, LEADER]) {
    stage.api.addPerson({ id, firstName: `Người ${id}` });
    stage.api.openChat(id);
  }
  stage.api.addGroup({ id: GROUP, title: 'Lãnh đạo', memberIds: [SECRETARY, LEADER] });
  stage.api.restoreBot(GROUP);
  return { people, officers };
}

async function joinAll(
  { place }: Stage,
  sizes: Sizes,
  ids: readonly number[],
  officers: readonly number[],
): Promise<void> {
  const database = await openDatabase(place);
  try {
    await createUnitOfWork(database).inTransaction(async (stores) => {
      const all = await stores.agencies.list();
      const agencyAt = (index: number) => all[index]?.id ?? 0;
      const join = async (
        id: number,
        role: 'officer' | 'secretary' | 'leader',
        agencyId: number,
      ) => {
        const whoever = { name: `Người ${id}`, title: null, role, agencyId };
        const person = await stores.people.add({ ...whoever, state: 'active', joinedAt: JOINED });
        await stores.people.linkAccount(person.id, 'telegram', `${id}`, JOINED);
        return person.id;
      };
      for (const [index, id] of ids.entries()) {
        await join(id, 'officer', agencyAt(index % sizes.agencies));
      }
      for (const [index, id] of officers.entries()) {
        await join(id, 'officer', agencyAt(sizes.agencies + index));
      }
      const secretary = await join(SECRETARY, 'secretary', agencyAt(0));
      await join(LEADER, 'leader', agencyAt(0));
      const chat = { channel: 'telegram', chatId: `${GROUP}` };
      await stores.conversations.bindGroup(chat, secretary, JOINED);
    });
  } finally {
    await database.close();
  }
}
