import pg from 'pg';
import type { Db as JobsDatabase } from 'pg-boss';
import type { JobsConnection } from './database.ts';
import type { AskRoom } from './disk-room.ts';

/** After so long a connection that says nothing is given up: the network may have lost it. */
const LONGEST_SILENCE_MS = 60_000;

/**
 * The engine's door to the database, by its own driver. Whatever carries parameters runs in a
 * transaction: over the embedded database all connections share one session, and only a transaction
 * keeps others out between the steps of such a statement.
 */
export function openJobsConnection(
  connection: JobsConnection,
  onError: (error: Error) => void,
  askRoom: AskRoom = async () => {},
): JobsDatabase & { close(): Promise<void> } {
  const pool = new pg.Pool({
    ...connection,
    max: 2,
    application_name: 'camket-jobs',
    query_timeout: LONGEST_SILENCE_MS,
  });
  pool.on('error', onError);
  // The pool hears only of idle connections; one that breaks in use would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  return {
    executeSql: async (text, values = []) => {
      await askRoom();
      const client = await pool.connect();
      try {
        const result = await runOn(client, text, values);
        client.release();
        return result;
      } catch (error) {
        // Not handed out again: its transaction may still be open.
        client.release(true);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

async function runOn(client: pg.PoolClient, text: string, values: readonly unknown[]) {
  if (values.length === 0) return client.query(text);
  await client.query('begin');
  const result = await client.query(text, [...values]);
  await client.query('commit');
  return result;
}
