import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agency } from '../../src/domain/agency.ts';
import { addDays, day, mondayOf } from '../../src/domain/calendar-date.ts';
import { DEFAULT_RULES, DEFAULT_SETTINGS } from '../../src/domain/commitment-set.ts';
import { digestFor, isDigestDay, type OverdueState } from '../../src/domain/digest.ts';
import type { OverdueMilestone, OverdueRound } from '../../src/domain/overdue.ts';
import type { ReportPeriod } from '../../src/domain/report-period.ts';
import { roundsOf } from '../../src/domain/reporting-round.ts';
import { isWorkingDay } from '../../src/domain/working-calendar.ts';
import { anAgency, anyDate, OFFICIAL } from './samples.ts';

const AGENCIES = [
  anAgency({ id: 1, position: 15 }),
  anAgency({ id: 2, position: 4 }),
  anAgency({ id: 3, position: 24, isOffChat: true }),
];
const NOTHING: OverdueState = { rounds: [], milestones: [] };

describe('the weekly digest', () => {
  it('goes by deadline, then by the order of the organisation, never by how much is missing', () => {
    const rounds = [late(1, 'Q2', 12), late(2, 'Q2', 1), late(1, 'Q1', 3)];

    const digest = digestOf({ rounds, milestones: [] });

    expect(digest.rounds.map(({ agencyId, period }) => [agencyId, period])).toEqual([
      [1, 'Q1'],
      [2, 'Q2'],
      [1, 'Q2'],
    ]);
  });

  it('lists the milestones of an agency together, the earliest first', () => {
    const milestones = [
      past(1, 11, '2026-05-31'),
      past(2, 21, '2026-04-30'),
      past(1, 12, '2026-03-31'),
    ];

    const digest = digestOf({ rounds: [], milestones });

    expect(digest.milestones.map(({ commitmentId }) => commitmentId)).toEqual([21, 12, 11]);
  });

  it('only counts an agency that no chat may name, and an item that none may', () => {
    const state = {
      rounds: [late(1, 'Q2', 2), late(3, 'Q2', 9), late(3, 'Q1', 9), late(99, 'Q1', 1)],
      milestones: [past(1, 11, '2026-05-31'), past(1, 13, '2026-05-31'), past(3, 31, '2026-05-31')],
    };

    const digest = digestOf(state, NOTHING, [13, 31]);

    expect(digest.rounds.map(({ agencyId }) => agencyId)).toEqual([1]);
    expect(digest.milestones.map(({ commitmentId }) => commitmentId)).toEqual([11]);
    expect([digest.offChatAgencies, digest.offChatItems]).toEqual([1, 1]);
    expect(digest.change).toMatchObject({ agenciesAdded: 1, itemsAdded: 3 });
  });

  it('says what came and what went since the week before', () => {
    const before = {
      rounds: [late(1, 'Q1', 8), late(2, 'Q1', 2)],
      milestones: [past(1, 11, '2026-05-31')],
    };
    const now = {
      rounds: [late(1, 'Q1', 3), late(1, 'Q2', 4)],
      milestones: [past(1, 12, '2026-05-31')],
    };

    expect(digestOf(now, before).change).toEqual({
      agenciesAdded: 0,
      agenciesRemoved: 1,
      itemsAdded: 4 + 1,
      itemsRemoved: 5 + 2 + 1,
    });
    expect(digestOf(now, now).change).toEqual({
      agenciesAdded: 0,
      agenciesRemoved: 0,
      itemsAdded: 0,
      itemsRemoved: 0,
    });
  });

  it('names nothing that is off chat, whatever is overdue', () => {
    const agencyId = fc.integer({ min: 1, max: 3 });
    const rounds = fc.array(fc.record({ agencyId, missing: fc.integer({ min: 1, max: 9 }) }));
    const milestones = fc.array(
      fc.record({ agencyId, commitmentId: fc.integer({ min: 1, max: 9 }) }),
    );
    fc.assert(
      fc.property(rounds, milestones, (someRounds, someMilestones) => {
        const digest = digestOf(
          {
            rounds: someRounds.map((each) => late(each.agencyId, 'Q1', each.missing)),
            milestones: someMilestones.map((each) =>
              past(each.agencyId, each.commitmentId, '2026-05-31'),
            ),
          },
          NOTHING,
          [1, 2, 3],
        );

        const told = [...digest.rounds, ...digest.milestones];
        expect(told.every((each) => each.agencyId !== 3)).toBe(true);
        expect(digest.milestones.every((each) => each.commitmentId > 3)).toBe(true);
      }),
    );
  });
});

describe('the day of the digest', () => {
  it.each([
    ['2026-06-08', true, 'a Monday'],
    ['2026-06-09', false, 'a Tuesday'],
    ['2026-04-27', false, 'a Monday off'],
    ['2026-04-28', true, 'the Tuesday after a Monday off'],
    ['2026-08-22', false, 'a worked Saturday'],
    ['2026-02-16', false, 'a day of Tết'],
  ])('%s: %s, %s', (today, is) => {
    expect(isDigestDay(OFFICIAL, day(today))).toBe(is);
  });

  it('comes once in every week that has a working day', () => {
    fc.assert(
      fc.property(anyDate(), (date) => {
        const week = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(mondayOf(date), days));
        const digests = week.filter((each) => isDigestDay(OFFICIAL, each));

        expect(digests).toEqual(week.filter((each) => isWorkingDay(OFFICIAL, each)).slice(0, 1));
      }),
    );
  });
});

function digestOf(now: OverdueState, before = NOTHING, offChatItems: readonly number[] = []) {
  const agencies: readonly Agency[] = AGENCIES;
  return digestFor(now, before, { agencies, offChatCommitmentIds: new Set(offChatItems) });
}

function late(agencyId: number, period: ReportPeriod, missing: number): OverdueRound {
  const settings = DEFAULT_SETTINGS;
  const rounds = roundsOf({ rules: DEFAULT_RULES, year: 2026, settings }, anAgency(), OFFICIAL);
  const [round] = rounds.filter((each) => each.period === period);
  if (round === undefined) throw new Error(`No round for ${period}`);
  return { agencyId, period, round, missing, of: 12, daysLate: 4, workingDaysLate: 2 };
}

function past(agencyId: number, commitmentId: number, dueOn: string): OverdueMilestone {
  return { agencyId, commitmentId, dueOn: day(dueOn), daysLate: 8 };
}
