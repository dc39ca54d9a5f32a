import { CsvError, parse } from 'csv-parse/sync';
import type { ReadingNote } from '../model.ts';
import { RefusedPaperError } from '../refusal.ts';
import { decodeText } from './decode.ts';
import { type PlacedRow, tableOf } from './grid.ts';
import { LIMITS } from './limits.ts';
import type { RawPaper } from './raw-paper.ts';

const SEPARATORS = [',', ';', '\t', '|'];

/** Enough lines to tell the separator by. */
const SAMPLE = 60;

interface CsvRecord {
  readonly cells: readonly string[];
  /** The line on which it ends. */
  readonly line: number;
}

/** Rows parted by comma, semicolon, tab or bar, whichever parts them most evenly. */
export function readCsv(bytes: Uint8Array): RawPaper {
  const { text, isGuessed } = decodeText(bytes);
  const { body, skipped, separator } = separatorOf(text);
  const rows = recordsOf(body, separator).map((record): PlacedRow => {
    const line = skipped + record.line - breaksIn(record.cells);
    const cells = record.cells.map((cell, column) => ({
      column,
      text: cell.trim(),
      columns: 1,
      rows: 1,
    }));
    return { at: line, place: { line }, cells };
  });
  const table = tableOf(rows);
  const notes: ReadingNote[] = isGuessed ? [{ code: 'encodingGuessed' }] : [];
  return { format: 'csv', blocks: table === null ? [] : [table], notes, aside: [] };
}

/** «sep=;» in the first line is a spreadsheet's own word for it. */
function separatorOf(text: string): { body: string; skipped: number; separator: string } {
  const said = /^\ufeff?"?sep=(.)"?\r?\n/iu.exec(text);
  if (said?.[1] !== undefined)
    return { body: text.slice(said[0].length), skipped: 1, separator: said[1] };
  const sample = text.split(/(?<=\n)/u, SAMPLE).join('');
  const scores = SEPARATORS.map((separator) => ({ separator, score: evenness(sample, separator) }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return { body: text, skipped: 0, separator: best.separator };
}

/** How evenly a separator parts the lines: the share of lines with the usual number of cells, then that number. */
function evenness(sample: string, separator: string): number {
  const lengths = recordsOf(sample, separator).map(({ cells }) => cells.length);
  if (lengths.length === 0) return sample.includes(separator) ? 1 : 0;
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual = 1, count = 0] =
    [...counts].filter(([length]) => length > 1).sort(([, one], [, other]) => other - one)[0] ?? [];
  return usual === 1 ? 0 : count / lengths.length + usual / 10_000;
}

/** The records in which something is written, in order. */
function recordsOf(text: string, separator: string): CsvRecord[] {
  try {
    return parseRecords(text, separator, '"');
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quotation mark that is never closed is a character like any other.
    return parseRecords(text, separator, false);
  }
}

function parseRecords(text: string, separator: string, quote: '"' | false): CsvRecord[] {
  const records: CsvRecord[] = [];
  parse(text, {
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    delimiter: separator,
    quote,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (cells: string[], { lines }) => {
      if (records.length > LIMITS.rows) throw new RefusedPaperError('tooManyRows');
      const plain = quote === false ? cells.map(unquoted) : cells;
      if (!isBlank(cells)) records.push({ cells: plain, line: lines });
      return null;
    },
  });
  return records;
}

/** Blank also when it is parted otherwise than by the separator at hand. */
function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => /^[\s,;|]*$/u.test(cell));
}

function unquoted(cell: string): string {
  return /^\s*"(.*)"\s*$/su.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split(/\r\n|\r|\n/u).length - 1, 0);
}
