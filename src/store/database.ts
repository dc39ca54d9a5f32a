import path from 'node:path';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { DataDirError } from './data-dir-fault.ts';
import { type AskRoom, createAskRoom, DiskFullError, VERSION_FILE } from './disk-room.ts';
import { openEmbedded } from './embedded.ts';
import { clientsOf } from './session-client.ts';
import { createSessions } from './sessions.ts';

export type Db = PostgresJsDatabase;

export interface Database {
  readonly kind: 'embedded' | 'postgres';
  /** Whether this process serves the embedded database; false behind another one's socket. */
  readonly isHost: boolean;
  readonly db: Db;
  /**
   * The same over one connection for as long as the work takes, so that a transaction begins in one
   * packet with what was asked before it. Not for the embedded database, whose connections share one
   * session: outside of a transaction it takes only whole simple questions.
   */
  onOneConnection<Value>(work: (db: Db) => Promise<Value>): Promise<Value>;
  /** The driver's own client, whose connections do not survive everything: for tests, and at a start. */
  readonly sql: postgres.Sql;
  /** Throws DiskFullError while it takes nothing down for want of room; a server sees to its own. */
  readonly askRoom: AskRoom;
  /** What time it is there. Throws while the database does not answer. */
  askTime(): Promise<Date>;
  /** Where the job engine finds the same database: it has a driver of its own. */
  readonly jobsConnection: JobsConnection;
  /**
   * Serves the embedded database once the process that did is gone; whoever is connected finds it
   * again at the same socket. False where somebody else serves it, and always on a server.
   */
  takeOver(): Promise<boolean>;
  close(): Promise<void>;
}

export type JobsConnection =
  | { readonly connectionString: string }
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
    };

export interface Place {
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl?: string;
  readonly dataDir: string;
}

/** The server did not answer or refused us. Its message never carries the address's password. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
}

/**
 * Opens the office's database: the server of `databaseUrl`, or the embedded one in the data folder,
 * through the socket of whoever serves it already. Source: decision 14.
 *
 * Throws DatabaseUnreachableError; DataDirTooLongError for a folder that no socket fits in, DataDirError for
 * one that is of no use, and DiskFullError.
 */
export async function openDatabase({ databaseUrl, dataDir }: Place): Promise<Database> {
  if (databaseUrl !== undefined) {
    const connect = (settings: Settings) =>
      postgres(databaseUrl, { onnotice: ignore, connect_timeout: 10, ...settings });
    return ready({
      kind: 'postgres',
      isHost: false,
      connect,
      max: 10,
      askRoom: async () => {},
      jobsConnection: { connectionString: databaseUrl },
      takeOver: async () => false,
      closeServer: async () => {},
    });
  }
  return openThroughSocket(dataDir, OPENINGS);
}

/** How often a host may close its socket between our finding it and our first question. */
const OPENINGS = 5;

/** After so many seconds a host that takes a connection and says nothing is taken for one that hangs. */
const HOST_ANSWERS_S = 60;

async function openThroughSocket(dataDir: string, attempts: number): Promise<Database> {
  let served = await openEmbedded(dataDir);
  // All connections share one session there, and with it the unnamed statement: outside a
  // transaction only whole simple queries are safe, so none is asked for types at the start.
  const connect = (settings: Settings) =>
    postgres({
      path: served.socketPath,
      user: 'postgres',
      database: 'postgres',
      // What a connection has prepared stays in the session that all of them share.
      max_lifetime: null,
      fetch_types: false,
      onnotice: ignore,
      connect_timeout: HOST_ANSWERS_S,
      ...settings,
    });
  const isHost = served.isHost();
  const takeOver = async () => {
    if (served.isHost() && !served.isStuck()) return false;
    await served.end();
    served = await openEmbedded(dataDir);
    return served.isHost();
  };
  const closeServer = () => served.close();
  const host = path.resolve(path.dirname(served.socketPath));
  const jobsConnection = { host, port: 5432, user: 'postgres', database: 'postgres' };
  try {
    return await ready({
      kind: 'embedded',
      isHost,
      connect,
      max: 4,
      askRoom: createAskRoom(dataDir, { kept: VERSION_FILE }),
      jobsConnection,
      takeOver,
      closeServer,
    });
  } catch (error) {
    if (isHost || !(error instanceof Error)) throw error;
    if (isSilent(error)) throw new DataDirError('held', dataDir, { cause: error });
    if (attempts <= 1 || error instanceof DiskFullError) throw error;
    return openThroughSocket(dataDir, attempts - 1);
  }
}

