import type { ImportedSection, PaperWarning } from '../paper.ts';
import { lineOf } from '../places.ts';
import { type DraftItem, readItem, warningAt } from './items.ts';
import type { DraftSection } from './reading.ts';

/** A section with all its rows in: items with their parents, and what is doubtful about them. */
export function closeSection({ agency, appendix, place, items }: DraftSection): {
  section: ImportedSection;
  warnings: PaperWarning[];
} {
  const numbers = new Set(items.map(({ number }) => number));
  const parents = new Set(items.flatMap(({ number }) => ancestorsOf(number)));
  const read = items.map((draft) => {
    const above = ancestorsOf(draft.number).at(-1) ?? null;
    const parent = above !== null && numbers.has(above) ? above : null;
    return readItem(draft, parent, parents.has(draft.number));
  });
  return {
    section: {
      agencyAsPrinted: agency,
      appendix,
      standing: 'assigned',
      items: read.map(({ item }) => item),
      line: lineOf(place),
    },
    warnings: [...read.flatMap(({ warnings }) => warnings), ...repeatedNumbers(items)],
  };
}

/** A number may come again under another group, where lists begin anew; elsewhere somebody must look. */
function repeatedNumbers(items: readonly DraftItem[]): PaperWarning[] {
  const seen = new Map<string, string | null>();
  return items.flatMap(({ number, group, place }) => {
    const before = seen.get(number);
    const isNew = !seen.has(number);
    seen.set(number, group);
    return isNew
      ? []
      : [warningAt(place, 'numberRepeated', before === group ? 'confirm' : 'note', number)];
  });
}

/** «1» and «1.2» of «1.2.3». */
function ancestorsOf(number: string): string[] {
  return [...number.matchAll(/\./gu)].map(({ index }) => number.slice(0, index));
}
