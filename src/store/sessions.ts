import type postgres from 'postgres';
import { isCut } from './outage.ts';

/** A connection of its own, lent to one piece of work at a time. */
export interface Session {
  /** A client that has one connection. */
  readonly sql: postgres.Sql;
  /** It has been greeted, and stands. */
  isOpen: boolean;
  /** How often it has been lent. */
  lendings: number;
  /** Nothing more may be asked over it: whatever was open on it is gone. */
  isBroken: boolean;
}

export interface Sessions {
  /** Lends a connection for as long as the work takes; waits while all are lent. */
  use<Value>(work: (session: Session) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

/**
 * The driver would open it anew at once for what still waits in it, and leave that connection behind.
 * Its options are the driver's only way to be told.
 */
function forbidOpening({ sql }: Session): void {
  const socket = () => {
    throw Object.assign(new Error('The connection broke off.'), { code: 'CONNECTION_CLOSED' });
  };
  Object.assign(sql.options, { socket, host: [''] });
}

interface SessionsOptions {
  open(onclose: () => void): postgres.Sql;
  /** The first statement over each connection. */
  readonly greeting: string;
  /** Connections at a time. */
  readonly max: number;
  /** How often one is lent before another takes its place. */
  readonly mostLendings: number;
}

/**
 * Connections that are thrown away once they have broken off. The driver's own pool opens them anew
 * under whoever still holds them: what is left of a transaction is then done outside of it, or its
 * rollback ends the process. Source: decision 0026.
 */
export function createSessions({ open, greeting, max, mostLendings }: SessionsOptions): Sessions {
  const all = new Set<Session>();
  const idle: Session[] = [];
  const waiting: ((session: Session) => void)[] = [];

  const make = (): Session => {
    const session: Session = {
      isOpen: false,
      lendings: 0,
      isBroken: false,
      sql: open(() => {
        session.isBroken = true;
        forbidOpening(session);
        end(session);
      }),
    };
    all.add(session);
    return session;
  };
  const end = ({ sql }: Session): void => {
    sql.end({ timeout: 0 }).catch(() => undefined);
  };
  const drop = (session: Session): void => {
    all.delete(session);
    end(session);
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
    session.lendings += 1;
    if (session.isBroken || session.lendings >= mostLendings) drop(session);
    else idle.push(session);
    if (waiting.length === 0) return;
    const next = free();
    if (next !== null) waiting.shift()?.(next);
  };
  return {
    use: async (work) => {
      const session = await lend();
      try {
        if (!session.isOpen) await session.sql.unsafe(greeting);
        session.isOpen = true;
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
