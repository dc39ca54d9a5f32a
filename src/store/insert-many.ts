import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { type Columns, compiled, type Row } from './compiled-query.ts';
import type { Db } from './database.ts';

interface Wish<Returned extends Columns> {
  readonly onConflict?: string;
  readonly returning: Returned;
}

type Insertion<Table extends PgTable, Returned extends Columns> = (
  db: Db,
  rows: readonly Table['$inferInsert'][],
) => Promise<Row<Returned>[]>;

/**
 * `insert into …` for as many rows as there are, all of them in one parameter: one text whatever
 * their number, written once for the process, which a connection keeps prepared, and no cost for
 * each value. Numbers that the database gives follow the order of the rows. A column that a row does
 * not name is null; one with a default of the database's has that. Source: decision 0023.
 */
export function insertion<Table extends PgTable, Returned extends Columns>(
  table: Table,
  { onConflict = '', returning }: Wish<Returned>,
): Insertion<Table, Returned> {
  const ask = compiled<{ rows: string }>()(returning, () =>
    insertOf(table, onConflict, Object.values(returning)),
  );
  return (db, rows) => ask(db, { rows: JSON.stringify(rows) });
}

function insertOf(table: PgTable, onConflict: string, returned: readonly PgColumn[]): SQL {
  const all: [string, PgColumn][] = Object.entries(getTableColumns(table));
  const given = all.filter(([, { hasDefault }]) => !hasDefault);
  const names = given.map(([, { name }]) => `"${name}"`).join(', ');
  const keys = given.map(([key]) => `"${key}"`).join(', ');
  const types = given.map(([key, column]) => `"${key}" ${column.getSQLType()}`).join(', ');
  const ids = returned.map(({ name }) => `"${name}"`).join(', ');
  const into = `insert into "${getTableName(table)}" (${names}) select ${keys}`;
  const order = `as (${types})) with ordinality order by ordinality`;
  const after = `${onConflict} ${ids === '' ? '' : `returning ${ids}`}`;
  return sql`${sql.raw(into)} from rows from (jsonb_to_recordset(${sql.placeholder('rows')}::jsonb) ${sql.raw(order)} ${sql.raw(after)}`;
}
