import type postgres from 'postgres';
import type { AskRoom } from './disk-room.ts';
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

/** Nothing is asked any more of a database that was closed. */
class SessionsClosedError extends Error {
  override readonly name = 'SessionsClosedError';
  readonly code = 'CONNECTION_ENDED';
}

function newSession(open: SessionsOptions['open']): Session {
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
  return session;
}

/** Cuts it, whatever is asked over it. */
function end({ sql }: Session): void {
  sql.end({ timeout: 0 }).catch(() => undefined);
}

/** Who waits for a connection, first come, first served. */
function createLine() {
  type Place = { resolve(session: Session): void; reject(error: Error): void };
  const waiting: Place[] = [];
  return {
    isEmpty: () => waiting.length === 0,
    join: () => new Promise<Session>((resolve, reject) => waiting.push({ resolve, reject })),
    serve: (session: Session) => waiting.shift()?.resolve(session),
    refuse: (error: Error) => {
      for (const place of waiting.splice(0)) place.reject(error);
    },
  };
}

interface SessionsOptions {
  open(onclose: () => void): postgres.Sql;
  /** Asked before one is lent; throws where nothing may be asked of the database now. */
  readonly askRoom?: AskRoom;
  /** The first statement over each connection. */
  readonly greeting: string;
  /** Connections at a time. */
  readonly max: number;
  /** How often one is lent before another takes its place. */
  readonly mostLendings: number;
  /** After so long one that says nothing is cut: the network may have lost it, and told nobody. */
  readonly longestLendingMs: number;
}

/**
 * Connections that are thrown away once they have broken off. The driver's own pool opens them anew
 * under whoever still holds them: what is left of a transaction is then done outside of it, or its
 * rollback ends the process. Source: decision 0026.
 */
export function createSessions(options: SessionsOptions): Sessions {
  const { open, askRoom, greeting, max, mostLendings, longestLendingMs } = options;
  const all = new Set<Session>();
  const idle: Session[] = [];
  const line = createLine();
  let isClosed = false;

  const make = (): Session => {
    const session = newSession(open);
    all.add(session);
    return session;
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
  const lend = async (): Promise<Session> => {
    if (isClosed) throw new SessionsClosedError('The database is closed.');
    const session = free();
    if (session !== null) return session;
    return line.join();
  };
  const giveBack = (session: Session): void => {
    session.lendings += 1;
    if (isClosed) return;
    if (session.isBroken || session.lendings >= mostLendings) drop(session);
    else idle.push(session);
    if (line.isEmpty()) return;
    const next = free();
    if (next !== null) line.serve(next);
  };
  return {
    use: async (work) => {
      await askRoom?.();
      const session = await lend();
      const silence = setTimeout(() => end(session), longestLendingMs);
      try {
        if (!session.isOpen) await session.sql.unsafe(greeting);
        session.isOpen = true;
        return await work(session);
      } catch (error) {
        session.isBroken ||= isCut(error);
        throw error;
      } finally {
        clearTimeout(silence);
        giveBack(session);
      }
    },
    close: async () => {
      isClosed = true;
      line.refuse(new SessionsClosedError('The database is closed.'));
      await Promise.all([...all].map(({ sql }) => sql.end({ timeout: 5 })));
    },
  };
}
