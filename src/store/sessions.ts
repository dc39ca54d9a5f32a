import type postgres from 'postgres';
import { isCut } from './outage.ts';

/** A connection of its own, lent to one piece of work at a time. */
export interface Session {
  /** A client that has one connection. */
  readonly sql: postgres.Sql;
  /** Nothing more may be asked over it: whatever was open on it is gone. */
  isBroken: boolean;
}

export interface Sessions {
  /** Lends a connection for as long as the work takes; waits while all are lent. */
  use<Value>(work: (session: Session) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

/**
 * Connections that are thrown away once they have broken off. The driver's own pool opens them anew
 * under whoever still holds them: what is left of a transaction is then done outside of it, or its
 * rollback ends the process. Source: decision 0026.
 */
export function createSessions(open: (onclose: () => void) => postgres.Sql, max: number): Sessions {
  const all = new Set<Session>();
  const idle: Session[] = [];
  const waiting: ((session: Session) => void)[] = [];

  const make = (): Session => {
    const session: Session = {
      isBroken: false,
      sql: open(() => {
        session.isBroken = true;
      }),
    };
    all.add(session);
    return session;
  };
  const drop = (session: Session): void => {
    all.delete(session);
    session.sql.end({ timeout: 0 }).catch(() => undefined);
  };
  const free = (): Session | null => {
    for (let session = idle.pop(); session !== undefined; session = idle.pop()) {
      if (!session.isBroken) return session;
      drop(session);
    }
    return all.size < max ? make() : null;
  };
  const lend = (): Promise<Session> => {
    const session = free();
    return session === null
      ? new Promise((resolve) => waiting.push(resolve))
      : Promise.resolve(session);
  };
  const giveBack = (session: Session): void => {
    if (session.isBroken) drop(session);
    else idle.push(session);
    if (waiting.length === 0) return;
    const next = free();
    if (next !== null) waiting.shift()?.(next);
  };
  return {
    use: async (work) => {
      const session = await lend();
      try {
        return await work(session);
      } catch (error) {
        session.isBroken ||= isCut(error);
        throw error;
      } finally {
        giveBack(session);
      }
    },
    close: async () => {
      await Promise.all([...all].map(({ sql }) => sql.end({ timeout: 5 })));
    },
  };
}
