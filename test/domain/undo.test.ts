import { describe, expect, it } from 'vitest';
import type { ProgressLine } from '../../src/domain/commitment.ts';
import { effectiveLines, hasReported } from '../../src/domain/progress.ts';
import { lastOfUpdates, lastUpdatesOf, versionBefore } from '../../src/domain/undo.ts';
import { aLine } from './samples.ts';

const HANH = 7;
const at = (time: string) => new Date(`2026-06-02T${time}:00+07:00`);

function said(version: number, over: Partial<ProgressLine> = {}): ProgressLine {
  return aLine({ version, personId: HANH, recordedAt: at('09:15'), ...over });
}

describe('the lines that count (TX-06)', () => {
  const imported = aLine({ version: 1, personId: null, status: 'inProgress', period: 'Q1' });
  const mistake = said(2, { status: 'fulfilled', period: 'Q2' });
  const undone = said(3, { status: 'inProgress', period: 'Q1', restoresVersion: 1 });

  it('leave out what was undone, and its report with it', () => {
    const lines = effectiveLines([imported, mistake, undone]);
    expect(lines).toEqual([imported, undone]);
    const rounds = [{ period: 'Q1' as const }, { period: 'Q2' as const }];
    expect(hasReported(lines, imported.commitmentId, 'Q2', rounds)).toBe(false);
  });

  it('leave other items alone', () => {
    const other = said(2, { commitmentId: 99, status: 'fulfilled' });
    expect(effectiveLines([imported, other, undone])).toContain(other);
  });
});

describe('the update that an undo takes back', () => {
  it('is the person’s newest, not one that was undone', () => {
    const mine = said(2, { recordedAt: at('09:15') });
    const newer = said(3, { commitmentId: 5, recordedAt: at('09:20') });
    const undo = said(4, { recordedAt: at('09:30'), restoresVersion: 1 });
    const theirs = said(5, { personId: 8, recordedAt: at('09:40') });
    expect(lastUpdatesOf([mine, newer, undo, theirs], HANH)).toEqual([newer]);
    expect(lastUpdatesOf([theirs], HANH)).toEqual([]);
  });

  it('is all that one message told, each item once', () => {
    const earlier = said(1, { commitmentId: 4, recordedAt: at('09:10') });
    const [one, other] = [said(2, { commitmentId: 5 }), said(2, { commitmentId: 6 })];
    const again = said(3, { commitmentId: 6 });
    expect(lastUpdatesOf([earlier, one, other, again], HANH)).toEqual([one, again]);
  });

  it('is a status with the result and difficulty told after it', () => {
    const before = said(1, { status: 'inProgress', recordedAt: at('07:00') });
    const status = said(2, { status: 'fulfilled' });
    const result = said(3, { status: 'fulfilled', result: '5/5', recordedAt: at('09:20') });
    expect(versionBefore([before, status, result])).toBe(1);
  });

  it.each([
    ['another person', { personId: 8 }],
    ['another status', { status: 'notStarted' as const }],
    ['another period', { period: 'Q2' as const }],
    ['an hour earlier', { recordedAt: at('08:00') }],
  ])('ends where the line before is of %s', (_reason, over) => {
    expect(versionBefore([said(1, over), said(2)])).toBe(1);
  });

  it('leaves nothing standing where nothing was said before', () => {
    expect(versionBefore([said(1)])).toBe(0);
    expect(versionBefore([])).toBe(0);
  });

  it('is told apart from an earlier undo', () => {
    const history = [
      said(1, { recordedAt: at('07:00') }),
      said(2, { status: 'fulfilled' }),
      said(3, { restoresVersion: 1 }),
      said(4, { status: 'notFulfilled', recordedAt: at('10:00') }),
    ];
    expect(versionBefore(history)).toBe(1);
  });
});

describe('the history', () => {
  it('tells an update once, as it was last told, and every undo', () => {
    const imported = aLine({ version: 1, personId: null });
    const status = said(2, { status: 'fulfilled' });
    const result = said(3, { status: 'fulfilled', result: '5/5', recordedAt: at('09:20') });
    const undone = said(4, { recordedAt: at('09:30'), restoresVersion: 1 });
    const later = said(5, { recordedAt: at('09:31') });

    expect(lastOfUpdates([imported, status, result, undone, later])).toEqual([
      imported,
      result,
      undone,
      later,
    ]);
    expect(lastOfUpdates([])).toEqual([]);
  });
});
