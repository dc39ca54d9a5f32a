import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar-date.ts';
import { DEFAULT_RULES, DEFAULT_SETTINGS } from '../../src/domain/commitment-set.ts';
import { milestoneDeadline } from '../../src/domain/milestone.ts';
import { overdueMilestones, overdueRounds } from '../../src/domain/overdue.ts';
import { roundsOf } from '../../src/domain/reporting-round.ts';
import { aCommitment, aLine, anAgency, countedOf, OFFICIAL } from './samples.ts';

const YEAR = { rules: DEFAULT_RULES, year: 2026, settings: DEFAULT_SETTINGS };
const FIRST = anAgency({ id: 2, position: 1 });
const SECOND = anAgency({ id: 1, position: 2 });

describe('overdue work', () => {
  it('stands in the order of the organisation, then of the deadlines', () => {
    const late = overdueRounds(office({ today: '2026-06-08' }));

    expect(late.map(({ agencyId, period }) => [agencyId, period])).toEqual([
      [2, 'Q1'],
      [2, 'Q2'],
      [1, 'Q1'],
      [1, 'Q2'],
    ]);
    expect(late[1]).toMatchObject({ missing: 1, of: 1, daysLate: 4, workingDaysLate: 2 });
  });

  it('is no longer the first quarter once a later one is reported', () => {
    const lines = [
      aLine({ commitmentId: 10, period: 'Q2' }),
      aLine({ commitmentId: 20, period: 'Q1' }),
    ];

    const late = overdueRounds(office({ today: '2026-06-08', lines }));

    expect(late.map(({ agencyId, period }) => [agencyId, period])).toEqual([[2, 'Q2']]);
  });

  it('is a milestone only after its own first working day', () => {
    expect(milestoneDeadline(day('2026-05-31'), OFFICIAL, DEFAULT_SETTINGS)).toEqual({
      dueOn: '2026-05-31',
      remindBy: '2026-05-29',
      lateAfter: '2026-06-01',
    });
    expect(overdueMilestones(office({ today: '2026-06-01' }))).toEqual([]);
    expect(overdueMilestones(office({ today: '2026-06-02' }))).toEqual([
      { agencyId: 1, commitmentId: 10, dueOn: '2026-05-31', daysLate: 1 },
    ]);
  });

  it.each([
    ['fulfilled', 0],
    ['notFulfilled', 0],
    ['stopped', 0],
    ['awaitingAppraisal', 1],
    ['inProgress', 1],
    ['notStarted', 1],
    ['unknown', 1],
  ] as const)('with the status %s counts %i milestones', (status, count) => {
    const lines = [aLine({ commitmentId: 10, status })];

    expect(overdueMilestones(office({ today: '2026-06-02', lines }))).toHaveLength(count);
  });
});

function office({ today, lines = [] }: { today: string; lines?: ReturnType<typeof aLine>[] }) {
  const leavesByAgency = new Map([
    [1, [aCommitment({ id: 10, agencyId: 1, milestoneOn: day('2026-05-31') })]],
    [2, [aCommitment({ id: 20, agencyId: 2 })]],
  ]);
  const rounds = roundsOf(YEAR, FIRST, OFFICIAL);
  return {
    agencies: [SECOND, FIRST],
    ...countedOf({ leavesByAgency, lines }),
    // As agencies of one level do, they share their rounds.
    roundsByAgency: new Map([FIRST, SECOND].map(({ id }) => [id, rounds])),
    calendar: OFFICIAL,
    settings: DEFAULT_SETTINGS,
    today: day(today),
  };
}
