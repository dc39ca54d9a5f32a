import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CommitmentStatus } from '../../domain/commitment-status.ts';
import type { ReportPeriod } from '../../domain/report-period.ts';

/** An item as it was read; the wording stays as printed. */
export interface ImportedItem {
  readonly number: string;
  /** The number of the item that this one is a part of. */
  readonly parent: string | null;
  readonly text: string;
  readonly result: string | null;
  /** Null when the paper does not show it: never guessed. */
  readonly status: CommitmentStatus | null;
  /** How many marks stand in its row: one, unless something is wrong. */
  readonly marks: number;
  /** Counts from 1. */
  readonly line: number;
}

export interface ImportedSection {
  /** Null when the paper names none. */
  readonly agencyAsPrinted: string | null;
  readonly appendix: string | null;
  readonly items: readonly ImportedItem[];
  readonly line: number;
}

/** Something that a person should look at; the reader changed nothing because of it. */
export interface PaperWarning {
  readonly code:
    | 'textRepaired'
    | 'rowWithoutMark'
    | 'rowWithMarks'
    | 'sectionWithoutItems'
    | 'periodsDiffer';
  readonly level: 'note' | 'confirm';
  readonly line: number;
}

export interface ImportedPaper {
  /** Null when the paper names none, or several. */
  readonly year: number | null;
  /** Every year that its titles name, in their order. */
  readonly years: readonly number[];
  /** Null when the paper names none, or several. */
  readonly period: ReportPeriod | null;
  /** The day to which the results count, where the title names one. */
  readonly asOf: CalendarDate | null;
  readonly authority: string | null;
  readonly sections: readonly ImportedSection[];
  readonly warnings: readonly PaperWarning[];
}
