import type { ReportPeriod } from '../../domain/report-period.ts';
import {
  periodInName,
  periodInTitle,
  yearInName,
  yearInTitle,
} from '../../language/paper-titles.ts';
import type { PaperWarning, UnderstoodPaper } from './paper.ts';

/** What is known of a paper besides what is in it. */
export interface PaperContext {
  readonly fileName: string;
}

/** Where a paper names its year and period. */
export interface NamingPlaces {
  /** One title for each table, or the one that counts. */
  readonly titles: readonly string[];
  readonly sheets: readonly string[];
  readonly columnTitles: readonly string[];
}

type Dated = Pick<UnderstoodPaper, 'year' | 'years' | 'period' | 'warnings'>;

/**
 * The year and period of a paper by its own words: titles and sheets first, then columns. Of several
 * none is chosen. A file's name decides no year; its period is taken where the paper says nothing.
 */
export function paperDate(places: NamingPlaces, { fileName }: PaperContext): Dated {
  const years = yearsNamed(places);
  const periods = periodsNamed(places);
  const [inFile, periodInFile] = [yearInName(fileName), periodInName(fileName)];
  return {
    years,
    year: onlyOne(years),
    period: periods.length === 0 ? periodInFile : onlyOne(periods),
    warnings: [
      ...(years.length === 0 && inFile !== null
        ? [doubt('yearFromFileName', 'confirm', `${inFile}`)]
        : []),
      ...periodDoubts(periods, periodInFile),
    ],
  };
}

function yearsNamed({ titles, sheets, columnTitles }: NamingPlaces): number[] {
  const named = distinct([...titles.map(yearInTitle), ...sheets.map(yearInName)]);
  // Columns compare with other years: only a single one is the paper's.
  const inColumns = distinct(columnTitles.map(yearInName));
  return named.length === 0 && inColumns.length === 1 ? inColumns : named;
}

function periodsNamed({ titles, sheets, columnTitles }: NamingPlaces): ReportPeriod[] {
  const named = distinct([...titles.map(periodInTitle), ...sheets.map(periodInName)]);
  // A column of the whole year is there to compare or to estimate.
  const inColumns = distinct(columnTitles.map(periodInTitle)).filter(
    (period) => period !== 'annual',
  );
  return named.length === 0 && inColumns.length === 1 ? inColumns : named;
}

function periodDoubts(
  periods: readonly ReportPeriod[],
  inFile: ReportPeriod | null,
): PaperWarning[] {
  if (periods.length > 1) return [doubt('periodsDiffer', 'confirm', periods.join(', '))];
  if (inFile === null || periods.includes(inFile)) return [];
  return periods.length === 0
    ? [doubt('periodFromFileName', 'note', inFile)]
    : [doubt('periodOfFileDiffers', 'confirm', inFile)];
}

/** The only value; null of none, and of several, which nobody may choose from. */
export function onlyOne<Value>(values: readonly Value[]): Value | null {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : null;
}

/** Each value once, in order. */
export function distinct<Value>(values: readonly (Value | null)[]): Value[] {
  return [...new Set(values.filter((value) => value !== null))];
}

function doubt(
  code: PaperWarning['code'],
  level: PaperWarning['level'],
  about: string,
): PaperWarning {
  return { code, level, line: 1, about };
}
