import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, day } from '../../src/domain/calendar-date.ts';
import {
  DEFAULT_RULES,
  DEFAULT_SETTINGS,
  type ReportingRule,
} from '../../src/domain/commitment-set.ts';
import type { ReportPeriod } from '../../src/domain/report-period.ts';
import {
  askedOn,
  askedRound,
  daysLate,
  deadlineOf,
  isLate,
  roundOf,
  roundsOf,
  upcomingRound,
  windowOf,
  workingDaysLate,
} from '../../src/domain/reporting-round.ts';
import { isWorkingDay } from '../../src/domain/working-calendar.ts';
import { anAgency, anyDate, OFFICIAL } from './samples.ts';

function roundsIn(year: number, rules: readonly ReportingRule[] = DEFAULT_RULES) {
  return roundsOf({ rules, year, settings: DEFAULT_SETTINGS }, anAgency(), OFFICIAL);
}

function asked(today: string | CalendarDate, missing: readonly ReportPeriod[], year = 2026) {
  const { round, before } = askedOn(roundsIn(year), on(today));
  return askedRound({ round, before }, (period) => missing.includes(period))?.period;
}

function on(today: string | CalendarDate) {
  return { today: day(today), calendar: OFFICIAL, settings: DEFAULT_SETTINGS };
}

describe('the dates of a round', () => {
  it.each([
    // «Trước ngày 05» where rest days matter. Source: domain notes 3.
    [2023, 'Q1', '2023-03-04', '2023-03-03', '2023-03-06'],
    [2023, 'Q2', '2023-06-04', '2023-06-02', '2023-06-05'],
    [2023, 'Q3', '2023-09-04', '2023-08-31', '2023-09-05'],
    [2026, 'Q3', '2026-09-04', '2026-09-04', '2026-09-04'],
    [2026, 'Q4', '2026-12-04', '2026-12-04', '2026-12-04'],
    [2027, 'Q3', '2027-09-04', '2027-09-01', '2027-09-06'],
    [2027, 'Q4', '2027-12-04', '2027-12-03', '2027-12-06'],
    // «Trước 20/11» and «trước 20/10». Source: domain notes 3.
    [2023, 'annualUpdate', '2023-11-19', '2023-11-17', '2023-11-20'],
    [2024, 'annualUpdate', '2024-11-19', '2024-11-19', '2024-11-19'],
    [2025, 'annualUpdate', '2025-11-19', '2025-11-19', '2025-11-19'],
    [2026, 'annualUpdate', '2026-11-19', '2026-11-19', '2026-11-19'],
    [2027, 'annualUpdate', '2027-11-19', '2027-11-19', '2027-11-19'],
    [2024, 'annualPreliminary', '2024-10-19', '2024-10-18', '2024-10-21'],
    [2025, 'annualPreliminary', '2025-10-19', '2025-10-17', '2025-10-20'],
    // The calendar of deadlines D01-D05. Source: product notes 1.4.
    [2026, 'Q1', '2026-03-04', '2026-03-04', '2026-03-04'],
    [2026, 'Q2', '2026-06-04', '2026-06-04', '2026-06-04'],
    [2026, 'annualPreliminary', '2026-10-19', '2026-10-19', '2026-10-19'],
    [2027, 'Q1', '2027-03-04', '2027-03-04', '2027-03-04'],
    [2027, 'Q2', '2027-06-04', '2027-06-04', '2027-06-04'],
    [2027, 'annualPreliminary', '2027-10-19', '2027-10-19', '2027-10-19'],
  ])(
    'of %i %s are %s, reminded by %s, late after %s',
    (year, period, dueOn, remindBy, lateAfter) => {
      const round = roundsIn(year).find((each) => each.period === period);

      expect(round).toMatchObject({ dueOn, remindBy, lateAfter });
    },
  );

  it.each([2023, 2024, 2025, 2026, 2027])('are plain days where nothing rests, in %i', (year) => {
    for (const { dueOn, remindBy, lateAfter } of roundsIn(year)) {
      const isPlain = isWorkingDay(OFFICIAL, dueOn);

      expect([remindBy === dueOn, lateAfter === dueOn]).toEqual([isPlain, isPlain]);
    }
  });

  it('keep the day as printed beside the last good one', () => {
    const [rule] = DEFAULT_RULES;
    const round = (boundary: 'before' | 'by') =>
      roundOf({ ...aRule(rule), boundary }, 2026, OFFICIAL, DEFAULT_SETTINGS);

    expect(round('before')).toMatchObject({ printedOn: '2026-03-05', dueOn: '2026-03-04' });
    expect(round('by')).toMatchObject({ printedOn: '2026-03-05', dueOn: '2026-03-05' });
  });

  it('blame from the literal day where rest days do not count', () => {
    const deadline = deadlineOf(day('2027-09-04'), OFFICIAL, { restDayRule: 'none' });

    expect(deadline).toEqual({
      dueOn: '2027-09-04',
      remindBy: '2027-09-01',
      lateAfter: '2027-09-04',
    });
  });

  it('never make anybody late before the literal last day is over', () => {
    fc.assert(
      fc.property(anyDate(), (date) => {
        const { dueOn, remindBy, lateAfter } = deadlineOf(date, OFFICIAL, DEFAULT_SETTINGS);

        expect(remindBy <= dueOn && dueOn <= lateAfter).toBe(true);
        expect([remindBy, lateAfter].every((each) => isWorkingDay(OFFICIAL, each))).toBe(true);
      }),
    );
  });
});

