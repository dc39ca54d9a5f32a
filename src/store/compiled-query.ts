import {
  fillPlaceholders,
  type GetColumnData,
  type Query,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import { type PgColumn, PgDialect } from 'drizzle-orm/pg-core';
import { PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { Db } from './database.ts';
import type { Client } from './session-client.ts';

export type Columns = Readonly<Record<string, PgColumn>>;

export type Row<Selected extends Columns> = {
  [Name in keyof Selected]: GetColumnData<Selected[Name]>;
};

type Ask<Values, Selected extends Columns> = (db: Db, values: Values) => Promise<Row<Selected>[]>;

/**
 * A question that comes with every update: its SQL is written by the query builder once for the
 * process, with placeholders, instead of with every asking, which costs more than the rest of it.
 * `columns` are those that it selects or returns, in their order; none for a change that returns
 * nothing. Values are given as the database takes them: instants in ISO form, ids as an `idList`.
 * What is no value stands in the text itself, so that a plan that is kept may use an index of some
 * rows only. Source: decision 0023.
 */
export function compiled<Values extends Record<string, unknown>>() {
  return <Selected extends Columns>(
    columns: Selected,
    build: (db: Db, columns: Selected) => SQLWrapper,
  ): Ask<Values, Selected> => {
    const rowsOf = readerOf(columns);
    let query: Query | null = null;
    return (db, values) => {
      query ??= dialect.sqlToQuery(build(db, columns).getSQL().inlineParams());
      const answer = clientOf(db).unsafe(query.sql, fillPlaceholders(query.params, values));
      return answer.values().then(rowsOf);
    };
  };
}

const dialect = new PgDialect();

/** The client that a connection or an open transaction of the query builder asks through. */
function clientOf(db: Db): Client {
  const { session } = db._;
  if (!(session instanceof PostgresJsSession)) throw new Error('Not a client of ours.');
  return session.client;
}

function readerOf<Selected extends Columns>(columns: Selected) {
  const mapped = Object.entries(columns);
  const rowOf = (values: readonly unknown[]) => {
    const row: Record<string, unknown> = {};
    let index = 0;
    for (const [name, column] of mapped) {
      const value = values[index];
      row[name] = value === null ? null : column.mapFromDriverValue(value);
      index += 1;
    }
    // Each column's own reader gives its type.
    return row as Row<Selected>;
  };
  return (rows: readonly (readonly unknown[])[]) => rows.map(rowOf);
}

/** Whether an id is among those of an `idList`, which the placeholder of that name is given. */
export function isAmong(id: PgColumn, name: string): SQL {
  return sql`${id} = any(${sql.placeholder(name)}::int[])`;
}

/** A list of ids as one value, for `isAmong`. */
export function idList(ids: readonly number[]): string {
  return `{${ids.join()}}`;
}
