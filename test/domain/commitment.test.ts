import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNumbers, leavesOf } from '../../src/domain/commitment.ts';
import { aCommitment } from './samples.ts';

/** Numbers as papers print them: «7», «1.10», «2.a», «2.đ». */
const anyNumber = fc
  .array(
    fc.oneof(fc.integer({ min: 1, max: 30 }).map(String), fc.constantFrom('a', 'b', 'd', 'đ', 'e')),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join('.'));

describe('item numbers', () => {
  it('sort lettered points by the Vietnamese alphabet, after numbered ones', () => {
    const inOrder = ['2', '2.9', '2.10', '2.a', '2.d', '2.đ', '2.e', '10'];

    for (const numbers of [inOrder, inOrder.toReversed()]) {
      expect(numbers.toSorted(compareNumbers)).toEqual(inOrder);
    }
  });

  it('have one order, from wherever it is read', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, (left, middle, right) => {
        const sign = (one: string, other: string) => Math.sign(compareNumbers(one, other));

        expect(sign(left, right) + sign(right, left)).toBe(0);
        expect(sign(left, right) === 0).toBe(left === right);
        const isChain = sign(left, middle) <= 0 && sign(middle, right) <= 0;
        expect(!isChain || sign(left, right) <= 0).toBe(true);
      }),
    );
  });

  it('put a parent right before its parts', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: 1, max: 30 }), (parent, part) => {
        expect(compareNumbers(parent, `${parent}.${part}`)).toBeLessThan(0);
      }),
    );
  });
});

describe('leaves', () => {
  it('are the items that no other item belongs to', () => {
    const items = [
      aCommitment({ id: 1 }),
      aCommitment({ id: 2, parentId: 1 }),
      aCommitment({ id: 3 }),
    ];

    expect(leavesOf(items).map(({ id }) => id)).toEqual([2, 3]);
  });
});
