import type { CalendarDate } from '../../domain/calendar-date.ts';
import { type Finding, type FindingLevel, observe } from '../../domain/finding.ts';
import { abolishedIn } from '../../language/agency-successions.ts';
import { numberingFaults } from '../../language/item-numbering.ts';
import { partsWithoutChild } from '../../language/parent-parts.ts';
import type { CheckedItem, CheckedSection } from './checked-paper.ts';

/** Items by the number of the one that they are parts of; null for the top of the list. */
export type Family<Place> = ReadonlyMap<string | null, readonly CheckedItem<Place>[]>;

export function familyOf<Place>({ items }: CheckedSection<Place>): Family<Place> {
  return Map.groupBy(items, ({ parent }) => parent);
}

/** Parts of parents that no part below them restates. Source: quirks. */
export function checkCoverage<Place>(
  section: CheckedSection<Place>,
  family: Family<Place>,
): Finding<Place>[] {
  return section.items.flatMap(({ number, text, place }) => {
    const below = descendantsOf(number, family, section.items.length).map((item) => item.text);
    return partsWithoutChild(text, below).map((excerpt) => ({
      ...observe('partWithoutChild', { excerpt }),
      place,
    }));
  });
}

/** `depth` bounds the walk where numbers go round in a circle. */
function descendantsOf<Place>(
  number: string,
  family: Family<Place>,
  depth: number,
): CheckedItem<Place>[] {
  if (depth === 0) return [];
  const children = family.get(number) ?? [];
  return children.flatMap((child) => [child, ...descendantsOf(child.number, family, depth - 1)]);
}

/** Numbers that stand twice or are left out. `after` is the last number of the section before. */
export function checkNumbers<Place>(
  { items, place }: CheckedSection<Place>,
  after: number,
): Finding<Place>[] {
  const { repeated, missing } = numberingFaults(
    items.map(({ number }) => number),
    after,
  );
  return [
    ...repeated.map((number) => ({
      ...observe('numberRepeated', { number }),
      place: items.findLast((item) => item.number === number)?.place ?? place,
    })),
    ...missing.map((number) => ({ ...observe('numberMissing', { number }), place })),
  ];
}

/** Bodies that were gone on the day: asked where they own a section, noted where they are named. */
export function checkAgencies<Place>(
  text: string,
  place: Place,
  on: CalendarDate,
  level: FindingLevel,
): Finding<Place>[] {
  return abolishedIn(text, on).map(({ name, until, successors }) => ({
    ...observe('agencyAbolished', { name, until, successors }, level),
    place,
  }));
}
