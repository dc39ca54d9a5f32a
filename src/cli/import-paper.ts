import type { ImportedItem, ImportedPaper, ImportedSection } from '../documents/importing/paper.ts';
import type { ReportPeriod } from '../domain/report-period.ts';
import {
  aliasesOf,
  isOffChatByDefault,
  levelOf,
  tidyAgencyName,
} from '../language/agency-names.ts';
import { milestoneIn } from '../language/milestones.ts';
import type { Paper, PaperSection } from '../usecases/paper.ts';
import type { Texts } from '../views/texts.ts';

/** What the person who imports decides in the paper's place. */
interface Decisions {
  readonly year?: number;
  readonly period?: ReportPeriod;
  readonly agency?: string;
  readonly set?: string;
}

/** A paper with nothing left open that only a person may decide. */
export interface Settled {
  readonly paper: Paper;
}

/** What is left open: no flag but its own settles it. */
export interface Unsettled {
  readonly open: 'yearMissing' | 'yearsDiffer' | 'agencyMissing';
}

export interface Doubt {
  readonly code: string;
  readonly level: 'note' | 'confirm';
  readonly message: string;
  readonly line: number;
}

export function isSettled(settled: Settled | Unsettled): settled is Settled {
  return 'paper' in settled;
}

/** Puts the paper's words and the person's decisions together. */
export function settlePaper(
  paper: ImportedPaper,
  file: string,
  { year = paper.year ?? undefined, period = paper.period ?? undefined, ...decided }: Decisions,
  defaultSet: string,
): Settled | Unsettled {
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
      rules: null,
      sections,
    },
  };
}

/** The paper's own doubts, and those that the person's decisions raise. */
export function doubtsOf(
  { warnings, years, period }: ImportedPaper,
  { paper }: Settled,
  decisions: Decisions,
  texts: Texts,
): Doubt[] {
  const own = warnings.map(({ code, level, line }) => ({
    code,
    level,
    line,
    message: texts(`import.${code}`),
  }));
  const isPeriodDisputed = warnings.some(({ code }) => code === 'periodsDiffer');
  const others = years.filter((year) => year !== paper.year);
  const asked = String(paper.year);
  return [
    ...own,
    ...(others.length > 0
      ? [note('yearDisputed', texts('import.yearDisputed', { paper: others.join('; '), asked }))]
      : []),
    ...(period === null && decisions.period === undefined && !isPeriodDisputed
      ? [note('periodMissing', texts('import.periodMissing'))]
      : []),
  ];
}

function note(code: string, message: string): Doubt {
  return { code, level: 'note', message, line: 1 };
}

function sectionOf(
  { agencyAsPrinted, items }: ImportedSection,
  year: number,
  agency: string | undefined,
): PaperSection {
  const printed = agencyAsPrinted ?? agency ?? '';
  const name = tidyAgencyName(printed);
  return {
    agency: name,
    aliases: [...new Set([printed, ...aliasesOf(name)])].filter((alias) => alias !== name),
    level: levelOf(name),
    standing: 'assigned',
    isOffChat: isOffChatByDefault(name),
    items: items.map((item) => itemOf(item, year)),
  };
}

function itemOf({ marks: _marks, ...item }: ImportedItem, year: number) {
  return { ...item, milestoneOn: milestoneIn(item.text, year)?.dueOn ?? null, isOffChat: false };
}
