import {
  asOfInTitles,
  authorityInTitles,
  isSubjectLine,
  yearInTitle,
} from '../../language/paper-titles.ts';
import { deadlineOf } from './item-deadline.ts';
import { understandLetter } from './letters/index.ts';
import type { PaperDocument, ReadingNote } from './model.ts';
import type { ImportedSection, PaperWarning, UnderstoodPaper } from './paper.ts';
import { type PaperContext, paperDate } from './paper-date.ts';
import { lineOf } from './places.ts';
import { understandTables } from './tables/index.ts';

/**
 * Understands a paper: its tables of commitments and its assignments in running text; no sections
 * where it has neither. Nothing is guessed; what is doubtful is a warning with its place.
 */
export function understandPaper(document: PaperDocument, context: PaperContext): UnderstoodPaper {
  const tables = understandTables(document);
  const letter = understandLetter(document);
  const hasTables = tables.sections.length > 0;
  const titles = hasTables ? tables.titles : openingTitles(letter.opening);
  const dated = paperDate({ ...tables, titles: hasTables ? titles : yearTitle(titles) }, context);
  const doubts = [...dated.warnings, ...tables.warnings, ...letter.warnings];
  const { year } = dated;
  return {
    ...dated,
    asOf: asOfInTitles(titles),
    authority: authorityInTitles(titles),
    sections: [...letter.sections, ...tables.sections].map((section) =>
      withDeadlines(section, year),
    ),
    reporting: letter.reporting,
    warnings: [
      ...noteWarnings(document.notes, doubts),
      ...doubts,
      ...unclearDeadlines([...letter.sections, ...tables.sections], year),
    ],
  };
}

/** A letter's subject says the year before the date of its writing does. */
function openingTitles(opening: readonly string[]): string[] {
  return [...opening.filter(isSubjectLine), ...opening.filter((text) => !isSubjectLine(text))];
}

/** Of a letter's opening only the first words that name a year are about its own. */
function yearTitle(opening: readonly string[]): string[] {
  return opening.filter((text) => yearInTitle(text) !== null).slice(0, 1);
}

/** The notes of a reader as warnings, but those that are told already. */
export function noteWarnings(
  notes: readonly ReadingNote[],
  known: readonly PaperWarning[],
): PaperWarning[] {
  return notes
    .filter(({ code }) => known.every((warning) => warning.code !== code))
    .map(({ code, place }) => ({
      code,
      level: 'note',
      line: place === undefined ? 1 : lineOf(place),
      ...(place === undefined ? {} : { source: place }),
    }));
}

/** A deadline that names no one day, «thường xuyên», stays as printed. */
function unclearDeadlines(
  sections: readonly ImportedSection[],
  year: number | null,
): PaperWarning[] {
  return sections
    .flatMap(({ items }) => items)
    .filter(
      (item) =>
        item.deadlineAsPrinted !== null &&
        year !== null &&
        deadlineOf(item, year).deadline === null,
    )
    .map(({ source, line, deadlineAsPrinted }) => ({
      ...({ code: 'deadlineUnclear', level: 'note', line, source } as const),
      about: String(deadlineAsPrinted),
    }));
}

function withDeadlines(section: ImportedSection, year: number | null): ImportedSection {
  return {
    ...section,
    items: section.items.map((item) => ({ ...item, ...deadlineOf(item, year) })),
  };
}
