import DataLoader from 'dataloader';
import { StoreUnavailableError } from './ports/unit-of-work.ts';

/** So many at most, that one answer stays of a size. */
const MOST_AT_ONCE = 50;

/**
 * Answers together whatever is asked while an answer is on its way; what is asked alone is answered
 * at once. `answer` gives a value for each key, in their order. Where it fails for several, each is
 * answered by itself, so that only what is at fault fails, unless the database is away.
 */
export function answeredTogether<Key, Value>(
  answer: (keys: readonly Key[]) => Promise<readonly Value[]>,
): (key: Key) => Promise<Value> {
  let before: Promise<unknown> = Promise.resolve();
  const answerAll = async (keys: readonly Key[]): Promise<readonly (Value | Error)[]> => {
    try {
      return await answer(keys);
    } catch (error) {
      if (keys.length === 1 || error instanceof StoreUnavailableError) throw error;
      return eachAlone(keys, answer);
    }
  };
  const loader = new DataLoader<Key, Value>(
    (keys) => {
      const answers = answerAll(keys);
      before = answers.catch(() => undefined);
      return answers;
    },
    {
      cache: false,
      maxBatchSize: MOST_AT_ONCE,
      batchScheduleFn: (go) => {
        void before.then(go);
      },
    },
  );
  return (key) => loader.load(key);
}

async function eachAlone<Key, Value>(
  keys: readonly Key[],
  answer: (keys: readonly Key[]) => Promise<readonly Value[]>,
): Promise<(Value | Error)[]> {
  const answers: (Value | Error)[] = [];
  for (const key of keys) {
    try {
      answers.push(...(await answer([key])));
    } catch (error) {
      answers.push(error instanceof Error ? error : new Error(String(error)));
    }
  }
  return answers;
}
