import type { ImportedItem, ImportedPaper, ImportedSection } from '../documents/importing/paper.ts';
import type { RefusalCode } from '../documents/importing/refusal.ts';
import { deadlineOf } from '../documents/importing/understand.ts';
import { tidyAgencyName } from '../language/agency-names.ts';
import type { ImportProposal } from '../usecases/import-commitment-set.ts';
import type { Doubt } from './import-doubts.ts';
import type { ImportOptions } from './import-options.ts';

const NOTHING_PROPOSED: ImportProposal = { new: 0, changed: 0, same: 0, missing: 0 };

interface Reading {
  readonly file: string;
  readonly year: number | null;
  /** Taken where the paper names none. */
  readonly agency: string | undefined;
}

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
  const reading = { file, year, agency: options.agency };
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
    sections: paper.sections.map((section) => sectionJson(section, reading)),
    reporting: paper.reporting,
    proposes: proposes ?? NOTHING_PROPOSED,
    warnings: doubts.map((doubt) => warningJson(doubt, file)),
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
    proposes: NOTHING_PROPOSED,
    warnings: [],
  };
}

function warningJson({ code, level, message, place }: Doubt, file: string) {
  return { code, level, message, source: { file, ...place } };
}

function sectionJson(
  { agencyAsPrinted, appendix, standing, items }: ImportedSection,
  reading: Reading,
) {
  const { agency } = reading;
  const printed = agencyAsPrinted ?? agency ?? null;
  return {
    agency: printed === null ? null : tidyAgencyName(printed),
    agencyAsPrinted: printed,
    successors: [],
    appendix,
    standing,
    items: items.map((item) => itemJson(item, reading)),
  };
}

function itemJson(item: ImportedItem, { file, year }: Reading) {
  const { deadline, deadlineAsPrinted, boundary } = deadlineOf(item, year);
  return {
    number: item.number,
    parent: item.parent,
    text: item.text,
    result: item.result,
    status: item.status,
    isLate: item.isLate,
    estimate: item.estimate,
    deadline,
    deadlineAsPrinted,
    boundary,
    targets: [],
    figures: item.figures,
    lead: item.lead,
    coordinating: item.coordinating,
    source: { file, ...item.source },
  };
}
