import pLimit from 'p-limit';
import type { Places } from './usecases/delivering.ts';

/** So many places, given to whoever waits for one in the order of the asking. */
export function createPlaces(most: number): Places {
  const limit = pLimit(most);
  return {
    take: () =>
      new Promise((taken) => {
        void limit(() => new Promise<void>((giveBack) => taken(giveBack)));
      }),
  };
}
