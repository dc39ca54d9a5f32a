import type { ReportPeriod } from '../domain/report-period.ts';

export interface ImportOptions {
  readonly year?: number;
  readonly period?: ReportPeriod;
  readonly agency?: string;
  readonly set?: string;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly at?: Date;
  readonly json?: true;
}