describe('the rounds of an agency', () => {
  const general = aRule({ period: 'Q1', month: 3, day: 5 });
  const ofCommunes = aRule({ period: 'Q1', month: 3, day: 3, level: 'commune' });
  const ofAgency = aRule({ period: 'Q1', month: 3, day: 10, agencyId: 7 });

  it('come in the order of their deadlines', () => {
    expect(roundsIn(2026, DEFAULT_RULES.toReversed()).map(({ period }) => period)).toEqual([
      'Q1',
      'Q2',
      'Q3',
      'annualPreliminary',
      'annualUpdate',
      'Q4',
    ]);
  });

  it.each([
    ['an agency with a rule of its own', { id: 7, level: 'commune' as const }, '2026-03-09', 7],
    ['another of that level', { id: 8, level: 'commune' as const }, '2026-03-02', null],
    ['all others', { id: 9, level: 'department' as const }, '2026-03-04', null],
  ])('follow the nearest rule: %s', (_who, agency, dueOn, agencyId) => {
    for (const rules of [
      [general, ofCommunes, ofAgency],
      [ofAgency, ofCommunes, general],
    ]) {
      const rounds = roundsOf({ rules, year: 2026, settings: DEFAULT_SETTINGS }, agency, OFFICIAL);

      expect(rounds).toMatchObject([{ period: 'Q1', dueOn, agencyId }]);
    }
  });
});

describe('the round that an officer is asked about', () => {
  it('is the coming one while nothing is missing', () => {
    expect(asked('2026-01-05', [])).toBe('Q1');
    expect(asked('2026-04-01', [])).toBe('Q2');
  });

  it('is the missed one until the reminders of the next begin', () => {
    expect(windowOf(aRound('Q2'), DEFAULT_SETTINGS, OFFICIAL)).toBe('2026-05-26');
    expect(asked('2026-05-25', ['Q1'])).toBe('Q1');
    expect(asked('2026-05-26', ['Q1'])).toBe('Q2');
  });

  it('takes corrections of a complete one while its period lasts', () => {
    expect(asked('2026-06-05', [])).toBe('Q2');
    expect(asked('2026-06-30', [])).toBe('Q2');
    expect(asked('2026-07-01', [])).toBe('Q3');
    expect(asked('2026-10-25', [])).toBe('annualPreliminary');
  });

  it('is not one that was missed two rounds ago', () => {
    expect(asked('2026-07-01', ['Q1'])).toBe('Q3');
  });

  it('is still the round itself on the days between the last reminder and lateness', () => {
    expect(asked('2027-09-05', ['Q3'], 2027)).toBe('Q3');
  });

  it('is the last one when the year is over, and none without rounds', () => {
    expect(asked('2026-12-05', ['Q4'])).toBe('Q4');
    expect(asked('2026-12-05', [])).toBe('Q4');
    expect(upcomingRound(roundsIn(2026), day('2026-12-05'))).toBeNull();
    expect(askedRound(askedOn([], on('2026-12-05')), () => false)).toBeNull();
  });

  it('opens on the deadline itself where no reminders come before it', () => {
    expect(windowOf(aRound('Q2'), { leadDays: [] }, OFFICIAL)).toBe('2026-06-04');
  });

  it('is not moved by an early report', () => {
    fc.assert(
      fc.property(anyDate(), fc.integer({ min: 2023, max: 2027 }), (today, year) => {
        const coming = upcomingRound(roundsIn(year), today)?.period;
        const before = asked(today, coming === undefined ? [] : [coming], year);
        const after = asked(today, [], year);

        expect(after).toBe(before);
      }),
    );
  });
});

describe('lateness', () => {
  const round = deadlineOf(day('2027-09-04'), OFFICIAL, DEFAULT_SETTINGS);

  it('begins on the day after the first working day on or after the last one', () => {
    expect(isLate(round, day('2027-09-06'))).toBe(false);
    expect(daysLate(round, day('2027-09-06'))).toBe(0);
    expect(isLate(round, day('2027-09-07'))).toBe(true);
    expect(daysLate(round, day('2027-09-07'))).toBe(1);
    expect(workingDaysLate(OFFICIAL, round, day('2027-09-07'))).toBe(1);
  });

  it('counts calendar days and working days apart', () => {
    expect(daysLate(round, day('2027-09-13'))).toBe(7);
    expect(workingDaysLate(OFFICIAL, round, day('2027-09-13'))).toBe(5);
    expect(workingDaysLate(OFFICIAL, round, day('2027-09-01'))).toBe(0);
  });

  it('never counts more working days than days', () => {
    fc.assert(
      fc.property(anyDate(), fc.integer({ min: 1, max: 90 }), (date, days) => {
        const deadline = deadlineOf(date, OFFICIAL, DEFAULT_SETTINGS);
        const today = addDays(deadline.lateAfter, days);

        expect(daysLate(deadline, today)).toBe(days);
        expect(workingDaysLate(OFFICIAL, deadline, today)).toBeLessThanOrEqual(days);
      }),
    );
  });
});

function aRound(period: ReportPeriod) {
  return roundOf(
    aRule(DEFAULT_RULES.find((rule) => rule.period === period)),
    2026,
    OFFICIAL,
    DEFAULT_SETTINGS,
  );
}

function aRule(some: Partial<ReportingRule> = {}): ReportingRule {
  return {
    period: 'Q1',
    boundary: 'before',
    month: 3,
    day: 5,
    agencyId: null,
    level: null,
    asPrinted: null,
    ...some,
  };
}
