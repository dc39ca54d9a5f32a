import type { CalendarDate } from '../../domain/calendar-date.ts';
import { formatDate } from '../../language/dates.ts';
import { FORM_COLUMNS, formTitle } from '../../language/form-words.ts';

export interface FormItem {
  readonly number: string;
  readonly text: string;
  /** The last good day, where the item has one of its own. */
  readonly milestoneOn: CalendarDate | null;
}

export interface AppendixForm {
  readonly year: number;
  /** Null leaves a place for the name. */
  readonly agency: string | null;
  readonly authority: string | null;
  /** In their order; none gives a blank form. */
  readonly items: readonly FormItem[];
}

/** Rows of a blank form that may be written in. */
const BLANK_ROWS = 20;

const GRID = { borderStyle: 'thin', alignVertical: 'top', wrap: true } as const;
const HEAD = { ...GRID, fontWeight: 'bold', align: 'center', alignVertical: 'center' } as const;

/**
 * The appendix as a workbook to be filled in: numbers, wording and dates stand in it, statuses and
 * results are left open. What comes back is read like any other paper. Source: feature F02.
 */
export async function appendixForm(form: AppendixForm): Promise<Buffer> {
  // Of eighty modules, which few runs of the program need.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const { items, ...names } = form;
  const title = {
    value: formTitle(names.year, names),
    ...({ fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true } as const),
    ...{ columnSpan: FORM_COLUMNS.length, height: 40 },
  };
  const rows = items.length > 0 ? items.map(rowOf) : Array.from({ length: BLANK_ROWS }, blankRow);
  const spanned = Array.from({ length: FORM_COLUMNS.length - 1 }, () => null);
  return writeXlsxFile(
    [[title, ...spanned], FORM_COLUMNS.map((value) => ({ value, ...HEAD })), ...rows],
    {
      columns: [6, 60, 14, 12, 12, 12, 40].map((width) => ({ width })),
      stickyRowsCount: 2,
      orientation: 'landscape',
    },
    { fontFamily: 'Times New Roman', fontSize: 13 },
  ).toBuffer();
}

function rowOf({ number, text, milestoneOn }: FormItem) {
  const dueOn = milestoneOn === null ? '' : formatDate(milestoneOn);
  // As text: a number would lose the zero of «1.10».
  return [number, text, dueOn, '', '', '', ''].map((value, column) => ({
    ...{ value, type: String },
    ...GRID,
    ...(column === 1 || column === 6 ? {} : { align: 'center' as const }),
  }));
}

function blankRow() {
  return FORM_COLUMNS.map(() => ({ value: '', type: String, ...GRID }));
}
