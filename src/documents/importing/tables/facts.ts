import type { PrintedStatus } from '../../../language/printed-status.ts';
import { readMark } from '../../../language/status-marks.ts';
import type { ColumnRole } from '../../../language/table-headers.ts';
import type { Place } from '../model.ts';
import type { MarkColumn, TableColumns } from './columns.ts';
import { type GridRow, lineIn, ownLineIn } from './grid.ts';

/** What the columns of one row say, before anything is concluded from it. */
export interface RowFacts {
  readonly place: Place;
  readonly marks: TickedMarks;
  readonly estimateMarks: TickedMarks;
  readonly statusText: string;
  readonly estimateText: string;
  /** As printed, its lines kept. */
  readonly results: readonly string[];
  readonly plan: string;
  readonly actual: string;
  readonly unit: string;
  readonly deadline: string;
  /** The day that a sheet keeps behind the printed one. */
  readonly deadlineIso: string | null;
  readonly lead: string;
  readonly coordinating: string;
  readonly roles: string;
  readonly agency: string;
  /** Whether any column but number and text says something in this very row. */
  readonly saysMore: boolean;
}

export interface TickedMarks {
  readonly ticked: readonly PrintedStatus[];
  readonly unclear: readonly string[];
  /** Words beside a tick. */
  readonly words: readonly string[];
  readonly isLate: boolean;
}

/** Columns that an item's row fills by itself; agency and lead may stand merged over many rows. */
const OWN: readonly ColumnRole[] = [
  'result',
  'plan',
  'actual',
  'deadline',
  'lead',
  'coordinating',
  'roles',
  'unit',
  'late',
];

export function factsOf(row: GridRow, columns: TableColumns, isContinuation: boolean): RowFacts {
  const seen = isContinuation ? ownLineIn : lineIn;
  const first = (role: ColumnRole) => columns.byRole.get(role)?.[0] ?? null;
  const text = (role: ColumnRole) => seen(row, first(role));
  const deadline = first('deadline');
  const value = deadline === null ? undefined : row.cells[deadline]?.value;
  return {
    place: row.place,
    marks: ticksIn(row, columns.marks, columns, isContinuation),
    estimateMarks: ticksIn(row, columns.estimateMarks, columns, isContinuation),
    statusText: ownText(row, columns.status, isContinuation),
    estimateText: ownText(row, columns.estimate, isContinuation),
    results: (columns.byRole.get('result') ?? [])
      .map((column) => ownText(row, column, true))
      .filter((said) => said !== ''),
    plan: text('plan'),
    actual: text('actual'),
    unit: text('unit'),
    deadline: text('deadline'),
    deadlineIso: value?.kind === 'date' ? value.iso.slice(0, 10) : null,
    lead: text('lead'),
    coordinating: text('coordinating'),
    roles: ownText(row, first('roles'), isContinuation),
    agency: lineIn(row, first('agency')),
    saysMore: saysMore(row, columns),
  };
}

/** The text of a cell with its lines; only the row's own where asked. */
function ownText(row: GridRow, column: number | null, isOwnOnly: boolean): string {
  const cell = column === null ? undefined : row.cells[column];
  if (cell === undefined || cell.from === 'left') return '';
  return isOwnOnly && cell.from === 'above' ? '' : cell.text;
}

function saysMore(row: GridRow, columns: TableColumns): boolean {
  const own = new Set([
    ...OWN.flatMap((role) => columns.byRole.get(role) ?? []),
    ...[...columns.marks, ...columns.estimateMarks].map(({ column }) => column),
    ...[columns.status, columns.estimate].filter((column) => column !== null),
  ]);
  return row.filled.some((column) => own.has(column));
}

function ticksIn(
  row: GridRow,
  marks: readonly MarkColumn[],
  columns: TableColumns,
  isContinuation: boolean,
): TickedMarks {
  const read = marks.map(({ column, status }) => ({
    status,
    ...readMark(ownText(row, column, isContinuation)),
  }));
  const late = (columns.byRole.get('late') ?? []).map((column) =>
    readMark(ownText(row, column, isContinuation)),
  );
  return {
    ticked: read.filter(({ kind }) => kind === 'marked').map(({ status }) => status),
    unclear: read.filter(({ kind }) => kind === 'unclear').map(({ rest }) => rest),
    words: read
      .filter(({ kind, rest }) => kind === 'marked' && rest !== '')
      .map(({ rest }) => rest),
    isLate: late.some(({ kind }) => kind === 'marked'),
  };
}
