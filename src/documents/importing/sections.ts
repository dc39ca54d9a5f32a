import type { Place } from './model.ts';
import type { ImportedSection } from './paper.ts';
import { isSamePlace, lineOf } from './places.ts';

/**
 * The section in which a place stands: the one with an item there, else the last one that begins
 * before it. Undefined for a place before the first, and for the paper as a whole.
 */
export function sectionAt(
  sections: readonly ImportedSection[],
  place: Place,
): ImportedSection | undefined {
  const holds = ({ items }: ImportedSection) =>
    items.some(({ source }) => isSamePlace(source, place));
  return sections.find(holds) ?? sections.findLast((section) => beginsBefore(section, place));
}

function beginsBefore({ line, items }: ImportedSection, place: Place): boolean {
  const [first] = items;
  if (first !== undefined && 'sheet' in first.source) {
    return 'sheet' in place && first.source.sheet === place.sheet && line <= lineOf(place);
  }
  if (first !== undefined && 'page' in first.source) {
    return 'page' in place && first.source.page <= place.page;
  }
  return line <= lineOf(place);
}
