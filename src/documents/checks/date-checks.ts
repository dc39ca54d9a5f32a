import { addDays, type CalendarDate, dateOf, yearOf } from '../../domain/calendar-date.ts';
import { type Observation, observe } from '../../domain/finding.ts';
import { endOfPeriod, type ReportPeriod } from '../../domain/report-period.ts';
import { dateClaimsIn, impossibleDatesIn, spanClaimsIn } from '../../language/period-claims.ts';

/** The days that a paper may count in. */
export interface Coverage {
  readonly year: number;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** Reports are drawn up within a month of their period's end. */
const SLACK_DAYS = 31;

/** From December of the year before, where yearly reports begin, to a month past the period's end. */
export function coverageOf(year: number, period: ReportPeriod | null): Coverage {
  const end = endOfPeriod(period ?? 'annual', year);
  return { year, first: dateOf(year - 1, 12, 1), last: addDays(end, SLACK_DAYS) };
}

/** Days that a text counts in and that its paper does not cover. Source: quirk Q-18. */
export function checkCountedDates(text: string, coverage: Coverage): Observation[] {
  const spans = spanClaimsIn(text);
  const counted = [
    ...dateClaimsIn(text).flatMap(({ date, role }) => (role === 'counted' ? [date] : [])),
    ...spans.flatMap(({ to, isCounted }) => (isCounted ? [to] : [])),
  ];
  const early = spans.flatMap(({ from, to, isCounted }) =>
    isCounted && !isOutside(to, coverage) && from < coverage.first ? [from] : [],
  );
  const { year } = coverage;
  return [
    ...counted
      .filter((date) => isOutside(date, coverage))
      .map((date) => observe('dateOutsidePeriod', { date, year })),
    ...early.map((date) => observe('dateOfOtherYear', { date, year })),
  ];
}

/** Documents and acts of another year: they may well be meant, so they are asked. Source: quirk Q-18. */
export function checkDocumentDates(result: string, coverage: Coverage): Observation[] {
  const { year, last } = coverage;
  return dateClaimsIn(result)
    .filter(({ role }) => role === 'document')
    .filter(({ date }) => yearOf(date) < year || date > last)
    .map(({ date }) => observe('dateOfOtherYear', { date, year }));
}

/** Dates that no calendar has, and stretches that end before they begin. */
export function checkCalendarDates(text: string): Observation[] {
  return [
    ...impossibleDatesIn(text).map((excerpt) => observe('dateImpossible', { excerpt })),
    ...spanClaimsIn(text)
      .filter(({ from, to }) => to < from)
      .map(({ from, to }) => observe('datesReversed', { from, to })),
  ];
}

function isOutside(date: CalendarDate, { first, last }: Coverage): boolean {
  return date < first || date > last;
}
