import type { AgencyStanding } from '../../domain/agency.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CommitmentStatus } from '../../domain/commitment-status.ts';
import type { Finding } from '../../domain/finding.ts';
import type { ReportPeriod } from '../../domain/report-period.ts';
import type { Milestone } from '../../language/milestones.ts';
import type { PrintedReportingRule } from '../../language/reporting-rules.ts';
import type { Place, ReadingNote } from './model.ts';

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
  /** Whether the paper says that it came or is late; the status stands all the same. */
  readonly isLate: boolean;
  /** How the year is expected to end, where the paper has a column for it. */
  readonly estimate: CommitmentStatus | null;
  /** The last good day that a column of deadlines or the text names, inclusive. */
  readonly deadline: CalendarDate | null;
  readonly deadlineAsPrinted: string | null;
  readonly boundary: Milestone['boundary'] | null;
  readonly lead: string | null;
  readonly coordinating: readonly string[];
  /** Columns of figures beside the text, as printed; null where the paper has none. */
  readonly figures: PrintedFigures | null;
  readonly source: Place;
  /** The line, or the row of the sheet; counts from 1. */
  readonly line: number;
}

export interface PrintedFigures {
  readonly plan: string | null;
  readonly actual: string | null;
  readonly unit: string | null;
}

/** What an item says of itself beyond its words where the paper says nothing more. */
export const NOTHING_MORE = {
  isLate: false,
  estimate: null,
  deadline: null,
  deadlineAsPrinted: null,
  boundary: null,
  lead: null,
  coordinating: [],
  figures: null,
} as const satisfies Partial<ImportedItem>;

export interface ImportedSection {
  /** Null when the paper names none. */
  readonly agencyAsPrinted: string | null;
  readonly appendix: string | null;
  /** Whether the body is told or asked; `assigned` where the paper does not show it. */
  readonly standing: AgencyStanding;
  readonly items: readonly ImportedItem[];
  readonly line: number;
}

/** Something that a person should look at; the reader changed nothing because of it. */
export interface PaperWarning {
  readonly code: WarningCode;
  readonly level: 'note' | 'confirm';
  /** The line, or the row of the sheet; 1 for the paper as a whole. */
  readonly line: number;
  /** Absent where the line says it all. */
  readonly source?: Place;
  /** The words or the number that it is about, as printed. */
  readonly about?: string;
}

export type WarningCode =
  | ReadingNote['code']
  | 'rowWithoutMark'
  | 'rowWithMarks'
  | 'rowWithTwoMarks'
  | 'sectionWithoutItems'
  | 'markUnclear'
  | 'statusUnclear'
  | 'marksAgainstWords'
  | 'numberRestored'
  | 'rowWithoutNumber'
  | 'numberRepeated'
  | 'deadlineUnclear'
  | 'agencyDisputed'
  | 'severalAssignees'
  | 'groupAssignee'
  | 'yearFromFileName'
  | 'periodsDiffer'
  | 'periodFromFileName'
  | 'periodOfFileDiffers'
  | 'personalDataLeftOut';

/** What a paper says, before its figures and dates are held against each other. */
export interface UnderstoodPaper {
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
  /** When reports are due, as a letter sets it; empty where it does not. */
  readonly reporting: readonly PrintedReportingRule[];
  readonly warnings: readonly PaperWarning[];
}

/** A paper that was read and checked. */
export interface ImportedPaper extends UnderstoodPaper {
  /** What a person should look at in what the paper says, in its order. */
  readonly findings: readonly Finding<Place>[];
}
