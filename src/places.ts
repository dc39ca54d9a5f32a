import type { Places } from './usecases/delivering.ts';

/** So many places, given to whoever waits for one in the order of the asking. */
export function createPlaces(most: number): Places {
  const waiting: ((leave: () => void) => void)[] = [];
  let taken = 0;
  /** Passes the place on, once only. */
  const occupied = () => {
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      const next = waiting.shift();
      if (next === undefined) taken -= 1;
      else next(occupied());
    };
  };
  const takeFree = () => {
    if (taken >= most) return null;
    taken += 1;
    return occupied();
  };
  return {
    takeFree,
    take: async () => takeFree() ?? new Promise((resolve) => waiting.push(resolve)),
  };
}
