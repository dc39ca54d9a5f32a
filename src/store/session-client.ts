import { setImmediate } from 'node:timers/promises';
import type postgres from 'postgres';
import { createTexts, type Texts } from './kept-statements.ts';
import { isAborted, isCut } from './outage.ts';
import type { Session, Sessions } from './sessions.ts';

/** What the query builder uses of a client. */
interface Client {
  unsafe(text: string, parameters?: never[]): Statement;
}

/** As the builder takes it: rows as objects, or as lists. */
interface Statement extends Promise<unknown> {
  values(): Promise<unknown>;
}

/**
 * The client as the query builder sees it: a statement alone, or a transaction, on a connection that
 * it has for itself until the end. Statements whose text comes again are kept prepared: parsed and
 * planned once, and asked in one journey instead of two.
 */
export function clientOver(template: postgres.Sql, sessions: Sessions): postgres.Sql {
  const texts = createTexts();
  const unsafe: Client['unsafe'] = (text, parameters = []) =>
    statement((ask) =>
      sessions.use((session) => ask(session.sql.unsafe(...kept(texts, text, parameters)))),
    );
  const begin = <Value>(work: (client: Client) => Promise<Value>): Promise<Value> =>
    sessions.use((session) => inTransaction(session, texts, work));
  return new Proxy(template, {
    get: (target, name) => {
      if (name === 'unsafe') return unsafe;
      if (name === 'begin') return begin;
      return Reflect.get(target, name);
    },
  });
}

type Query = postgres.PendingQuery<postgres.Row[]>;

/** Asked a moment later, in the form that was wished by then. */
function statement(run: (ask: (query: Query) => Promise<unknown>) => Promise<unknown>): Statement {
  let isInValues = false;
  const answer = Promise.resolve().then(() =>
    run(async (query) => (isInValues ? query.values() : query)),
  );
  const values = () => {
    isInValues = true;
    return answer;
  };
  return Object.assign(answer, { values });
}

function kept(texts: Texts, text: string, parameters: never[]) {
  const prepare = parameters.length > 0 && texts.isKept(text);
  return [text, parameters, { prepare }] as const;
}

/** What is asked of a connection that broke off, or after its transaction's end, is not asked. */
class SessionOverError extends Error {
  override readonly name = 'SessionOverError';
  readonly code = 'CONNECTION_CLOSED';
}

async function inTransaction<Value>(
  session: Session,
  texts: Texts,
  work: (client: Client) => Promise<Value>,
): Promise<Value> {
  let isOver = false;
  const failures: unknown[] = [];
  const unsafe: Client['unsafe'] = (text, parameters = []) =>
    statement(async (ask) => {
      if (isOver || session.isBroken) throw new SessionOverError('The connection broke off.');
      try {
        return await ask(session.sql.unsafe(...kept(texts, text, parameters)));
      } catch (error) {
        failures.push(error);
        throw error;
      }
    });
  try {
    await session.sql.unsafe('begin');
    const value = await work({ unsafe });
    isOver = true;
    // Whoever took no notice of it would commit nothing, and not know.
    if (failures.length > 0) throw failures[0];
    await session.sql.unsafe('commit');
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
