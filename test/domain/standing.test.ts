import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgressLine } from '../../src/domain/commitment.ts';
import { COMMITMENT_STATUSES } from '../../src/domain/commitment-status.ts';
import { effectiveLines, missingLeaves, standingLine } from '../../src/domain/progress.ts';
import { REPORT_PERIODS } from '../../src/domain/report-period.ts';
import {
  countLeaves,
  countMissing,
  standingOf,
  standingsOfTree,
} from '../../src/domain/standing.ts';
import { aCommitment, aLine, countedOf } from './samples.ts';

const ROUNDS = (['Q1', 'Q2', 'Q3', 'annualPreliminary', 'annualUpdate', 'Q4'] as const).map(
  (period) => ({ period }),
);

describe('where an item stands', () => {
  it('is unknown and unreported before anything was said', () => {
    expect(standingOf([])).toEqual({ status: 'unknown', reportedIn: new Set() });
  });

  it('is its newest status and every period in which it was reported', () => {
    const lines = [
      aLine({ version: 2, period: 'Q2', status: 'fulfilled' }),
      aLine({ version: 1, period: 'Q1' }),
    ];

    expect(standingOf(lines)).toEqual({ status: 'fulfilled', reportedIn: new Set(['Q1', 'Q2']) });
  });

  it('forgets a report that was undone', () => {
    const lines = [
      aLine({ version: 1, period: 'Q1' }),
      aLine({ version: 2, period: 'Q2', status: 'fulfilled' }),
      aLine({ version: 3, period: 'Q1', restoresVersion: 1 }),
    ];

    expect(standingOf(lines)).toEqual({ status: 'inProgress', reportedIn: new Set(['Q1']) });
  });
});

describe('where the items of a new tree stand', () => {
  const item = (parentAt: number | null, line: ProgressLine | null = null) => ({ parentAt, line });

  it('is what a paper says of each leaf, and what follows from the children for a parent', () => {
    const fulfilled = aLine({ status: 'fulfilled', period: 'Q2' });

    expect(
      standingsOfTree([
        item(null),
        item(0, fulfilled),
        item(0),
        item(2, fulfilled),
        item(2, aLine({ status: 'stopped', period: 'Q2' })),
        item(null),
      ]).map(({ status, isLeaf, reportedIn }) => [status, isLeaf, [...reportedIn].join()]),
    ).toEqual([
      ['fulfilled', false, ''],
      ['fulfilled', true, 'Q2'],
      ['fulfilled', false, ''],
      ['fulfilled', true, 'Q2'],
      ['stopped', true, 'Q2'],
      ['unknown', true, ''],
    ]);
  });
});

describe('counted leaves', () => {
  it('miss a round exactly where the items themselves do, whatever was said and undone', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine(), { maxLength: 30 }),
        fc.constantFrom(...REPORT_PERIODS),
        (lines, period) => {
          const leaves = [1, 2, 3, 4].map((id) => aCommitment({ id, agencyId: 7 }));
          const { talliesByAgency } = countedOf({ leavesByAgency: new Map([[7, leaves]]), lines });
          const tallies = talliesByAgency.get(7) ?? [];

          expect(countLeaves(tallies)).toBe(4);
          expect(countMissing(tallies, period, ROUNDS)).toBe(
            missingLeaves(leaves, effectiveLines(lines), period, ROUNDS).length,
          );
          for (const { id } of leaves) {
            const own = lines.filter(({ commitmentId }) => commitmentId === id);
            const stands = standingLine(effectiveLines(lines), id)?.status ?? 'unknown';
            expect(standingOf(own).status).toBe(stands);
          }
        },
      ),
    );
  });
});

let made = 0;

function anyLine(): fc.Arbitrary<ProgressLine> {
  return fc
    .record({
      commitmentId: fc.integer({ min: 1, max: 4 }),
      period: fc.constantFrom(...REPORT_PERIODS),
      status: fc.constantFrom(...COMMITMENT_STATUSES),
      restoresVersion: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 4 }),
    })
    .map((some) => {
      made += 1;
      return aLine({ ...some, version: made });
    });
}
