import type { ReportPeriod } from '../domain/report-period.ts';
import type { ImportProposal } from '../usecases/import-commitment-set.ts';
import type { Texts } from './texts.ts';

interface ImportSummary {
  readonly items: number;
  readonly agencies: number;
  readonly unknown: number;
  readonly year: number;
  readonly period: ReportPeriod | null;
  readonly proposal: ImportProposal;
  readonly outcome: 'stored' | 'preview' | 'dryRun';
}

/** The figures of a proposal, for whatever sentence names them. */
export function changesOf({ new: added, changed, same, missing }: ImportProposal) {
  return { new: added, changed, same, missing };
}

/** What was read, what it changes, and what became of it. */
export function importView(summary: ImportSummary, texts: Texts): string {
  const { items, agencies, unknown, year, period, proposal, outcome } = summary;
  const words = texts(`period.${period ?? 'annual'}`, { year: String(year) });
  return [
    texts('import.read', { items, agencies, period: words }),
    ...(unknown === 0 ? [] : [texts('import.unknownStatuses', { count: unknown })]),
    texts('import.proposal', changesOf(proposal)),
    texts(`import.${outcome}`),
  ].join('\n');
}
