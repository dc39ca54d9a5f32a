import { numbersAfter } from '../../../language/item-numbers.ts';
import type { GridRow } from './grid.ts';
import { numberOf, type RowNumber } from './item-number.ts';
import type { DraftItem } from './items.ts';
import type { DraftSection, TablePart } from './reading.ts';

/** The number under which an item is kept, and how it came by it. */
export type Numbered = Pick<DraftItem, 'number' | 'standing'>;

/** «a)» belongs to the number before it, a bullet becomes the next part of either. */
export function numberWithin(section: DraftSection, { kind, number }: RowNumber): Numbered {
  if (kind === 'bullet') return nextPart(section);
  if (kind !== 'letter') return { number, standing: 'own' };
  const base = section.items.findLast(({ standing }) => standing === 'own')?.number;
  return { number: base === undefined ? number : `${base}.${number}`, standing: 'letter' };
}

function nextPart(section: DraftSection): Numbered {
  const parent = section.items.findLast(({ standing }) => standing !== 'part')?.number;
  const taken = new Set(section.items.map(({ number }) => number));
  for (let part = 1; ; part += 1) {
    const number = parent === undefined ? `${part}` : `${parent}.${part}`;
    if (!taken.has(number)) return { number, standing: 'part' };
  }
}

/** Between 3 and 5 it is 4; in a table that numbers nothing, the next one; else a part of the item above. */
export function unprintedNumber(
  section: DraftSection,
  { columns }: TablePart,
  following: readonly GridRow[],
): Numbered {
  const last = lastArabic(section);
  const coming = numbersAfter(last);
  if (columns.number === null)
    return { number: coming.findLast((number) => !number.includes('.')) ?? '1', standing: 'own' };
  const next = following
    .map((row) => numberOf(row, columns, last))
    .find((found) => found?.kind === 'arabic')?.number;
  if (next === undefined || coming.includes(next)) return nextPart(section);
  const skipped = coming.slice(1).find((number) => numbersAfter(number).slice(1).includes(next));
  return skipped === undefined ? nextPart(section) : { number: skipped, standing: 'own' };
}

/** The last number of the section that counts in figures. */
export function lastArabic(section: DraftSection | null): string | null {
  return section?.items.findLast(({ number }) => /^\d/u.test(number))?.number ?? null;
}
