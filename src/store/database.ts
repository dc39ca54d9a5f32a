import path from 'node:path';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { openEmbedded } from './embedded.ts';
import { keepingStatements } from './kept-statements.ts';

export type Db = PostgresJsDatabase;

export interface Database {
  readonly kind: 'embedded' | 'postgres';
  /** Whether this process serves the embedded database; false behind another one's socket. */
  readonly isHost: boolean;
  readonly sql: postgres.Sql;
  readonly db: Db;
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
 * Throws DatabaseUnreachableError, or DataDirTooLongError for a folder that no socket fits in.
 */
export async function openDatabase({ databaseUrl, dataDir }: Place): Promise<Database> {
  if (databaseUrl !== undefined) {
    const sql = postgres(databaseUrl, { max: 10, onnotice: ignore, connect_timeout: 10 });
    return ready({
      kind: 'postgres',
      isHost: false,
      sql,
      jobsConnection: { connectionString: databaseUrl },
      takeOver: async () => false,
      closeServer: async () => {},
    });
  }
  return openThroughSocket(dataDir, OPENINGS);
}

/** How often a host may close its socket between our finding it and our first question. */
const OPENINGS = 5;

async function openThroughSocket(dataDir: string, attempts: number): Promise<Database> {
  let served = await openEmbedded(dataDir);
  // All connections share one session there, and with it the unnamed statement: outside a
  // transaction only whole simple queries are safe, so none is asked for types at the start.
  const sql = postgres({
    path: served.socketPath,
    user: 'postgres',
    database: 'postgres',
    max: 4,
    // What a connection has prepared stays in the session that all of them share.
    max_lifetime: null,
    fetch_types: false,
    onnotice: ignore,
  });
  const isHost = served.isHost();
  const takeOver = async () => {
    if (served.isHost()) return false;
    served = await openEmbedded(dataDir);
    return served.isHost();
  };
  const closeServer = () => served.close();
  const host = path.resolve(path.dirname(served.socketPath));
  const jobsConnection = { host, port: 5432, user: 'postgres', database: 'postgres' };
  try {
    return await ready({ kind: 'embedded', isHost, sql, jobsConnection, takeOver, closeServer });
  } catch (error) {
    if (isHost || attempts <= 1) throw error;
    return openThroughSocket(dataDir, attempts - 1);
  }
}

interface Opening {
  readonly kind: Database['kind'];
  readonly isHost: boolean;
  readonly sql: postgres.Sql;
  readonly jobsConnection: JobsConnection;
  readonly takeOver: () => Promise<boolean>;
  readonly closeServer: () => Promise<void>;
}

async function ready(opening: Opening): Promise<Database> {
  const { closeServer, ...opened } = opening;
  const { sql } = opened;
  const close = async () => {
    await sql.end({ timeout: 5 });
    await closeServer();
  };
  try {
    await sql`select 1`.simple();
  } catch (cause) {
    await close();
    throw new DatabaseUnreachableError('The database does not answer.', { cause });
  }
  return { ...opened, db: drizzle(keepingStatements(sql)), close };
}

function ignore(): void {}
