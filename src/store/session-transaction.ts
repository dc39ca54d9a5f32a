import { setImmediate } from 'node:timers/promises';
import { isAborted, isCut } from './outage.ts';
import type { Session } from './sessions.ts';

/**
 * Asks something in a transaction; `send` has it on its way when it returns. What `isReading` may be
 * done outside of one without harm.
 */
export type Ask = (send: () => Promise<unknown>, isReading: boolean) => Promise<unknown>;

/** What is asked of a connection that broke off, or after its transaction's end, is not asked. */
class SessionOverError extends Error {
  override readonly name = 'SessionOverError';
  readonly code = 'CONNECTION_CLOSED';
}

/** The server has undone what it was asked to commit. */
class NotCommittedError extends Error {
  override readonly name = 'NotCommittedError';
}

/**
 * Runs the work in a transaction. Its end goes in one packet with whatever the work has asked and not
 * waited for, and its beginning with what the work reads first, so that neither costs a journey of its
 * own. What writes waits for the beginning: where that fails alone, what follows it in one packet is
 * done for good, each by itself.
 */
export async function inTransaction<Value>(
  session: Session,
  work: (ask: Ask) => Promise<Value>,
): Promise<Value> {
  let isOver = false;
  const failures: unknown[] = [];
  const asked: Promise<unknown>[] = [];
  const begun = session.sql.unsafe('begin').execute();
  const beginning = createBeginning(begun);
  const ask: Ask = async (send, isReading) => {
    if (beginning.isInTheWay(isReading)) {
      await begun;
      beginning.passed();
    }
    if (isOver || session.isBroken) throw new SessionOverError('The connection broke off.');
    const answer = send();
    asked.push(answer);
    try {
      return await answer;
    } catch (error) {
      failures.push(error);
      throw error;
    }
  };
  try {
    const value = await work(ask);
    // Last of those who wait for it: what they ask is on its way then.
    await begun;
    // Whoever took no notice of it would commit nothing, and not know.
    if (failures.length > 0) throw failures[0];
    isOver = true;
    // Where something before it in the same packet failed, the server undoes instead.
    const { command } = await session.sql.unsafe('commit').execute();
    await Promise.allSettled(asked);
    if (failures.length > 0) throw failures[0];
    if (command !== 'COMMIT') throw new NotCommittedError(`The server did ${command}.`);
    return value;
  } catch (error) {
    // Before it is undone: what goes on beside the failure must not be done after.
    isOver = true;
    await undo(session, [error, ...failures]);
    // What failed first says more than that the rest was not done.
    throw isAborted(error) ? (failures[0] ?? error) : error;
  }
}

/**
 * What writes waits for the beginning, and what is asked after something that waits does not overtake
 * it.
 */
function createBeginning(begun: Promise<unknown>) {
  let hasBegun = false;
  let waiting = 0;
  begun.then(
    () => {
      hasBegun = true;
    },
    () => undefined,
  );
  return {
    isInTheWay: (isReading: boolean): boolean => {
      const isInTheWay = waiting > 0 || (!hasBegun && !isReading);
      if (isInTheWay) waiting += 1;
      return isInTheWay;
    },
    passed: (): void => {
      waiting -= 1;
    },
  };
}

async function undo(session: Session, causes: readonly unknown[]): Promise<void> {
  session.isBroken ||= causes.some(isCut);
  if (session.isBroken) return;
  // What was asked a moment ago is on its way first.
  await setImmediate();
  await session.sql.unsafe('rollback').catch(() => {
    session.isBroken = true;
  });
}
