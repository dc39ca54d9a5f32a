import type postgres from 'postgres';
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

/**
 * The client as the query builder sees it: a statement alone, or a transaction, on a connection that
 * it has for itself until the end. Statements whose text comes again are kept prepared: parsed and
 * planned once, and asked in one journey instead of two.
 */
export function clientOver(template: postgres.Sql, sessions: Sessions): postgres.Sql {
  const texts = createTexts();
  const unsafe: Client['unsafe'] = (text, parameters = []) =>
    statement((isInValues) =>
      sessions.use((session) => send(session, texts, { text, parameters, isInValues })),
    );
  const begin = <Value>(work: (client: Client) => Promise<Value>): Promise<Value> =>
    sessions.use((session) =>
      inTransaction(session, (ask) =>
        work({
          unsafe: (text, parameters = []) =>
            statement((isInValues) =>
              ask(() => send(session, texts, { text, parameters, isInValues }), READING.test(text)),
            ),
        }),
      ),
    );
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

interface Question {
  readonly text: string;
  readonly parameters: readonly unknown[];
  /** Rows as lists. */
  readonly isInValues: boolean;
}

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
