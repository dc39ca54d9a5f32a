import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMITMENT_STATUSES } from '../../src/domain/commitment-status.ts';
import { parentStatus } from '../../src/domain/parent-status.ts';

const anyStatus = fc.constantFrom(...COMMITMENT_STATUSES);

describe('the status of a parent', () => {
  it('is that of its children where they agree', () => {
    for (const status of COMMITMENT_STATUSES) {
      expect(parentStatus([status, status])).toBe(status);
    }
  });

  it('is fulfilled only if every child that was not stopped is', () => {
    fc.assert(
      fc.property(fc.array(anyStatus), (children) => {
        const speaking = children.filter((status) => status !== 'stopped');
        const isFulfilled = speaking.length > 0 && speaking.every((each) => each === 'fulfilled');

        expect(parentStatus(children) === 'fulfilled').toBe(isFulfilled);
      }),
    );
  });

  it('is not fulfilled as soon as one child is not', () => {
    fc.assert(
      fc.property(fc.array(anyStatus), (children) => {
        expect(parentStatus([...children, 'notFulfilled'])).toBe('notFulfilled');
      }),
    );
  });

  it('does not depend on the order of the children', () => {
    fc.assert(
      fc.property(fc.array(anyStatus), (children) => {
        expect(parentStatus(children.toReversed())).toBe(parentStatus(children));
      }),
    );
  });
});
