import type { Paper, PaperItem, PaperSection } from '../../domain/paper.ts';
import type { ReportPeriod } from '../../domain/report-period.ts';
import {
  aliasesOf,
  isOffChatByDefault,
  levelOf,
  tidyAgencyName,
} from '../../language/agency-names.ts';
import { rulesOfRounds } from '../../language/reporting-rounds.ts';
import { deadlineOf } from './item-deadline.ts';
import type { ImportedItem, ImportedPaper, ImportedSection } from './paper.ts';

/** What the person who imports decides in the paper's place. */
interface Decisions {
  readonly year?: number | undefined;
  readonly period?: ReportPeriod | undefined;
  readonly agency?: string | undefined;
  readonly set?: string | undefined;
}

/** A paper with nothing left open that only a person may decide. */
export interface Settled {
  readonly paper: Paper;
}

/** What is left open: no flag but its own settles it. */
export interface Unsettled {
  readonly open: 'yearMissing' | 'yearsDiffer' | 'agencyMissing';
}

export function isSettled(settled: Settled | Unsettled): settled is Settled {
  return 'paper' in settled;
}

/** Puts the paper's words and the person's decisions together. */
export function settlePaper(
  paper: ImportedPaper,
  file: string,
  decided: Decisions,
  defaultSet: string,
): Settled | Unsettled {
  const { year = paper.year ?? undefined, period = paper.period ?? undefined } = decided;
  const rules = rulesOfRounds(paper.reporting);
  if (year === undefined) return { open: paper.years.length > 1 ? 'yearsDiffer' : 'yearMissing' };
  const isNameless = paper.sections.some(({ agencyAsPrinted }) => agencyAsPrinted === null);
  if (isNameless && decided.agency === undefined) return { open: 'agencyMissing' };
  const sections = paper.sections.map((section) => sectionOf(section, year, decided.agency));
  return {
    paper: {
      file,
      year,
      setName: decided.set ?? defaultSet,
      period: period ?? null,
      authority: paper.authority,
      rules: rules.length === 0 ? null : rules,
      sections,
    },
  };
}

function sectionOf(
  { agencyAsPrinted, standing, items }: ImportedSection,
  year: number,
  agency: string | undefined,
): PaperSection {
  const printed = agencyAsPrinted ?? agency ?? '';
  const name = tidyAgencyName(printed);
  return {
    agency: name,
    aliases: [...new Set([printed, ...aliasesOf(name)])].filter((alias) => alias !== name),
    level: levelOf(name),
    standing,
    isOffChat: isOffChatByDefault(name),
    items: items.map((item) => itemOf(item, year)),
  };
}

function itemOf(item: ImportedItem, year: number): PaperItem {
  const { number, parent, text, result, status, line } = item;
  const { deadline: milestoneOn } = deadlineOf(item, year);
  return { number, parent, text, result, status, milestoneOn, isOffChat: false, line };
}
