import type { ImportedSection, PaperWarning } from '../paper.ts';
import { closeSection } from './closing.ts';
import { factsOf, type RowFacts } from './facts.ts';
import { type GridRow, ownLineIn } from './grid.ts';
import { numberOf, type RowNumber } from './item-number.ts';
import { type DraftItem, isBlank, warningAt } from './items.ts';
import {
  countsBodies,
  lastArabic,
  type Numbered,
  numberWithin,
  unprintedNumber,
} from './numbering.ts';
import { sectionFor } from './owners.ts';
import type { Reading, TablePart } from './reading.ts';
import { rowKind } from './rows.ts';

/** The sections of all parts in the order of their first rows, and what is doubtful in them. */
export function readParts(parts: readonly TablePart[]): {
  sections: ImportedSection[];
  warnings: PaperWarning[];
} {
  const reading: Reading = {
    sections: new Map(),
    section: null,
    band: null,
    group: null,
    isOver: false,
  };
  for (const part of parts) readPart(part, reading);
  const closed = [...reading.sections.values()]
    .map((section) => ({ ...section, items: section.items.filter((item) => !isBlank(item)) }))
    .filter(({ items }) => items.length > 0)
    .map(closeSection);
  return {
    sections: closed.map(({ section }) => section),
    warnings: closed.flatMap(({ warnings }) => warnings),
  };
}

function readPart(part: TablePart, reading: Reading): void {
  if (!part.isContinued) Object.assign(reading, { section: null, band: null, group: null });
  reading.isOver = false;
  const hasArabic = part.rows.some((row) => numberOf(row, part.columns, null)?.kind === 'arabic');
  for (const [index, row] of part.rows.entries()) {
    if (!reading.isOver)
      readRow(row, part, reading, { hasArabic, following: part.rows.slice(index + 1, index + 6) });
  }
}

interface Around {
  readonly hasArabic: boolean;
  readonly following: readonly GridRow[];
}

function readRow(row: GridRow, part: TablePart, reading: Reading, around: Around): void {
  const { columns } = part;
  const number = numberOf(row, columns, lastArabic(reading.section));
  const { saysMore } = factsOf(row, columns, true);
  const kind = rowKind(row, { columns, number, saysMore, hasArabic: around.hasArabic });
  if (kind.kind === 'end') reading.isOver = true;
  if (kind.kind === 'agency')
    Object.assign(reading, { band: kind.name, group: null, section: null });
  if (kind.kind === 'group') reading.group = kind.name;
  if (kind.kind === 'item') openItem(row, kind.number, part, reading);
  if (kind.kind === 'unnumbered') unnumberedRow(row, part, reading, around);
}

function openItem(row: GridRow, printed: RowNumber, part: TablePart, reading: Reading): void {
  const facts = factsOf(row, part.columns, false);
  const section = sectionFor(facts, part, reading);
  const above = section.items.at(-1);
  if (printed.kind === 'bullet' && !facts.saysMore && above !== undefined) {
    above.texts.push(ownLineIn(row, part.columns.text));
    return;
  }
  const numbered = numberWithin(section, printed);
  const draft = draftOf(numbered, printed.rest, facts, part, reading.group);
  if (printed.isRestored)
    draft.doubts.push(warningAt(row.place, 'numberRestored', 'note', draft.number));
  section.items.push(draft);
}

function draftOf(
  numbered: Numbered,
  text: string,
  facts: RowFacts,
  { columns, titleAgency }: TablePart,
  group: string | null,
): DraftItem {
  // Under a title that names whose commitments these are, a column of bodies says who does them.
  const lead =
    facts.lead === '' && columns.agencyActs && titleAgency !== null ? facts.agency : facts.lead;
  return {
    ...numbered,
    texts: [text],
    facts: [{ ...facts, lead }],
    columns,
    place: facts.place,
    group,
    doubts: [],
  };
}

/** A row without a number carries the item before it on, or is an item that nobody numbered. */
function unnumberedRow(
  row: GridRow,
  part: TablePart,
  reading: Reading,
  { following }: Around,
): void {
  const { columns } = part;
  const text = ownLineIn(row, columns.text);
  const open = reading.section?.items.at(-1);
  if (carriesOn(row, part, open)) {
    if (open === undefined) return;
    open.texts.push(text);
    open.facts.push(factsOf(row, columns, true));
    return;
  }
  if (text === '') return;
  const facts = factsOf(row, columns, false);
  const section = sectionFor(facts, part, reading);
  const draft = draftOf(
    unprintedNumber(section, part, row, following),
    text,
    facts,
    part,
    reading.group,
  );
  if (columns.number !== null)
    draft.doubts.push(warningAt(row.place, 'rowWithoutNumber', 'note', draft.number));
  section.items.push(draft);
}

/** A page break parts a row within a sentence, so what follows begins small or says nothing new. */
function carriesOn(row: GridRow, part: TablePart, open: DraftItem | undefined): boolean {
  const { columns } = part;
  const text = ownLineIn(row, columns.text);
  if (text === '' || open === undefined) return text === '';
  if (countsBodies(row, part)) return false;
  const facts = factsOf(row, columns, true);
  const isTicked = facts.marks.ticked.length > 0 || facts.statusText !== '';
  const wasTicked = open.facts.some(
    ({ marks, statusText }) => marks.ticked.length > 0 || statusText !== '',
  );
  if (isTicked && wasTicked) return false;
  const before = open.texts.join(' ').trim();
  const isOpenEnded = before === '' || !/[.;:!?…]["”)]?$/u.test(before);
  if (/^\p{Ll}|^[,;.)]|^\d/u.test(text)) return isOpenEnded || !facts.saysMore;
  return columns.number !== null && !facts.saysMore;
}
