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
  const { parent, taken, parts } = numberedSoFar(section);
  let part = parts.get(parent) ?? 1;
  const numberAt = () => (parent === null ? `${part}` : `${parent}.${part}`);
  while (taken.has(numberAt())) part += 1;
  parts.set(parent, part);
  return { number: numberAt(), standing: 'part' };
}

/** What is known of a section's items by now; a section only grows, and may have ten thousand. */
interface NumberedSoFar {
  count: number;
  /** The last number that is not a part's; null before any. */
  parent: string | null;
  readonly taken: Set<string>;
  /** The part at which to look on, by parent. */
  readonly parts: Map<string | null, number>;
}

const known = new WeakMap<DraftSection, NumberedSoFar>();

function numberedSoFar(section: DraftSection): NumberedSoFar {
  const so = known.get(section) ?? { count: 0, parent: null, taken: new Set(), parts: new Map() };
  known.set(section, so);
  for (const { number, standing } of section.items.slice(so.count)) {
    so.taken.add(number);
    if (standing !== 'part') so.parent = number;
  }
  so.count = section.items.length;
  return so;
}

/** So many rows further down the next printed number is looked for. */
const LOOK_AHEAD = 50;

/** Between 3 and 5 it is 4; in a table that numbers nothing, the next one; else a part of the item above. */
export function unprintedNumber(
  section: DraftSection,
  part: TablePart,
  row: GridRow,
  following: readonly GridRow[],
): Numbered {
  const { columns } = part;
  const last = lastArabic(section);
  const coming = numbersAfter(last);
  if (columns.number === null || countsBodies(row, part))
    return { number: coming.findLast((number) => !number.includes('.')) ?? '1', standing: 'own' };
  const next = firstNumber(following.slice(0, LOOK_AHEAD), columns, last);
  if (next === undefined || coming.includes(next)) return nextPart(section);
  const skipped = coming.slice(1).find((number) => numbersAfter(number).slice(1).includes(next));
  return skipped === undefined ? nextPart(section) : { number: skipped, standing: 'own' };
}

function firstNumber(
  rows: readonly GridRow[],
  columns: TablePart['columns'],
  last: string | null,
): string | undefined {
  for (const row of rows) {
    const found = numberOf(row, columns, last);
    if (found?.kind === 'arabic') return found.number;
  }
  return undefined;
}

/** A number that is merged over the very rows of its body counts bodies, not what they promise: each row is an item. */
export function countsBodies(
  row: GridRow,
  { columns: { number, byRole }, rows }: TablePart,
): boolean {
  const [agency] = byRole.get('agency') ?? [];
  if (number === null || agency === undefined || row.cells[number]?.from !== 'above') return false;
  return rows.every(({ filled }) => filled.includes(number) === filled.includes(agency));
}

/** The last number of the section that counts in figures. */
export function lastArabic(section: DraftSection | null): string | null {
  return section?.items.findLast(({ number }) => /^\d/u.test(number))?.number ?? null;
}
