import { type Finding, type Observation, observe } from '../../domain/finding.ts';
import { isSameUnit } from '../../language/figures.ts';
import { placeholdersIn } from '../../language/placeholders.ts';
import { printedYears } from '../../language/printed-years.ts';
import { type Reading, readFigures } from '../../language/quantities.ts';
import { yearEndClaimsIn } from '../../language/year-end-claims.ts';
import { auditLines, auditParagraph } from './arithmetic.ts';
import type { PrintedName } from './checked-paper.ts';
import { type Coverage, checkCalendarDates, checkCountedDates } from './date-checks.ts';
import { placeOfFigure } from './figure-place.ts';
import type { PlacedText } from './printed-paragraphs.ts';

interface ReadParagraph<Place> {
  readonly paragraph: PlacedText<Place>;
  readonly reading: Reading;
}

/** The running text of a report: figures, blanks, dates. */
export function checkParagraphs<Place>(
  paragraphs: readonly PlacedText<Place>[],
  coverage: Coverage | null,
): Finding<Place>[] {
  const read = paragraphs.map((paragraph) => ({ paragraph, reading: readFigures(paragraph.text) }));
  const lists = auditLines(read.map(({ reading }) => reading)).flatMap(({ line, observation }) =>
    read.slice(line, line + 1).map((each) => placed(each, observation)),
  );
  return [
    ...read.flatMap((each) => checkParagraph(each, coverage)),
    ...lists,
    ...checkWholes(read, coverage),
  ];
}

function checkParagraph<Place>(
  read: ReadParagraph<Place>,
  coverage: Coverage | null,
): Finding<Place>[] {
  const { text } = read.paragraph;
  return [
    ...auditParagraph(read.reading, null),
    ...placeholdersIn(text).map((excerpt) => observe('placeholderOpen', { excerpt })),
    ...checkCalendarDates(text),
    ...(coverage === null ? [] : checkCountedDates(text, coverage)),
  ].map((observation) => placed(read, observation));
}

/** At the line of the paragraph in which its figure stands. */
function placed<Place>(
  { paragraph, reading }: ReadParagraph<Place>,
  observation: Observation,
): Finding<Place> {
  return { ...observation, place: placeOfFigure(paragraph, reading, observation) };
}

/** What is expected of the same year, counted of two wholes. Source: quirk Q-34. */
function checkWholes<Place>(
  paragraphs: readonly ReadParagraph<Place>[],
  coverage: Coverage | null,
): Finding<Place>[] {
  const claims = paragraphs.flatMap((paragraph) =>
    yearEndClaimsIn(paragraph.reading).map((claim) => ({
      ...claim,
      year: claim.year ?? coverage?.year ?? null,
      paragraph,
    })),
  );
  return claims.flatMap(({ unit, whole, year, paragraph }, index) => {
    const other = claims
      .slice(0, index)
      .find(
        (claim) => claim.year === year && isSameUnit(claim.unit, unit) && claim.whole !== whole,
      );
    if (other === undefined) return [];
    return [placed(paragraph, observe('wholeDisputed', { whole, otherWhole: other.whole }))];
  });
}

/** Names that give another year than the paper's; than the first name's, where that is open. */
export function checkYears<Place>(
  names: readonly PrintedName<Place>[],
  year: number | null,
): Finding<Place>[] {
  const printed = names.map(({ text, source, place }) => ({
    years: printedYears(text),
    source,
    place,
  }));
  const known = year ?? printed.flatMap(({ years }) => years)[0];
  if (known === undefined) return [];
  return printed.flatMap(({ years, source, place }) => {
    const [found] = years;
    if (found === undefined || years.includes(known)) return [];
    return [{ ...observe('yearDisputed', { source, found, year: known }), place }];
  });
}
