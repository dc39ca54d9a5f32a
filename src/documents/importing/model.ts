/**
 * Where in a file something stands: a text's line, a sheet's row, a PDF's page. All count from 1.
 * In a text, a CSV and an HTML file a line is one of the source; in a Word file, which has no
 * lines of its own, every paragraph and every table row counts as one.
 */
export type Place =
  | { readonly line: number }
  | { readonly sheet: string; readonly row: number }
  | { readonly page: number; readonly line: number };

/** What a sheet keeps beside the text it shows; `iso` is a day, with a time where the cell has one. */
export type CellValue =
  | { readonly kind: 'number'; readonly number: number; readonly format: string }
  | { readonly kind: 'date'; readonly iso: string; readonly format: string };

/** A cell of a table. A spanning cell stands once, at its top left; the cells it covers are null. */
export interface Cell {
  /**
   * NFC, as printed, lines parted by \n, automatic numbers and bullets included; empty for a blank
   * cell. Struck-through runs and tracked deletions are left out. A number that a sheet keeps is
   * shown as its format asks: «1.10» for 1.1 under «0.00», «1.632,5» where thousands are grouped.
   */
  readonly text: string;
  /** How many grid columns it spans, at least 1. */
  readonly columns: number;
  /** How many of the table's rows it spans, at least 1; blank rows of a sheet are no rows. */
  readonly rows: number;
  readonly value?: CellValue;
  readonly isBold?: boolean;
}

export interface TableRow {
  readonly place: Place;
  /** One entry a grid column; null where a cell from the left or from above reaches in. */
  readonly cells: readonly (Cell | null)[];
  readonly isHidden: boolean;
  /** All of its text is struck through: it is kept in the cells, as the only struck text that is. */
  readonly isStruck: boolean;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** One line of a text file, with its inner spaces; a paragraph of other files, with single spaces. */
  readonly text: string;
  readonly place: Place;
  /** The automatic list number or bullet, as shown: «1.», «a)», «-». It is not part of `text`. */
  readonly numbering?: string;
  /** 1 is the highest. */
  readonly headingLevel?: number;
  readonly isBold?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
  readonly columnCount: number;
  /** Grid columns, from 0, that the sheet hides; their cells are delivered all the same. */
  readonly hiddenColumns: readonly number[];
  /** The name of the sheet that it is. */
  readonly sheet?: string;
}

export type Block = Paragraph | Table | { readonly kind: 'pageBreak' };

/** What a reader left out or mended, said to the person who imports. */
export interface ReadingNote {
  readonly code:
    | 'macrosIgnored'
    | 'trackedChangesAccepted'
    | 'struckLeftOut'
    | 'hiddenRows'
    | 'hiddenColumns'
    | 'hiddenSheets'
    | 'formulaWithoutValue'
    | 'externalLinksIgnored'
    | 'commentsIgnored'
    | 'footnotesLeftOut'
    | 'picturesIgnored'
    | 'textRepaired'
    | 'encodingGuessed';
  readonly place?: Place;
}

export type PaperFormat = 'text' | 'csv' | 'xlsx' | 'docx' | 'pdf' | 'html';

/** A paper as a reader hands it on: what it says in order, without any understanding of commitments. */
export interface PaperDocument {
  readonly format: PaperFormat;
  readonly blocks: readonly Block[];
  readonly notes: readonly ReadingNote[];
}
