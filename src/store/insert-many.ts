import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/**
 * `insert into …` for as many rows as there are, all of them in one parameter: one text whatever
 * their number, which a connection keeps prepared, and no cost for each value. Numbers that the
 * database gives follow the order of the rows; `on conflict` or `returning` may follow. All rows have
 * the columns of the first, and there must be one.
 */
export function insertMany<Table extends PgTable>(
  table: Table,
  rows: readonly Table['$inferInsert'][],
): SQL {
  const { into, from } = shapeOf(table, Object.keys(rows[0] ?? {}));
  return sql`${into}${JSON.stringify(rows)}${from}`;
}

interface Shape {
  readonly into: SQL;
  readonly from: SQL;
}

const shapes = new WeakMap<PgTable, Map<string, Shape>>();

function shapeOf(table: PgTable, keys: readonly string[]): Shape {
  const known = shapes.get(table) ?? new Map<string, Shape>();
  shapes.set(table, known);
  const name = keys.join();
  const shape = known.get(name) ?? newShape(table, keys);
  known.set(name, shape);
  return shape;
}

function newShape(table: PgTable, keys: readonly string[]): Shape {
  const columns = getTableColumns(table);
  const used = keys.map((key) => ({ key, column: columns[key] }));
  const list = (write: (key: string, name: string, type: string) => string) =>
    used
      .flatMap(({ key, column }) =>
        column === undefined ? [] : [write(key, column.name, column.getSQLType())],
      )
      .join(', ');
  const names = list((_key, name) => `"${name}"`);
  const given = list((key) => `"${key}"`);
  const types = list((key, _name, type) => `"${key}" ${type}`);
  return {
    into: sql.raw(
      `insert into "${getTableName(table)}" (${names}) select ${given} from rows from (jsonb_to_recordset(`,
    ),
    from: sql.raw(`::jsonb) as (${types})) with ordinality order by ordinality`),
  };
}
