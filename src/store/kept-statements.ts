import type postgres from 'postgres';

/** Texts that are kept: all that our code writes, and some that grow with a list's length. */
const MOST_TEXTS = 200;

/**
 * The client as the query builder uses it, with statements that each connection keeps prepared: a
 * text is parsed and planned once, and asked in one journey instead of two. A text is kept when it
 * comes for the second time, and no more of them than a connection should hold.
 */
export function keepingStatements(sql: postgres.Sql): postgres.Sql {
  return keeping(sql, createTexts());
}

interface Texts {
  isKept(text: string): boolean;
}

function createTexts(): Texts {
  const seen = new Set<string>();
  const kept = new Set<string>();
  return {
    isKept: (text) => {
      if (kept.has(text)) return true;
      if (kept.size >= MOST_TEXTS) return false;
      if (seen.delete(text)) kept.add(text);
      else seen.add(text);
      if (seen.size > MOST_TEXTS) seen.clear();
      return kept.has(text);
    },
  };
}

function keeping<Client extends postgres.ISql>(client: Client, texts: Texts): Client {
  const unsafe = (text: string, parameters: never[] = []) =>
    client.unsafe(text, parameters, { prepare: parameters.length > 0 && texts.isKept(text) });
  return new Proxy(client, {
    get: (target, name) => {
      if (name === 'unsafe') return unsafe;
      const own: unknown = Reflect.get(target, name);
      if ((name === 'begin' || name === 'savepoint') && typeof own === 'function') {
        return (work: (inner: postgres.TransactionSql) => unknown) =>
          own.call(target, (inner: postgres.TransactionSql) => work(keeping(inner, texts)));
      }
      return own;
    },
  });
}
