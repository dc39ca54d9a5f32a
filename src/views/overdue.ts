import { localTimeOf } from '../domain/local-time.ts';
import { formatDate } from '../language/dates.ts';
import type { OverdueList } from '../usecases/show-overdue.ts';
import type { Texts } from './texts.ts';

interface Setting {
  readonly texts: Texts;
  readonly timezone: string;
}

/** The overdue list, a line for each agency and milestone; says so when there is none. */
export function overdueView(list: OverdueList, { texts, timezone }: Setting): string {
  const { at, notReported, pastMilestone } = list;
  const title = texts('overdue.title', { date: formatDate(localTimeOf(at, timezone).date) });
  const lines = [
    ...notReported.map(({ agency, round, daysLate, missing, of }) =>
      texts('overdue.notReported', {
        agency: agency.name,
        period: texts(`period.${round.period}`, { year: String(round.year) }),
        days: daysLate,
        missing,
        of,
      }),
    ),
    ...pastMilestone.map(({ agency, commitment, daysLate }) =>
      texts('overdue.pastMilestone', {
        agency: agency.name,
        number: commitment.number,
        days: daysLate,
      }),
    ),
  ];
  return [title, ...(lines.length === 0 ? [texts('overdue.none')] : lines)].join('\n');
}
