import { describe, expect, it } from 'vitest';
import { answeredTogether } from '../../src/usecases/answered-together.ts';
import { StoreUnavailableError } from '../../src/usecases/ports/unit-of-work.ts';

/** Doubles each number; refuses 13, and everything where it is told so. */
function doubling(failure: (numbers: readonly number[]) => Error | null = () => null) {
  const asked: number[][] = [];
  const double = answeredTogether(async (numbers: readonly number[]) => {
    asked.push([...numbers]);
    const failed = failure(numbers);
    if (failed !== null) throw failed;
    return numbers.map((number) => number * 2);
  });
  return { asked, double };
}

const refusing13 = (numbers: readonly number[]) =>
  numbers.includes(13) ? new Error('unlucky') : null;

describe('what is answered together', () => {
  it('is answered at once where it is asked alone', async () => {
    const { asked, double } = doubling();

    expect(await double(1)).toBe(2);
    expect(await double(2)).toBe(4);
    expect(asked).toEqual([[1], [2]]);
  });

  it('waits for an answer that is on its way, and is then answered as one', async () => {
    const { asked, double } = doubling();

    const first = double(1);
    await Promise.resolve();
    const later = [2, 3, 4].map(double);

    expect(await Promise.all([first, ...later])).toEqual([2, 4, 6, 8]);
    expect(asked).toEqual([[1], [2, 3, 4]]);
  });

  it('fails alone', async () => {
    const { double } = doubling(refusing13);

    const answers = await Promise.allSettled([12, 13, 14].map(double));

    expect(answers).toEqual([
      { status: 'fulfilled', value: 24 },
      { status: 'rejected', reason: new Error('unlucky') },
      { status: 'fulfilled', value: 28 },
    ]);
  });

  it('goes on after a failure', async () => {
    const { double } = doubling(refusing13);

    await expect(double(13)).rejects.toThrow('unlucky');
    expect(await double(14)).toBe(28);
  });

  it('is not asked again one by one while the database is away', async () => {
    const { asked, double } = doubling(() => new StoreUnavailableError('away'));

    const answers = await Promise.allSettled([1, 2].map(double));

    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(asked).toEqual([[1, 2]]);
  });
});
