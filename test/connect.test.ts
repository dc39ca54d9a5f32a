import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { waitMs } from '../src/connect.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const YEAR_MS = 365 * 86_400_000;

it('sits out a wait that is longer than any timer can run, instead of ending at once', async () => {
  let isOver = false;
  void waitMs(YEAR_MS).then(() => {
    isOver = true;
  });

  await vi.advanceTimersByTimeAsync(20 * 86_400_000);

  expect(isOver).toBe(false);
});
