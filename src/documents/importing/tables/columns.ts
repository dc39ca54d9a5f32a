import { fold } from '../../../language/folding.ts';
import {
  type Legend,
  latenessIn,
  type PrintedStatus,
  readStatusCell,
} from '../../../language/printed-status.ts';
import { legendIn } from '../../../language/status-legends.ts';
import {
  type ColumnRole,
  type ColumnTitle,
  readColumnTitle,
  titlesABodyAtWork,
} from '../../../language/table-headers.ts';
import type { GridRow } from './grid.ts';
import { pathsOf } from './titles-over.ts';

/** A column to be ticked for one status. */
export interface MarkColumn {
  readonly column: number;
  readonly status: PrintedStatus;
}

/** Which column of a table is for what. */
export interface TableColumns {
  readonly text: number;
  readonly number: number | null;
  readonly byRole: ReadonlyMap<ColumnRole, readonly number[]>;
  readonly marks: readonly MarkColumn[];
  readonly estimateMarks: readonly MarkColumn[];
  readonly status: number | null;
  readonly estimate: number | null;
  /** The column of bodies says who does the work, not whose commitment it is. */
  readonly agencyActs: boolean;
  readonly legend: Legend;
  /** The titles of each column as printed, for what they say besides: a year. */
  readonly printedTitles: readonly string[];
  /** The folded titles of all columns, by which a repeated header is known again. */
  readonly titles: ReadonlySet<string>;
}

/**
 * What the columns under these titles are for; null where it is no table of commitments.
 *
 * @param isTitled the words above the table say that it is one.
 */
export function columnsOf(
  header: readonly GridRow[],
  body: readonly GridRow[],
  notes: Legend,
  isTitled: boolean,
): TableColumns | null {
  const paths = pathsOf(header);
  const own = legendIn(paths.flat().join('\n'));
  const legend: Legend = own.size > 0 ? own : notes;
  const titles = paths.map((path) => readColumnTitle(path, legend));
  const roles = titles.map((title, column) => settledRole(title, column, body, legend));
  const text = textColumn(titles, roles);
  if (text === null) return null;
  const gathered = gather(titles, roles, text);
  const [agency] = gathered.byRole.get('agency') ?? [];
  const agencyActs = agency !== undefined && titlesABodyAtWork(paths[agency] ?? []);
  const columns = {
    text,
    ...gathered,
    agencyActs,
    legend,
    printedTitles: paths.flat(),
    titles: new Set(paths.flat().map(fold)),
  };
  return isOfCommitments(gathered, isTitled || titles.some((title) => weightOf(title) > 0))
    ? columns
    : null;
}

/** What else people write a status into. */
const OPEN: ReadonlySet<ColumnRole> = new Set(['result', 'actual', 'deadline', 'notes']);

/** Titles such as «Kết quả», «Tiến độ» or «Mức độ» may stand over a status in words: the cells decide. */
function settledRole(
  { role }: ColumnTitle,
  column: number,
  body: readonly GridRow[],
  legend: Legend,
): ColumnRole | null {
  if (role === 'progress') return saysStatuses(column, body, legend) ? 'status' : 'result';
  const isOpen = role === null || OPEN.has(role);
  return isOpen && saysStatuses(column, body, legend) ? 'status' : role;
}

/** More words beside a status tell a result. */
const MOST_LETTERS = 60;

function saysStatuses(column: number, body: readonly GridRow[], legend: Legend): boolean {
  const said = body.map(({ cells }) => cells[column]?.text ?? '').filter((text) => text.length > 1);
  const stated = said.filter((text) => {
    const cell = readStatusCell(text, legend);
    return latenessIn(text) !== null || (cell.kind === 'status' && cell.rest.length < MOST_LETTERS);
  });
  return stated.length * 2 > said.length;
}

/** «Nội dung cam kết» before «Nhiệm vụ» before «Chỉ tiêu» and «Nội dung»; the first of equals. */
function textColumn(
  titles: readonly ColumnTitle[],
  roles: readonly (ColumnRole | null)[],
): number | null {
  const found = roles.flatMap((role, column) => (role === 'text' ? [column] : []));
  return found.sort((left, right) => rankOf(titles[right]) - rankOf(titles[left]))[0] ?? null;
}

/** Beside «Nội dung», «Chỉ tiêu» is what is aimed at; alone it says as much. */
function rankOf(title: ColumnTitle | undefined): number {
  return Math.max(1, weightOf(title));
}

function weightOf(title: ColumnTitle | undefined): number {
  return title?.textWeight ?? 0;
}

type Gathered = Pick<
  TableColumns,
  'byRole' | 'marks' | 'estimateMarks' | 'status' | 'estimate' | 'number'
>;

/** A column with its title and what it is for. */
interface Titled {
  readonly column: number;
  readonly title: ColumnTitle;
  readonly role: ColumnRole | null;
}

function gather(
  titles: readonly ColumnTitle[],
  roles: readonly (ColumnRole | null)[],
  text: number,
): Gathered {
  const all = titles.map(
    (title, column): Titled => ({ column, title, role: roles[column] ?? null }),
  );
  const inWords = all.filter(({ title, role }) => title.status === null && role === 'status');
  const byRole = new Map<ColumnRole, number[]>();
  for (const { column, title, role } of all) {
    if (role === null || role === 'status' || column === text || isForecast(title, role)) continue;
    // A second column of words beside the text says what is aimed at: «Nhiệm vụ», «Chỉ tiêu».
    const settled = role === 'text' ? 'plan' : role;
    byRole.set(settled, [...(byRole.get(settled) ?? []), column]);
  }
  return {
    byRole,
    marks: markColumns(all, false),
    estimateMarks: markColumns(all, true),
    status: inWords.find(({ title }) => !title.isEstimate)?.column ?? null,
    estimate: inWords.find(({ title }) => title.isEstimate)?.column ?? null,
    number: byRole.get('number')?.[0] ?? null,
  };
}

function markColumns(all: readonly Titled[], isEstimate: boolean): MarkColumn[] {
  return all.flatMap(({ column, title: { status, isEstimate: isForecasted } }) =>
    status !== null && isForecasted === isEstimate ? [{ column, status }] : [],
  );
}

/** Figures that tell how the year may end are neither its result nor how it stands. */
function isForecast({ isEstimate }: ColumnTitle, role: ColumnRole): boolean {
  return isEstimate && (role === 'actual' || role === 'result');
}

/** Each of these beside a text makes it a table of commitments. */
const TELLING: readonly ColumnRole[] = ['lead', 'coordinating', 'roles'];

/** These do where the table's title speaks of commitments, or the text's of them, tasks or targets. */
const BESIDE_TASKS: readonly ColumnRole[] = ['number', 'deadline', 'plan', 'actual'];

/** A table of commitments says what is promised and how it stands, by when or by whom. */
function isOfCommitments(gathered: Gathered, isNamedSo: boolean): boolean {
  const { byRole } = gathered;
  if (tellsStatus(gathered)) return true;
  if (byRole.has('count')) return false;
  if (TELLING.some((role) => byRole.has(role))) return true;
  if (byRole.has('difficulty') || byRole.has('money')) return byRole.has('result');
  if (byRole.has('result') || byRole.has('agency')) return true;
  if (byRole.has('plan') && byRole.has('actual')) return true;
  return isNamedSo && BESIDE_TASKS.some((role) => byRole.has(role));
}

function tellsStatus({ marks, estimateMarks, status, estimate }: Gathered): boolean {
  return marks.length + estimateMarks.length > 0 || status !== null || estimate !== null;
}
