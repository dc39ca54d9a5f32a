import type { Finding } from '../../domain/finding.ts';
import type { CheckedSection, PrintedName } from '../checks/checked-paper.ts';
import { checkPaper } from '../checks/index.ts';
import { joinPrintedLines, type PlacedText } from '../checks/printed-paragraphs.ts';
import type { PaperDocument, Place } from './model.ts';
import type { ImportedSection, UnderstoodPaper } from './paper.ts';
import type { PaperContext } from './paper-date.ts';
import { isSamePlace } from './places.ts';

/**
 * What the checks see in a paper that was read, each at its place; what the reading has told itself
 * is not told again. Running text is checked too, of reports it is all there is.
 */
export function findingsIn(
  document: PaperDocument,
  paper: UnderstoodPaper,
  context: PaperContext,
): Finding<Place>[] {
  const { year, period, sections, warnings } = paper;
  const found = checkPaper({
    year,
    period,
    sections: sections.map(checkedSection),
    paragraphs: paragraphsOf(document),
    names: namesOf(paper, context),
  });
  const isTold = ({ code, place }: Finding<Place>) =>
    warnings.some(
      (warning) => warning.code === code && isSamePlace(warning.source ?? warning, place),
    );
  return found.filter((finding) => !isTold(finding));
}

function checkedSection({ agencyAsPrinted, items, line }: ImportedSection): CheckedSection<Place> {
  return {
    agencyAsPrinted,
    items: items.map((item) => ({ ...item, place: item.source })),
    place: items[0]?.source ?? { line },
  };
}

/** Paragraphs whole; those of a text and a page come as the lines that their width broke. */
function paragraphsOf({ blocks, format }: PaperDocument): PlacedText<Place>[] {
  const printed = blocks.filter((block) => block.kind === 'paragraph');
  return format === 'text' || format === 'pdf' ? joinPrintedLines(printed) : printed;
}

/** The names that may give another year: the file's, and those of the sheets with commitments. */
function namesOf({ sections }: UnderstoodPaper, { fileName }: PaperContext): PrintedName<Place>[] {
  const places = sections.flatMap(({ items }) => items.map(({ source }) => source));
  const sheets = new Set(places.flatMap((place) => ('sheet' in place ? [place.sheet] : [])));
  return [
    ...[...sheets].map(
      (sheet): PrintedName<Place> => ({ source: 'sheet', text: sheet, place: { sheet, row: 1 } }),
    ),
    { source: 'fileName', text: fileName, place: { line: 1 } },
  ];
}