/** A process that was halted still takes connections, by the system's hand, and says nothing. */
function isSilent({ cause }: { readonly cause?: unknown }): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'CONNECT_TIMEOUT';
}

interface Opening {
  readonly kind: Database['kind'];
  readonly isHost: boolean;
  readonly connect: (settings: Settings) => postgres.Sql;
  /** Connections at a time. */
  readonly max: number;
  readonly askRoom: AskRoom;
  readonly jobsConnection: JobsConnection;
  readonly takeOver: () => Promise<boolean>;
  readonly closeServer: () => Promise<void>;
}

interface Settings {
  readonly max: number;
  readonly max_lifetime?: null;
  readonly fetch_types?: false;
  readonly onclose?: () => void;
}

/**
 * A kept statement has one plan for any values: rows are asked for by keys, of which none is unlike
 * the others, and planning takes longer than asking. Not at the connecting, where poolers refuse it.
 */
const KEEP_PLANS = 'set plan_cache_mode = force_generic_plan';

/**
 * The server gives up what waits so long, and what a process left open that the network has lost: its
 * locks would hold up a chat for hours.
 */
const GIVE_UP = `set statement_timeout = '50s'; set idle_in_transaction_session_timeout = '50s'`;

/** Longer than the server itself waits, so that only a connection that is lost is cut. */
const LONGEST_LENDING_MS = 60_000;

const TIME = 'select extract(epoch from clock_timestamp()) * 1000 as ms';

/** What a server's process has gathered for a connection is given back in the end. */
const MOST_LENDINGS = 20_000;

async function ready(opening: Opening): Promise<Database> {
  const { closeServer, connect, max, ...opened } = opening;
  const sql = connect({ max });
  const open = (onclose: () => void) => {
    // One that breaks off while the driver asks it for types would end the process.
    const own = connect({ max: 1, max_lifetime: null, fetch_types: false, onclose });
    // The query builder reads and writes some types itself, and says so to the client that it knows.
    Object.assign(own.options.parsers, sql.options.parsers);
    Object.assign(own.options.serializers, sql.options.serializers);
    return own;
  };
  const sessions = createSessions({
    open,
    askRoom: opened.askRoom,
    greeting: opened.kind === 'postgres' ? `${KEEP_PLANS}; ${GIVE_UP}` : KEEP_PLANS,
    max,
    mostLendings: MOST_LENDINGS,
    longestLendingMs: LONGEST_LENDING_MS,
  });
  const clients = clientsOf(sql, sessions);
  const db = drizzle(clients.overAll);
  const onOneConnection: Database['onOneConnection'] = (work) =>
    sessions.use((session) => work(drizzle(clients.over(session))));
  const close = async () => {
    await sessions.close();
    await sql.end({ timeout: 5 });
    await closeServer();
  };
  const askTime = async () => {
    // A simple question: nothing else may be asked outside of a transaction of the embedded one.
    const [row] = await sessions.use(({ sql: own }) => own.unsafe(TIME).simple());
    return new Date(Number(row?.['ms']));
  };
  try {
    await askTime();
  } catch (cause) {
    await close();
    if (cause instanceof DiskFullError) throw cause;
    throw new DatabaseUnreachableError('The database does not answer.', { cause });
  }
  return { ...opened, sql, db, onOneConnection, askTime, close };
}

function ignore(): void {}
