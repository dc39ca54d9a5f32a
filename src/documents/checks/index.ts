import { type CalendarDate, dateOf } from '../../domain/calendar-date.ts';
import type { Finding } from '../../domain/finding.ts';
import { indexTasks, type TaskIndex } from '../../language/task-mismatch.ts';
import type { CheckedPaper, CheckedSection } from './checked-paper.ts';
import { type Coverage, coverageOf } from './date-checks.ts';
import { checkItem } from './item-checks.ts';
import { checkParagraphs, checkYears } from './paper-checks.ts';
import { checkAgencies, checkCoverage, checkNumbers, familyOf } from './section-checks.ts';

interface Context {
  readonly coverage: Coverage | null;
  readonly on: CalendarDate | null;
  readonly tasks: TaskIndex;
}

/**
 * Everything in a paper that a person should look at, in the order of the paper: sections first,
 * then running text and names. Nothing is changed because of it. An empty paper has no
 * findings; the same finding at the same place is told once. Source: product
 * notes 1.10.
 */
export function checkPaper<Place>(paper: CheckedPaper<Place>): Finding<Place>[] {
  const { year, period, sections, paragraphs = [], names = [] } = paper;
  const context: Context = {
    coverage: year === null ? null : coverageOf(year, period),
    on: paper.on ?? (year === null ? null : dateOf(year, 12, 31)),
    tasks: indexTasks(sections.flatMap(({ items }) => items)),
  };
  const owned = sections.flatMap((section) => ownersGone(section, context.on));
  const ends = sections.map(({ items }) => lastNumber(items.map(({ number }) => number)));
  return unique([
    ...sections.flatMap((section, index) => checkSection(section, ends[index - 1] ?? 0, context)),
    ...checkParagraphs(paragraphs, context.coverage),
    ...(context.on === null ? [] : mentionsIn(paragraphs, context.on, owned)),
    ...checkYears(names, year),
  ]);
}

function checkSection<Place>(
  section: CheckedSection<Place>,
  after: number,
  { coverage, on, tasks }: Context,
): Finding<Place>[] {
  const family = familyOf(section);
  const { items } = section;
  const texts = items.map((item) => ({
    text: `${item.text}\n${item.result ?? ''}`,
    place: item.place,
  }));
  return [
    ...ownersGone(section, on),
    ...checkNumbers(section, after),
    ...items.flatMap((item) =>
      checkItem(item, coverage, tasks).map((observation) => ({
        ...observation,
        place: item.place,
      })),
    ),
    ...checkCoverage(section, family),
    ...(on === null ? [] : mentionsIn(texts, on, [])),
  ];
}

/** Whose section it is, where that body was gone by the day. */
function ownersGone<Place>(
  { agencyAsPrinted, place }: CheckedSection<Place>,
  on: CalendarDate | null,
): Finding<Place>[] {
  return on === null ? [] : checkAgencies(agencyAsPrinted ?? '', place, on, 'confirm');
}

/** Bodies that are named besides; a title that names the owner of a section says nothing new. */
function mentionsIn<Place>(
  texts: readonly { readonly text: string; readonly place: Place }[],
  on: CalendarDate,
  owned: readonly Finding<Place>[],
): Finding<Place>[] {
  const known = new Set(owned.map(({ data }) => JSON.stringify(data)));
  return texts
    .flatMap(({ text, place }) => checkAgencies(text, place, on, 'note'))
    .filter(({ data }) => !known.has(JSON.stringify(data)));
}

/** The last top number of a list, 0 without one. */
function lastNumber(numbers: readonly string[]): number {
  return Number(numbers.findLast((number) => /^\d+$/u.test(number)) ?? 0);
}

function unique<Place>(findings: readonly Finding<Place>[]): Finding<Place>[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
