import { deadlineOf } from '../documents/importing/item-deadline.ts';
import type { ImportedItem, ImportedPaper, ImportedSection } from '../documents/importing/paper.ts';
import type { RefusalCode } from '../documents/importing/refusal.ts';
import { dateOf } from '../domain/calendar-date.ts';
import { tidyAgencyName } from '../language/agency-names.ts';
import { abolishedIn } from '../language/agency-successions.ts';
import { groupShared, type SharedTemplateId } from '../language/shared-templates.ts';
import type { ImportProposal } from '../usecases/import-commitment-set.ts';
import { changesOf } from '../views/import.ts';
import type { Doubt } from '../views/import-doubts.ts';
import type { ImportOptions } from './import-options.ts';
import { targetsJson } from './target-json.ts';

const NOTHING_PROPOSED = { new: 0, changed: 0, same: 0, missing: 0 };

interface Reading {
  readonly file: string;
  readonly year: number | null;
  /** Taken where the paper names none. */
  readonly agency: string | undefined;
  readonly shared: ReadonlyMap<ImportedItem, readonly SharedTemplateId[]>;
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
  const reading = { file, year, agency: options.agency, shared: sharedIn(paper) };
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
    proposes: proposes === null ? NOTHING_PROPOSED : changesOf(proposes),
    warnings: doubts.map((doubt) => warningJson(doubt, file)),
  };
}

/** The same shape, empty but for what the checks saw, for a paper that was not taken. */
export function refusalJson(
  code: RefusalCode | 'agencyMissing' | 'fileMissing',
  message: string,
  file: string,
  doubts: readonly Doubt[],
) {
  return {
    outcome: 'refuse',
    code,
    message,
    document: { year: null, period: null, asOf: null, authority: null },
    sections: [],
    reporting: [],
    proposes: NOTHING_PROPOSED,
    warnings: doubts.map((doubt) => warningJson(doubt, file)),
  };
}

function warningJson({ code, level, message, place }: Doubt, file: string) {
  return { code, level, message, source: { file, ...place } };
}

/** The shared commitments that each item makes; items of an agency's own are left out. */
function sharedIn({ sections }: ImportedPaper): Map<ImportedItem, SharedTemplateId[]> {
  const found = groupShared(sections.flatMap(({ items }) => items)).flatMap(
    ({ template, variants }) =>
      variants.flatMap(({ items }) => items.map((item) => ({ item, template }))),
  );
  return new Map(
    [...Map.groupBy(found, ({ item }) => item)].map(([item, each]) => [
      item,
      each.map(({ template }) => template),
    ]),
  );
}

function sectionJson(
  { agencyAsPrinted, appendix, standing, items }: ImportedSection,
  reading: Reading,
) {
  const { year, agency } = reading;
  const printed = agencyAsPrinted ?? agency ?? null;
  return {
    agency: printed === null ? null : tidyAgencyName(printed),
    agencyAsPrinted: printed,
    successors: printed === null || year === null ? [] : successorsOf(printed, year),
    appendix,
    standing,
    items: items.map((item) => itemJson(item, reading)),
  };
}

/** Who took over the work of a body that is gone by the end of the commitments' year. */
function successorsOf(printed: string, year: number): string[] {
  return abolishedIn(printed, dateOf(year, 12, 31)).flatMap(({ successors }) => successors);
}

function itemJson(item: ImportedItem, { file, year, shared }: Reading) {
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
    targets: targetsJson(item),
    shared: shared.get(item) ?? [],
    figures: item.figures,
    lead: item.lead,
    coordinating: item.coordinating,
    source: { file, ...item.source },
  };
}
