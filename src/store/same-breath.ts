import DataLoader from 'dataloader';

/**
 * One question for whatever is asked in the same breath, so that several pieces of work in one
 * transaction cost hardly more than one. `ask` gives an answer for each key, in their order.
 */
export function inSameBreath<Key, Value>(
  ask: (keys: readonly Key[]) => Promise<readonly Value[]>,
): (key: Key) => Promise<Value> {
  const loader = new DataLoader<Key, Value>(ask, { cache: false });
  return (key) => loader.load(key);
}
