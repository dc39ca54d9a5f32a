import { type Finding, observe } from '../../domain/finding.ts';
import { isSameUnit } from '../../language/figures.ts';
import { personalColumn } from '../../language/personal-data.ts';
import { placeholdersIn } from '../../language/placeholders.ts';
import { printedYears } from '../../language/printed-years.ts';
import { type Reading, readFigures } from '../../language/quantities.ts';
import { yearEndClaimsIn } from '../../language/year-end-claims.ts';
import { auditLines, auditParagraph } from './arithmetic.ts';
import type { PrintedName } from './checked-paper.ts';
import { type Coverage, checkCalendarDates, checkCountedDates } from './date-checks.ts';
import type { PlacedText } from './printed-paragraphs.ts';

/** The running text of a report: figures, blanks, dates. */
export function checkParagraphs<Place>(
  paragraphs: readonly PlacedText<Place>[],
  coverage: Coverage | null,
): Finding<Place>[] {
  const read = paragraphs.map(({ text, place }) => ({ reading: readFigures(text), text, place }));
  const own = read.flatMap(({ reading, text, place }) =>
    [
      ...auditParagraph(reading, null),
      ...placeholdersIn(text).map((excerpt) => observe('placeholderOpen', { excerpt })),
      ...checkCalendarDates(text),
      ...(coverage === null ? [] : checkCountedDates(text, coverage)),
    ].map((observation) => ({ ...observation, place })),
  );
  const lists = auditLines(read.map(({ reading }) => reading)).flatMap(({ line, observation }) =>
    read.slice(line, line + 1).map(({ place }) => ({ ...observation, place })),
  );
  return [...own, ...lists, ...checkWholes(read, coverage)];
}

/** What is expected of the same year, counted of two wholes. Source: quirk Q-34. */
function checkWholes<Place>(
  paragraphs: readonly { readonly reading: Reading; readonly place: Place }[],
  coverage: Coverage | null,
): Finding<Place>[] {
  const claims = paragraphs.flatMap(({ reading, place }) =>
    yearEndClaimsIn(reading).map((claim) => ({
      ...claim,
      year: claim.year ?? coverage?.year ?? null,
      place,
    })),
  );
  return claims.flatMap(({ unit, whole, year, place }, index) => {
    const other = claims
      .slice(0, index)
      .find(
        (claim) => claim.year === year && isSameUnit(claim.unit, unit) && claim.whole !== whole,
      );
    if (other === undefined) return [];
    return [{ ...observe('wholeDisputed', { whole, otherWhole: other.whole }), place }];
  });
}

/** Columns that hold personal data and are not stored. */
export function checkColumns<Place>(columns: readonly PlacedText<Place>[]): Finding<Place>[] {
  return columns.flatMap(({ text, place }) => {
    const kind = personalColumn(text);
    return kind === null ? [] : [{ ...observe('personalData', { kind }), place }];
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
