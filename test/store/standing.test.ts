import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar-date.ts';
import { COMMITMENT_STATUSES } from '../../src/domain/commitment-status.ts';
import { parentStatus } from '../../src/domain/parent-status.ts';
import { countByStatus, missingLeaves, standingLine } from '../../src/domain/progress.ts';
import { countLeaves, countMissing } from '../../src/domain/standing.ts';
import { isSettled } from '../../src/domain/status-transition.ts';
import { createUnitOfWork } from '../../src/store/unit-of-work.ts';
import { countStatuses } from '../../src/usecases/count-statuses.ts';
import { loadOffice, type Office } from '../../src/usecases/load-office.ts';
import { loadOverview } from '../../src/usecases/load-overview.ts';
import type { Stores, UnitOfWork } from '../../src/usecases/ports/unit-of-work.ts';
import { aLine } from '../domain/samples.ts';
import { anItem, aPaper, aSection, importing } from '../usecases/office-for-test.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

const TIMEZONE = 'Asia/Ho_Chi_Minh';
const START = Date.UTC(2026, 1, 2, 2);
const DAY_MS = 86_400_000;
const CHANGES = 60;

/** What was said, by a fixed sequence that looks like chance. */
function* chances(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

describe('where items stand, kept beside their history', () => {
  let database: DatabaseForTest;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    database = await databaseForTest();
    unitOfWork = createUnitOfWork(database);
    await importing(
      { ...unitOfWork, clock: { now: () => new Date(START) }, timezone: TIMEZONE },
      paper(),
    );
    await unitOfWork.inTransaction(sayThings);
  });
  afterAll(() => database.drop());

  it.each([0, 7, 19, 33, 48, 61])(
    'is what %i days of history give, as of that day',
    async (days) => {
      const at = new Date(START + days * DAY_MS + 1);

      const { office, overview, counts } = await unitOfWork.inTransaction(async (stores) => {
        const asked = { at, timezone: TIMEZONE };
        const seen = await loadOverview(stores, asked);
        return {
          office: await loadOffice(stores, asked),
          overview: seen,
          counts: await countStatuses(stores, seen),
        };
      });

      for (const { id } of office.agencies) {
        const leaves = office.leavesByAgency.get(id) ?? [];
        const rounds = office.roundsByAgency.get(id) ?? [];
        const tallies = overview.talliesByAgency.get(id) ?? [];
        expect(countLeaves(tallies)).toBe(leaves.length);
        for (const { period } of rounds) {
          const missing = missingLeaves(leaves, office.lines, period, rounds).length;
          expect([period, countMissing(tallies, period, rounds)]).toEqual([period, missing]);
        }
      }
      expect(overview.milestones.map((item) => item.id)).toEqual(openMilestones(office));
      expect(counts).toEqual(countByStatus(topStatuses(office)));
    },
  );

  it('is the same when it is made anew from the lines', async () => {
    const kept = await database.sql`select * from standing order by commitment_id`.simple();

    const byRule = await unitOfWork.inTransaction(async (stores) => {
      const office = await loadOffice(stores, {
        at: new Date(START + 400 * DAY_MS),
        timezone: TIMEZONE,
      });
      return new Map(office.commitments.map(({ id }) => [id, statusOf(office, id)]));
    });

    expect(new Map(kept.map((row) => [row['commitment_id'], row['status']]))).toEqual(byRule);
  });
});

function paper() {
  const items = ['1', '1.1', '1.2', '1.2.1', '1.2.2', '2', '3', '3.1'].map((number) =>
    anItem(number, {
      parent: number.includes('.') ? number.slice(0, number.lastIndexOf('.')) : null,
      ...(number === '2' && { milestoneOn: day('2026-02-20') }),
    }),
  );
  return aPaper([aSection('Sở Y tế', items), aSection('Sở Xây dựng', items)], { year: 2026 });
}

async function sayThings(stores: Stores): Promise<void> {
  const sets = await stores.commitments.listSets();
  const items = await stores.commitments.list(sets.map(({ id }) => id));
  const leaves = items.filter(({ id }) => !items.some(({ parentId }) => parentId === id));
  const author = await stores.people.add({
    name: 'Lê Minh Khoa',
    title: null,
    role: 'officer',
    agencyId: leaves[0]?.agencyId ?? 0,
    state: 'active',
    joinedAt: new Date(START),
  });
  const chance = chances(20_260_202);
  const pick = <Item>(list: readonly Item[]): Item => {
    const found = list[Number(chance.next().value) % list.length];
    if (found === undefined) throw new Error('Nothing to pick from.');
    return found;
  };
  for (let change = 1; change <= CHANGES; change += 1) {
    const { id: commitmentId } = pick(leaves);
    const version = (await stores.progress.historyOf(commitmentId)).length + 1;
    const isUndo = version > 1 && pick([true, false, false, false]);
    await stores.progress.add(
      aLine({
        commitmentId,
        version,
        period: pick(['Q1', 'Q2', 'Q3', 'Q4'] as const),
        status: pick(COMMITMENT_STATUSES),
        restoresVersion: isUndo ? version - 2 : null,
        personId: author.id,
        recordedAt: new Date(START + change * DAY_MS),
      }),
    );
  }
}

function openMilestones({ commitments, lines }: Office): number[] {
  return commitments
    .filter(({ id, milestoneOn }) => {
      return milestoneOn !== null && !isSettled(standingLine(lines, id)?.status ?? 'unknown');
    })
    .map(({ id }) => id);
}

function topStatuses(office: Office) {
  return office.commitments
    .filter(({ parentId }) => parentId === null)
    .map(({ id }) => statusOf(office, id));
}

function statusOf(office: Office, id: number): (typeof COMMITMENT_STATUSES)[number] {
  const parts = office.commitments.filter(({ parentId }) => parentId === id);
  return parts.length === 0
    ? (standingLine(office.lines, id)?.status ?? 'unknown')
    : parentStatus(parts.map((part) => statusOf(office, part.id)));
}
