import { describe, expect, it } from 'vitest';
import { type AgencyItems, type DraftItem, draftBulk } from '../../src/domain/bulk-update.ts';
import type { Commitment } from '../../src/domain/commitment.ts';
import { leavesNamed, type NamedItems } from '../../src/domain/named-items.ts';
import { aCommitment, aLine } from './samples.ts';

/** Item 1 has three parts, item 4 has two; 2 and 3 have none. */
const NUMBERS = ['1', '1.1', '1.2', '1.3', '2', '3', '4', '4.1', '4.a'];
const COMMITMENTS: readonly Commitment[] = NUMBERS.map((number, index) =>
  aCommitment({
    id: index + 1,
    number,
    parentId: number.includes('.') ? NUMBERS.indexOf(number.slice(0, 1)) + 1 : null,
    position: index,
  }),
);

function named(first: string, over: Partial<NamedItems> = {}): NamedItems {
  return { first, last: null, status: null, result: null, ...over };
}

function items(over: Partial<AgencyItems> = {}): AgencyItems {
  const leaves = COMMITMENTS.filter(({ number }) => number !== '1' && number !== '4');
  return { commitments: COMMITMENTS, missing: leaves, standing: new Map(), ...over };
}

function numbersOf(leaves: readonly Commitment[]): string[] {
  return leaves.map(({ number }) => number);
}

function told(drafted: readonly DraftItem[]): string[] {
  return drafted.map(({ item, status }) => `${NUMBERS[item - 1]} ${status ?? 'asked'}`);
}

describe('the items that a number means', () => {
  it.each([
    ['2', null, ['2']],
    ['4.A', null, ['4.a']],
    ['1', null, ['1.1', '1.2', '1.3']],
    ['1.2', '1.3', ['1.2', '1.3']],
    ['1.3', '3', ['1.3', '2', '3']],
    ['3', '4', ['3', '4.1', '4.a']],
    ['9', null, []],
    ['1.1', '9', []],
    ['3', '2', []],
    ['mấy mục đầu', null, []],
  ])('are, for «%s» to «%s», %j', (first, last, expected) => {
    expect(numbersOf(leavesNamed({ first, last }, COMMITMENTS))).toEqual(expected);
  });

  it('are two around a comma, but for where it may be a point', () => {
    expect(numbersOf(leavesNamed({ first: '2,3', last: null }, COMMITMENTS))).toEqual(['2', '3']);
    expect(leavesNamed({ first: '1,3', last: null }, COMMITMENTS)).toEqual([]);
    expect(leavesNamed({ first: '2,9', last: null }, COMMITMENTS)).toEqual([]);
  });
});

describe('a draft of many items', () => {
  it('gives what is missing one status, and the items named their own or none yet', () => {
    const said = [named('1.3', { status: 'fulfilled', result: '5/5' }), named('2')];
    const draft = draftBulk({ status: 'inProgress', named: said }, items());
    expect(told(draft.items)).toEqual([
      '1.1 inProgress',
      '1.2 inProgress',
      '1.3 fulfilled',
      '2 asked',
      '3 inProgress',
      '4.1 inProgress',
      '4.a inProgress',
    ]);
    expect(draft.items.filter(({ result }) => result !== null)).toMatchObject([{ result: '5/5' }]);
    expect(draft).toMatchObject({ stopped: [], offChat: 0, notFound: [] });
  });

  it('holds only the items named where no others are meant', () => {
    const said = [named('2', { status: 'fulfilled' }), named('3', { status: 'inProgress' })];
    expect(told(draftBulk({ status: null, named: said }, items()).items)).toEqual([
      '2 fulfilled',
      '3 inProgress',
    ]);
  });

  it('leaves what is reported alone, unless it is named with a status', () => {
    const reported = items({ missing: COMMITMENTS.filter(({ number }) => number === '3') });
    const spared = draftBulk({ status: 'inProgress', named: [named('2')] }, reported);
    const changed = draftBulk(
      { status: 'inProgress', named: [named('2', { status: 'fulfilled' })] },
      reported,
    );
    expect(told(spared.items)).toEqual(['3 inProgress']);
    expect(told(changed.items)).toEqual(['2 fulfilled', '3 inProgress']);
  });

  it('never holds what is off chat, which it only counts where it is named', () => {
    const commitments = COMMITMENTS.map((each) => ({ ...each, isOffChat: each.number === '1.2' }));
    const missing = commitments.filter(({ number }) => number.startsWith('1.'));
    const agency = items({ commitments, missing });
    const draft = draftBulk({ status: 'inProgress', named: [named('1.2'), named('1')] }, agency);
    expect(told(draft.items)).toEqual(['1.1 asked', '1.3 asked']);
    expect(draft.offChat).toBe(1);
    expect(draftBulk({ status: 'inProgress', named: [] }, agency).offChat).toBe(0);
  });

  it('names back what is no item, as it was typed', () => {
    const said = [named('9.9'), named('1.1', { last: '1.9' }), named('mấy mục đầu')];
    expect(draftBulk({ status: 'inProgress', named: said }, items()).notFound).toEqual([
      '9.9',
      '1.1–1.9',
      'mấy mục đầu',
    ]);
  });

  it('stops nothing and moves nothing that is stopped: that needs a document', () => {
    const standing = new Map([[5, aLine({ commitmentId: 5, version: 2, status: 'stopped' })]]);
    const said = [named('3', { status: 'stopped' })];
    const draft = draftBulk({ status: 'inProgress', named: said }, items({ standing }));
    expect(numbersOf(draft.stopped)).toEqual(['2', '3']);
    expect(told(draft.items)).not.toContain('2 inProgress');
  });

  it('remembers the version that stood when an item was first drafted', () => {
    const standing = new Map([[5, aLine({ commitmentId: 5, version: 2, status: 'unknown' })]]);
    const first = draftBulk({ status: 'inProgress', named: [] }, items({ standing }));
    const later = new Map([[5, aLine({ commitmentId: 5, version: 3, status: 'fulfilled' })]]);
    const second = draftBulk(
      { status: null, named: [named('2', { status: 'fulfilled' })] },
      items({ standing: later }),
      first.items,
    );
    expect(first.items.find(({ item }) => item === 5)).toMatchObject({ seen: 2 });
    expect(second.items.find(({ item }) => item === 5)).toMatchObject({
      seen: 2,
      status: 'fulfilled',
    });
    expect(second.items).toHaveLength(first.items.length);
  });
});
