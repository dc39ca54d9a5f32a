import { getTableColumns, getTableName, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { type Columns, compiled, type Row } from './compiled-query.ts';
import type { Db } from './database.ts';

interface Wish<Returned extends Columns> {
  readonly onConflict?: string;
  /** Which of the rows; all of them when it is absent. */
  readonly where?: SQLWrapper;
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
  { onConflict = '', where = sql`true`, returning }: Wish<Returned>,
): Insertion<Table, Returned> {
  const ids = Object.values(returning).map(({ name }) => `"${name}"`);
  const after = `${onConflict} ${ids.length === 0 ? '' : `returning ${ids.join(', ')}`}`;
  const ask = compiled<{ rows: string }>()(
    returning,
    () => sql`${insertOf(table, { from: sql.placeholder('rows'), where })} ${sql.raw(after)}`,
  );
  return (db, rows) => ask(db, { rows: JSON.stringify(rows) });
}

interface Source {
  /** The rows as one JSON array, of objects by the names that the table's columns have here. */
  readonly from: SQLWrapper;
  /** Which of them; all of them when it is absent. */
  readonly where?: SQLWrapper;
}

/** The bare statement, to be part of a greater one. */
export function insertOf(table: PgTable, { from, where = sql`true` }: Source): SQL {
  const all: [string, PgColumn][] = Object.entries(getTableColumns(table));
  const given = all.filter(([, { hasDefault }]) => !hasDefault);
  const names = given.map(([, { name }]) => `"${name}"`).join(', ');
  const keys = given.map(([key]) => `"${key}"`).join(', ');
  const types = given.map(([key, column]) => `"${key}" ${column.getSQLType()}`).join(', ');
  const into = `insert into "${getTableName(table)}" (${names}) select ${keys}`;
  const shape = sql.raw(`as (${types})) with ordinality`);
  return sql`${sql.raw(into)} from rows from (jsonb_to_recordset(${from}::jsonb) ${shape} where ${where} order by ordinality`;
}
