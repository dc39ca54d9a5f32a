import type { ImportedItem, ImportedPaper, ImportedSection } from '../documents/importing/paper.ts';
import type { RefusalCode } from '../documents/importing/refusal.ts';
import { tidyAgencyName } from '../language/agency-names.ts';
import { milestoneIn } from '../language/milestones.ts';
import type { ImportProposal } from '../usecases/import-commitment-set.ts';
import type { ImportOptions } from './import-options.ts';
import type { Doubt } from './import-paper.ts';

/** What `import --json` prints, as the outside contract shapes it. */
export function importJson(
  paper: ImportedPaper,
  file: string,
  message: string,
  proposes: ImportProposal | null,
  doubts: readonly Doubt[],
  options: ImportOptions,
) {
  const year = options.year ?? paper.year;
  const mustAsk = doubts.some(({ level }) => level === 'confirm');
  return {
    outcome: mustAsk ? 'import_after_confirmation' : 'import',
    code: null,
    message,
    document: {
      year,
      period: options.period ?? paper.period,
      asOf: paper.asOf,
      authority: paper.authority,
    },
    sections: paper.sections.map((section) => sectionJson(section, file, year, options.agency)),
    reporting: [],
    proposes: proposes ?? { new: 0, changed: 0, same: 0, missing: 0 },
    warnings: doubts.map(({ line, ...doubt }) => ({ ...doubt, source: { file, line } })),
  };
}

/** The same shape, empty, for a paper that was not taken. */
export function refusalJson(code: RefusalCode | 'agencyMissing' | 'fileMissing', message: string) {
  return {
    outcome: 'refuse',
    code,
    message,
    document: { year: null, period: null, asOf: null, authority: null },
    sections: [],
    reporting: [],
    proposes: { new: 0, changed: 0, same: 0, missing: 0 },
    warnings: [],
  };
}

function sectionJson(
  { agencyAsPrinted, appendix, items }: ImportedSection,
  file: string,
  year: number | null,
  agency: string | undefined,
) {
  const printed = agencyAsPrinted ?? agency ?? null;
  return {
    agency: printed === null ? null : tidyAgencyName(printed),
    agencyAsPrinted: printed,
    successors: [],
    appendix,
    items: items.map((item) => itemJson(item, file, year)),
  };
}

function itemJson(item: ImportedItem, file: string, year: number | null) {
  const milestone = year === null ? null : milestoneIn(item.text, year);
  return {
    number: item.number,
    parent: item.parent,
    text: item.text,
    result: item.result,
    status: item.status,
    estimate: null,
    deadline: milestone?.dueOn ?? null,
    deadlineAsPrinted: milestone?.asPrinted ?? null,
    boundary: milestone?.boundary ?? null,
    targets: [],
    lead: null,
    coordinating: [],
    source: { file, line: item.line },
  };
}
