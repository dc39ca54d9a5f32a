import { rolesInCell } from '../../../language/assignment-roles.ts';
import { splitBodies } from '../../../language/body-names.ts';
import { type Legend, printedStatus } from '../../../language/printed-status.ts';
import { normalizeSpaces } from '../../../language/text-repair.ts';
import { flowLines } from '../flow-lines.ts';
import type { Place } from '../model.ts';
import { type ImportedItem, NOTHING_MORE, type PaperWarning, type WarningCode } from '../paper.ts';
import { lineOf } from '../places.ts';
import type { TableColumns } from './columns.ts';
import type { RowFacts } from './facts.ts';
import { type ShownStatus, shownStatus } from './statuses.ts';

/** An item while its rows come in; a page break may part one over several rows. */
export interface DraftItem {
  readonly number: string;
  /** `own` is printed in full, `letter` below one, `part` counted by us below either. */
  readonly standing: 'own' | 'letter' | 'part';
  readonly texts: string[];
  readonly facts: RowFacts[];
  readonly columns: TableColumns;
  readonly place: Place;
  /** The group heading that it stands under. */
  readonly group: string | null;
  readonly doubts: PaperWarning[];
}

/** An item as it was read, with what is doubtful about it. */
export interface ReadItem {
  readonly item: ImportedItem;
  readonly warnings: readonly PaperWarning[];
}

export function warningAt(
  place: Place,
  code: WarningCode,
  level: PaperWarning['level'],
  about?: string,
): PaperWarning {
  const where = { code, level, line: lineOf(place), source: place };
  return about === undefined ? where : { ...where, about };
}

/** Whether nothing is written in an item's rows but its number, as in a form that waits to be filled in. */
export function isBlank({ texts, facts }: DraftItem): boolean {
  const isTicked = facts.some(({ marks }) => marks.ticked.length > 0);
  const said = facts.flatMap((row) => [row.statusText, row.actual, ...row.results]);
  return !isTicked && ![...texts, ...said].some((text) => /[\p{L}\p{N}]/u.test(text));
}

/** Closes an item. `hasParts` items may leave their status to their parts, so no missing mark is noted. */
export function readItem(draft: DraftItem, parent: string | null, hasParts: boolean): ReadItem {
  const { facts, columns, number, place } = draft;
  const now = statusOf(draft, 'now');
  const yearEnd = statusOf(draft, 'yearEnd');
  const told = facts.flatMap(({ results }) => results);
  const actual = firstOf(facts, ({ actual: said }) => said);
  const result = resultOf(told, now, columns);
  const unmarked = tellsStatus(columns) && now.marks === 0 && !hasParts;
  const only = tellsStatus(columns) ? null : printedStatus(result, columns.legend);
  const due = firstOf(facts, ({ deadline }) => deadline);
  return {
    item: {
      number,
      parent,
      text: normalizeSpaces(draft.texts.join(' ')),
      result: result === '' ? actual : result,
      status: now.status ?? only?.status ?? null,
      marks: Math.max(now.marks, Number(only !== null)),
      ...NOTHING_MORE,
      isLate: now.isLate || only?.isLate === true,
      estimate: yearEnd.status,
      deadlineAsPrinted: due,
      deadline: isoIn(facts),
      boundary: isoIn(facts) === null ? null : 'by',
      ...bodiesIn(facts),
      figures: figuresIn(facts, columns),
      source: place,
      line: lineOf(place),
    },
    warnings: [
      ...draft.doubts,
      ...(unmarked ? [warningAt(place, 'rowWithoutMark', 'note', number)] : []),
      ...[...now.doubts, ...yearEnd.doubts].map(({ code, about }) =>
        warningAt(place, code, 'confirm', about ?? number),
      ),
    ],
  };
}

function resultOf(
  told: readonly string[],
  { rest, unread }: ShownStatus,
  { byRole }: TableColumns,
): string {
  const beside = byRole.has('result') ? rest : [...rest, ...unread];
  return flowLines([...told, ...beside].flatMap((text) => text.split('\n')));
}

function statusOf({ facts, columns }: DraftItem, when: 'now' | 'yearEnd'): ShownStatus {
  const marks = facts.map((row) => (when === 'now' ? row.marks : row.estimateMarks));
  const words = facts
    .map((row) => (when === 'now' ? row.statusText : row.estimateText))
    .filter((text) => text !== '');
  const together = {
    ticked: marks.flatMap(({ ticked }) => ticked),
    unclear: marks.flatMap(({ unclear }) => unclear),
    words: marks.flatMap((each) => each.words),
    isLate: marks.some(({ isLate }) => isLate),
  };
  return shownStatus(together, wordsTogether(words, columns.legend), columns.legend);
}

/** Words broken over a page are one phrase: «Đang thực» and «hiện». */
function wordsTogether(words: readonly string[], legend: Legend): readonly string[] {
  const joined = words.join(' ');
  return words.length > 1 && printedStatus(joined, legend) !== null ? [joined] : words;
}

function tellsStatus({ marks, status }: TableColumns): boolean {
  return marks.length > 0 || status !== null;
}

function firstOf(facts: readonly RowFacts[], read: (row: RowFacts) => string): string | null {
  const said = facts.map(read).filter((text) => text !== '' && !/^[-–—]+$/u.test(text));
  return said.length === 0 ? null : said.join(' ');
}

function isoIn(facts: readonly RowFacts[]): ImportedItem['deadline'] {
  const iso = facts.map(({ deadlineIso }) => deadlineIso).find((each) => each !== null) ?? null;
  return iso as ImportedItem['deadline'];
}

function figuresIn(facts: readonly RowFacts[], { byRole }: TableColumns): ImportedItem['figures'] {
  if (!byRole.has('plan') && !byRole.has('actual') && !byRole.has('unit')) return null;
  return {
    plan: firstOf(facts, ({ plan }) => plan),
    actual: firstOf(facts, ({ actual }) => actual),
    unit: firstOf(facts, ({ unit }) => unit),
  };
}

/** Lead and coordinating bodies from their columns; one column of both says by its verbs who is which. */
function bodiesIn(facts: readonly RowFacts[]): Pick<ImportedItem, 'lead' | 'coordinating'> {
  const roles = facts
    .map((row) => row.roles)
    .join('\n')
    .trim();
  if (roles !== '') return rolesInCell(roles);
  return {
    lead: firstOf(facts, ({ lead }) => lead),
    coordinating: splitBodies(firstOf(facts, ({ coordinating }) => coordinating) ?? ''),
  };
}
