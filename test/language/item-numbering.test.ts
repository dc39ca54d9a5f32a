import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberingFaults } from '../../src/language/item-numbering.ts';

const faults = (numbers: string, after?: number) =>
  numberingFaults(numbers === '' ? [] : numbers.split(' '), after);

describe('the numbers of a list', () => {
  it.each(['1 1.1 1.2 2 3', '1 2 2.a 2.b 2.c 2.d 2.đ 2.e', '1. 2. 3.', 'I II', ''])(
    'are in order: «%s»',
    (numbers) => {
      expect(faults(numbers)).toEqual({ repeated: [], missing: [] });
    },
  );

  it.each([
    ['1 2 2 3', ['2'], []],
    ['1 2 2 2 3', ['2'], []],
    ['1 2 4', [], ['3']],
    ['1 1.1 1.3 2', [], ['1.2']],
    ['1 2 2.2 2.3', [], ['2.1']],
    ['1 2 2.a 2.b 2.d 2.e', [], ['2.c', '2.đ']],
    ['2 3 4', [], ['1']],
    ['1 9 10 11', [], []],
  ])('«%s» has %j twice and misses %j', (numbers, repeated, missing) => {
    expect(faults(numbers)).toEqual({ repeated, missing });
  });

  it('may go on from the list before', () => {
    expect(faults('4 5 7', 3)).toEqual({ repeated: [], missing: ['6'] });
    expect(faults('4 5 6 7', 2)).toEqual({ repeated: [], missing: ['1', '2', '3'] });
  });

  it('miss exactly the one that is taken out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 60 }), fc.nat(), (length, seed) => {
        const all = Array.from({ length }, (_, index) => String(index + 1));
        const gone = String(2 + (seed % (length - 2)));
        expect(numberingFaults(all)).toEqual({ repeated: [], missing: [] });
        expect(numberingFaults(all.filter((each) => each !== gone)).missing).toEqual([gone]);
      }),
    );
  });
});
