import { setImmediate } from 'node:timers/promises';
import { isAborted, isCut } from './outage.ts';
import type { Session } from './sessions.ts';

/** Asks something in a transaction; `send` has it on its way when it returns. */
export type Ask = (send: () => Promise<unknown>) => Promise<unknown>;

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
 * waited for, so that it costs no journey of its own. Its beginning is waited for: where it fails
 * alone, what follows it in one packet would be done for good, each by itself.
 */
export async function inTransaction<Value>(
  session: Session,
  work: (ask: Ask) => Promise<Value>,
): Promise<Value> {
  let isOver = false;
  const failures: unknown[] = [];
  const asked: Promise<unknown>[] = [];
  const ask: Ask = async (send) => {
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
    await session.sql.unsafe('begin').execute();
    const value = await work(ask);
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

async function undo(session: Session, causes: readonly unknown[]): Promise<void> {
  session.isBroken ||= causes.some(isCut);
  if (session.isBroken) return;
  // What was asked a moment ago is on its way first.
  await setImmediate();
  await session.sql.unsafe('rollback').catch(() => {
    session.isBroken = true;
  });
}
