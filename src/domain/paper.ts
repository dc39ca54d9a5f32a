import type { AgencyLevel, AgencyStanding } from './agency.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { ReportingRule } from './commitment-set.ts';
import type { CommitmentStatus } from './commitment-status.ts';
import type { ReportPeriod } from './report-period.ts';

export interface PaperItem {
  readonly number: string;
  readonly parent: string | null;
  readonly text: string;
  readonly result: string | null;
  /** Null when the paper does not show it. */
  readonly status: CommitmentStatus | null;
  readonly milestoneOn: CalendarDate | null;
  readonly isOffChat: boolean;
  readonly line: number;
}

export interface PaperSection {
  readonly agency: string;
  readonly aliases: readonly string[];
  readonly level: AgencyLevel;
  readonly standing: AgencyStanding;
  readonly isOffChat: boolean;
  readonly items: readonly PaperItem[];
}

/** A paper that was read and understood, ready to be compared with what is kept. */
export interface Paper {
  readonly file: string;
  readonly year: number;
  readonly setName: string;
  readonly period: ReportPeriod | null;
  readonly authority: string | null;
  readonly rules: readonly ReportingRule[] | null;
  readonly sections: readonly PaperSection[];
}
