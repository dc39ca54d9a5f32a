import postgres from 'postgres';

/** Exits 0 when the PostgreSQL server of the first argument answers, 1 when it does not. */
const sql = postgres(process.argv[2] ?? '', { max: 1, connect_timeout: 5 });
try {
  await sql`select 1`;
} catch {
  process.exitCode = 1;
} finally {
  await sql.end({ timeout: 1 });
}
