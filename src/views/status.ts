import type { CommitmentStatus } from '../domain/commitment-status.ts';
import { clockOf, localTimeOf } from '../domain/local-time.ts';
import { formatDate } from '../language/dates.ts';
import { formatPercent } from '../language/numbers.ts';
import type { AgencyStatus, StatusAnswer } from '../usecases/show-status.ts';
import { bold } from './message.ts';
import { statusWords } from './statuses.ts';
import type { Texts } from './texts.ts';

interface Setting {
  readonly texts: Texts;
  readonly timezone: string;
}

/** The order in which statuses are counted. Source: script TX-03. */
const COUNTED: readonly CommitmentStatus[] = [
  'fulfilled',
  'inProgress',
  'awaitingAppraisal',
  'notFulfilled',
  'stopped',
  'notStarted',
];

/** What `/tinhtrang` answers: one agency in full, several as candidates, none with a way forward. */
export function statusView(
  answer: StatusAnswer,
  query: string | null,
  setting: Setting,
  { isGroup }: { readonly isGroup: boolean } = { isGroup: false },
): string {
  const { texts } = setting;
  if (answer.candidates.length > 0) {
    const title = texts('status.candidates', { count: answer.matches, query: query ?? '' });
    return [title, ...answer.candidates.map(({ name }) => `• ${name}`)].join('\n');
  }
  if (answer.agencies.length > 0) {
    return answer.agencies.map((one) => agencyView(one, answer.at, setting, isGroup)).join('\n\n');
  }
  return query === null ? texts('status.empty') : texts('status.nothingFound', { query });
}

function agencyView(
  status: AgencyStatus,
  at: Date,
  { texts, timezone }: Setting,
  isGroup: boolean,
): string {
  const { agency, round } = status;
  if (agency.isOffChat) return texts('status.offChat', { agency: agency.name });
  const local = localTimeOf(at, timezone);
  const period =
    round === null ? '' : texts(`period.${round.period}`, { year: String(round.year) });
  return [
    bold(texts('status.title', { agency: agency.name, period })),
    texts('status.asOf', { time: clockOf(local.minutes), date: formatDate(local.date) }),
    summaryLine(status, texts),
    ...countLines(isGroup ? { ...status, items: [] } : status, texts),
    // A group is told how far an agency is, not who answers for it.
    ...(isGroup ? [] : [contactLine(status, { texts, timezone })]),
  ].join('\n');
}

function summaryLine({ of, reported, topItems, counts }: AgencyStatus, texts: Texts): string {
  const carried = of - reported - counts.unknown;
  const rest = carried <= 0 ? '' : texts('status.restCarried', { count: carried });
  return texts('status.summary', { of, reported, rest, top: String(topItems).padStart(2, '0') });
}

function countLines({ counts, of, items }: AgencyStatus, texts: Texts): string[] {
  const counted = COUNTED.filter((status) => counts[status] > 0).map((status) => {
    const count = counts[status];
    const percent = formatPercent((100 * count) / of);
    const numbers = items.filter((item) => item.status === status && !item.offChat);
    const words = { status: statusWords(status, texts), count, percent };
    return numbers.length === 0 || numbers.length > 8
      ? texts('status.count', words)
      : texts('status.countWithItems', {
          ...words,
          items: numbers.map(({ number }) => number).join('; '),
        });
  });
  // «unknown» is never printed as a status: it is work that waits for an answer.
  const unasked = counts.unknown === 0 ? [] : [texts('status.unasked', { count: counts.unknown })];
  return [...counted, ...noneLine(counts, texts), ...unasked];
}

/** The bad news that there is none of is told as well. Source: script TX-03. */
function noneLine(counts: AgencyStatus['counts'], texts: Texts): string[] {
  const none = BAD_NEWS.filter((status) => counts[status] === 0).map((status, index) => {
    const words = texts('status.noneOf', { status: statusWords(status, texts) });
    return index === 0 ? words : words.charAt(0).toLowerCase() + words.slice(1);
  });
  return none.length === 0 ? [] : [texts('status.none', { statuses: none.join('; ') })];
}

const BAD_NEWS: readonly CommitmentStatus[] = ['notFulfilled', 'stopped'];

function contactLine({ officers, lastChangeAt }: AgencyStatus, setting: Setting): string {
  const { texts, timezone } = setting;
  if (officers.length === 0) return texts('status.noContact');
  const names = officers.map((name) => texts('status.contactName', { name })).join(', ');
  if (lastChangeAt === null) return texts('status.contact', { names });
  const date = formatDate(localTimeOf(lastChangeAt, timezone).date);
  return texts('status.contactWithChange', { names, date });
}
