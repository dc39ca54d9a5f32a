import { describe, expect, it } from 'vitest';
import { observe } from '../../src/domain/finding.ts';
import { isMarkDisputed } from '../../src/domain/mark-dispute.ts';

describe('a finding', () => {
  it('asks a person, where a figure cannot be relied on', () => {
    expect(observe('placeholderOpen', { excerpt: 'đạt …%' }).level).toBe('confirm');
  });

  it('only informs, where nothing depends on it', () => {
    expect(observe('emptyPhrase', { excerpt: 'Đang triển khai.' }).level).toBe('note');
  });

  it('may be milder than its kind', () => {
    expect(observe('partsNotTotal', { parts: [2, 3], sum: 5, total: 4 }, 'note').level).toBe(
      'note',
    );
  });
});

describe('a mark', () => {
  it('is disputed by a result that tells the opposite', () => {
    expect(isMarkDisputed('fulfilled', 'inProgress')).toBe(true);
    expect(isMarkDisputed('inProgress', 'fulfilled')).toBe(true);
    expect(isMarkDisputed('inProgress', 'notFulfilled')).toBe(true);
  });

  it('is not disputed by words that print under it', () => {
    expect(isMarkDisputed('inProgress', 'awaitingAppraisal')).toBe(false);
    expect(isMarkDisputed('inProgress', 'notStarted')).toBe(false);
    expect(isMarkDisputed('notFulfilled', 'inProgress')).toBe(false);
    expect(isMarkDisputed('unknown', 'fulfilled')).toBe(false);
  });
});
