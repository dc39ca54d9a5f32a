import type { CalendarDate } from '../domain/calendar-date.ts';
import type { FindingData, Observation } from '../domain/finding.ts';
import { formatDate } from '../language/dates.ts';
import { statusWords } from './statuses.ts';
import type { TextKey, Texts } from './texts.ts';

type Values = Readonly<Record<string, string | number>>;

/** One finding in one sentence: the reason, in words; its place is the caller's to say. */
export function findingView(observation: Observation, texts: Texts): string {
  switch (observation.code) {
    case 'answersOtherItem': {
      const { excerpt, otherNumber } = observation.data;
      if (otherNumber === '') return texts('finding.answersSharedTask', { excerpt });
      return texts('finding.answersOtherItem', { excerpt, otherNumber });
    }
    case 'agencyAbolished':
      return abolishedWords(observation.data, texts);
    case 'personalData':
      return texts('finding.personalData', { kind: texts(`finding.${observation.data.kind}`) });
    case 'markDisputed': {
      const { marked, said } = observation.data;
      const words = { marked: statusWords(marked, texts), said: statusWords(said, texts) };
      return texts('finding.markDisputed', words);
    }
    case 'yearDisputed': {
      const { source, found, year } = observation.data;
      const values = {
        source: texts(`finding.${source}`),
        found: String(found),
        year: String(year),
      };
      return texts('finding.yearDisputed', values);
    }
    default:
      return texts(`finding.${observation.code}`, valuesOf(observation.data, texts));
  }
}

function abolishedWords(
  { name, until, successors }: FindingData['agencyAbolished'],
  texts: Texts,
): string {
  const values = { name, until: formatDate(until) };
  if (successors.length === 0) return texts('finding.agencyGone', values);
  const key: TextKey = successors.length === 1 ? 'finding.agencySucceeded' : 'finding.agencySplit';
  return texts(key, { ...values, successors: successors.join('; ') });
}

/** Figures in the language's form, sums as «5 + 1 + 6», dates as dd/mm/yyyy; a year stays bare. */
function valuesOf(
  data: Readonly<Record<string, string | number | readonly number[]>>,
  texts: Texts,
): Values {
  const figure = (value: number) => texts('finding.figure', { value });
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (typeof value === 'object') return [key, value.map(figure).join(' + ')];
      if (typeof value === 'number') return [key, key === 'year' ? String(value) : figure(value)];
      return [key, isDate(value) ? formatDate(value) : value];
    }),
  );
}

function isDate(text: string): text is CalendarDate {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text);
}
