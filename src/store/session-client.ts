import type postgres from 'postgres';
import { createAskedBefore, type Question } from './asked-before.ts';
import { createTexts, type Texts } from './kept-statements.ts';
import { inTransaction } from './session-transaction.ts';
import type { Session, Sessions } from './sessions.ts';

/** What the query builder uses of a client. */
export interface Client {
  unsafe(text: string, parameters?: readonly unknown[]): Statement;
}

type Lists = readonly (readonly unknown[])[];

/** As the builder takes it: rows as objects, or as lists. */
interface Statement extends Promise<unknown> {
  values(): Promise<Lists>;
}

/** Clients as the query builder sees them. */
interface Clients {
  /** A statement alone, or a transaction, on a connection that it has for itself until the end. */
  readonly overAll: postgres.Sql;
  /** Over one that is held: a transaction goes in one packet with what was asked before it began. */
  over(session: Session): postgres.Sql;
}

/**
 * Statements whose text comes again are kept prepared: parsed and planned once, and asked in one
 * journey instead of two.
 */
export function clientsOf(template: postgres.Sql, sessions: Sessions): Clients {
  const texts = createTexts();
  const remembering = createAskedBefore();
  const beginOver = <Value>(session: Session, work: Work<Value>): Promise<Value> =>
    inTransaction(session, (ask) => {
      const once = remembering();
      return work(
        asking((question) =>
          once(question, () =>
            ask(() => send(session, texts, question), READING.test(question.text)),
          ),
        ),
      );
    });
  return {
    overAll: inPlaceOf(template, {
      ...asking((question) => sessions.use((session) => send(session, texts, question))),
      begin: (work) => sessions.use((session) => beginOver(session, work)),
    }),
    over: (session) =>
      inPlaceOf(template, {
        ...asking((question) => send(session, texts, question)),
        begin: async (work) => {
          // What was asked in the same breath is on its way then.
          await Promise.resolve();
          return beginOver(session, work);
        },
      }),
  };
}

function asking(ask: (question: Question) => Promise<unknown>): Client {
  return {
    unsafe: (text, parameters = []) =>
      statement((isInValues) => ask({ text, parameters, isInValues })),
  };
}

type Work<Value> = (client: Client) => Promise<Value>;

function inPlaceOf(
  template: postgres.Sql,
  { unsafe, begin }: Client & { begin<Value>(work: Work<Value>): Promise<Value> },
): postgres.Sql {
  return new Proxy(template, {
    get: (target, name) => {
      if (name === 'unsafe') return unsafe;
      if (name === 'begin') return begin;
      return Reflect.get(target, name);
    },
  });
}

/** Locks at the most. */
const READING = /^select\b/u;

/** On its way when this returns. */
function send(
  { sql }: Session,
  texts: Texts,
  { text, parameters, isInValues }: Question,
): Promise<unknown> {
  const prepare = parameters.length > 0 && texts.isKept(text);
  // Of whatever types the query builder gives: it has written them for this driver.
  const query = sql.unsafe(text, parameters as never[], { prepare });
  return isInValues ? query.values().execute() : query.execute();
}

/** Asked a moment later, in the form that was wished by then. */
function statement(run: (isInValues: boolean) => Promise<unknown>): Statement {
  let isInValues = false;
  const answer = Promise.resolve().then(() => run(isInValues));
  const values = () => {
    isInValues = true;
    return answer as Promise<Lists>;
  };
  return Object.assign(answer, { values });
}
