import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CommitmentStatus } from '../../domain/commitment-status.ts';
import type { YearSource } from '../../domain/finding.ts';
import type { ReportPeriod } from '../../domain/report-period.ts';
import type { PlacedText } from './printed-paragraphs.ts';

/** An item as the checks need it; `Place` is whatever the reader points with. */
export interface CheckedItem<Place> {
  readonly number: string;
  /** The number of the item that this one is a part of. */
  readonly parent: string | null;
  readonly text: string;
  readonly result: string | null;
  readonly status: CommitmentStatus | null;
  readonly place: Place;
}

export interface CheckedSection<Place> {
  readonly agencyAsPrinted: string | null;
  readonly items: readonly CheckedItem<Place>[];
  readonly place: Place;
}

/** What names the paper's year: its file, a sheet, its title, the heading of a part. */
export interface PrintedName<Place> extends PlacedText<Place> {
  readonly source: YearSource;
}

/** A paper that was read, as the checks take it. */
export interface CheckedPaper<Place> {
  /** The year of the commitments; null where it is open, and then no date can be outside it. */
  readonly year: number | null;
  readonly period: ReportPeriod | null;
  readonly sections: readonly CheckedSection<Place>[];
  /** The running text, one paragraph each; `joinPrintedLines` makes them of broken lines. */
  readonly paragraphs?: readonly PlacedText<Place>[] | undefined;
  readonly names?: readonly PrintedName<Place>[] | undefined;
  /** The day on which agencies are asked to exist; the last of the paper's year where it is left out. */
  readonly on?: CalendarDate | undefined;
}
