import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agency } from '../../src/domain/agency.ts';
import { day } from '../../src/domain/calendar-date.ts';
import {
  type Commitment,
  compareNumbers,
  leavesOf,
  type ProgressLine,
} from '../../src/domain/commitment.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/commitment-set.ts';
import { overdueMilestones, overdueRounds } from '../../src/domain/overdue.ts';
import { parentStatus } from '../../src/domain/parent-status.ts';
import {
  countByStatus,
  hasReported,
  lineIn,
  missingLeaves,
  standingLine,
} from '../../src/domain/progress.ts';
import { roundsOf } from '../../src/domain/reporting-round.ts';
import { calendar, setOf } from './calendars.ts';
import { countedOf } from './samples.ts';

const AGENCY: Agency = {
  id: 7,
  name: 'Sở Công Thương',
  aliases: [],
  level: 'department',
  standing: 'assigned',
  parentId: null,
  isOffChat: false,
  position: 0,
  validFrom: null,
  validTo: null,
};
const rounds = roundsOf(setOf(2026), AGENCY, calendar);

describe('items', () => {
  it('are owed where they have no parts', () => {
    const items = [item({ id: 1 }), item({ id: 2, parentId: 1 }), item({ id: 3 })];

    expect(leavesOf(items).map(({ id }) => id)).toEqual([2, 3]);
  });

  it('sort by the parts of their numbers', () => {
    const numbers = ['10', '1.10', '2', '1.2', '1'];

    expect(numbers.toSorted(compareNumbers)).toEqual(['1', '1.2', '1.10', '2', '10']);
  });

  it('have one order, whichever is asked first', () => {
    const number = fc
      .array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join('.'));
    fc.assert(
      fc.property(number, number, (left, right) => {
        expect(Math.sign(compareNumbers(left, right))).toBe(
          -Math.sign(compareNumbers(right, left)) + 0,
        );
      }),
    );
  });
});

describe('what was said of an item', () => {
  it('is its newest version, over all periods or within one', () => {
    const lines = [
      line({ version: 3, period: 'Q2' }),
      line({ version: 1 }),
      line({ version: 2, status: 'fulfilled' }),
    ];

    expect(standingLine(lines, 1)?.version).toBe(3);
    expect(lineIn(lines, 1, 'Q1')?.status).toBe('fulfilled');
    expect(standingLine(lines, 2)).toBeNull();
  });

  it('answers the earlier rounds too, since reports are cumulative', () => {
    const lines = [line({ period: 'Q3' })];

    expect(hasReported(lines, 1, 'Q2', rounds)).toBe(true);
    expect(hasReported(lines, 1, 'Q4', rounds)).toBe(false);
    expect(hasReported(lines, 1, 'M9', rounds)).toBe(false);
  });

  it('is no report while the status is not known', () => {
    const leaves = [item({ id: 1 })];

    expect(missingLeaves(leaves, [line({ status: 'unknown' })], 'Q1', rounds)).toEqual(leaves);
    expect(missingLeaves(leaves, [line({})], 'Q1', rounds)).toEqual([]);
  });

  it('is counted under every status', () => {
    expect(countByStatus(['fulfilled', 'unknown', 'fulfilled'])).toEqual({
      unknown: 1,
      notStarted: 0,
      inProgress: 0,
      fulfilled: 2,
      notFulfilled: 0,
      awaitingAppraisal: 0,
      stopped: 0,
    });
  });
});

describe('a parent', () => {
  it.each([
    [[], 'unknown'],
    [['fulfilled', 'fulfilled'], 'fulfilled'],
    [['fulfilled', 'notFulfilled', 'unknown'], 'notFulfilled'],
    [['fulfilled', 'unknown'], 'unknown'],
    [['fulfilled', 'awaitingAppraisal'], 'awaitingAppraisal'],
    [['fulfilled', 'inProgress'], 'inProgress'],
    [['notStarted', 'notStarted'], 'notStarted'],
    [['stopped', 'stopped'], 'stopped'],
    [['stopped', 'fulfilled'], 'fulfilled'],
  ] as const)('of %j is %s', (children, status) => {
    expect(parentStatus(children)).toBe(status);
  });
});

describe('what is overdue', () => {
  it('is a round whose last day has passed while items are missing', () => {
    const late = overdueRounds(input({ today: '2026-06-08', lines: [line({ period: 'Q2' })] }));

    expect(
      late.map(({ period, missing, of, daysLate }) => [period, missing, of, daysLate]),
    ).toEqual([
      ['Q1', 1, 2, 96],
      ['Q2', 1, 2, 4],
    ]);
  });

  it('is no round on its last good day, and none that was reported whole', () => {
    const lines = [
      line({ commitmentId: 1, period: 'Q2' }),
      line({ commitmentId: 2, period: 'Q2' }),
    ];

    expect(overdueRounds(input({ today: '2026-03-04', lines: [] }))).toEqual([]);
    expect(overdueRounds(input({ today: '2026-06-08', lines }))).toEqual([]);
  });

  it('is a milestone of an item that is not settled', () => {
    expect(overdueMilestones(input({ today: '2026-04-01', lines: [] }))).toEqual([
      { agencyId: 7, commitmentId: 2, dueOn: '2026-03-31', daysLate: 1 },
    ]);
    expect(overdueMilestones(input({ today: '2026-03-31', lines: [] }))).toEqual([]);
    const settled = [line({ commitmentId: 2, status: 'stopped' })];
    expect(overdueMilestones(input({ today: '2026-04-01', lines: settled }))).toEqual([]);
  });

  it('is nothing of an agency that owes nothing', () => {
    const nothing = countedOf({ leavesByAgency: new Map(), lines: [] });
    const empty = { ...input({ today: '2026-06-08', lines: [] }), ...nothing };

    expect([...overdueRounds(empty), ...overdueMilestones(empty)]).toEqual([]);
    expect(overdueRounds({ ...empty, roundsByAgency: new Map() })).toEqual([]);
  });

  function input({ today, lines }: { today: string; lines: readonly ProgressLine[] }) {
    const leaves = [item({ id: 1 }), item({ id: 2, milestoneOn: day('2026-03-31') })];
    return {
      agencies: [AGENCY],
      ...countedOf({ leavesByAgency: new Map([[7, leaves]]), lines }),
      roundsByAgency: new Map([[7, rounds]]),
      calendar,
      settings: DEFAULT_SETTINGS,
      today: day(today),
    };
  }
});

function item(over: Partial<Commitment>): Commitment {
  return {
    id: 1,
    setId: 1,
    agencyId: 7,
    parentId: null,
    number: '1',
    text: '',
    isOffChat: false,
    milestoneOn: null,
    position: 0,
    source: { file: '', line: 1 },
    ...over,
  };
}

function line(over: Partial<ProgressLine>): ProgressLine {
  return {
    commitmentId: 1,
    period: 'Q1',
    version: 1,
    status: 'inProgress',
    modifier: null,
    result: null,
    isLate: false,
    difficulty: null,
    isUnchanged: false,
    restoresVersion: null,
    personId: 3,
    recordedAt: new Date('2026-02-01T01:00:00Z'),
    ...over,
  };
}
