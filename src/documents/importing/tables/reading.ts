import type { Place } from '../model.ts';
import type { TableColumns } from './columns.ts';
import type { GridRow } from './grid.ts';
import type { DraftItem } from './items.ts';

/** The rows below one header, and whose they are by what stands around the table. */
export interface TablePart {
  readonly columns: TableColumns;
  readonly rows: readonly GridRow[];
  readonly appendix: string | null;
  /** Named by a title, so that a column of bodies at work may name others. */
  readonly titleAgency: string | null;
  readonly sheetAgency: string | null;
  /** Who wrote the paper: taken where nothing in it names anybody. */
  readonly letterhead: string | null;
  /** The part carries on the table before it. */
  readonly isContinued: boolean;
}

/** A section while its rows come in. */
export interface DraftSection {
  readonly agency: string | null;
  readonly appendix: string | null;
  readonly place: Place;
  readonly items: DraftItem[];
}

/** Where the reading of a table stands. */
export interface Reading {
  readonly sections: Map<string, DraftSection>;
  section: DraftSection | null;
  /** The agency of the last band row. */
  band: string | null;
  group: string | null;
  isOver: boolean;
}
