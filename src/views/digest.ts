import type { CommitmentStatus } from '../domain/commitment-status.ts';
import { localTimeOf } from '../domain/local-time.ts';
import type { OverdueRound } from '../domain/overdue.ts';
import { formatDate } from '../language/dates.ts';
import { romanNumeral } from '../language/numbers.ts';
import { type DigestAnswer, isNothingOverdue } from '../usecases/show-digest.ts';
import { bold, MOST_CHARACTERS, shorten } from './message.ts';
import { statusWords } from './statuses.ts';
import type { Texts } from './texts.ts';

interface Setting {
  readonly texts: Texts;
  readonly timezone: string;
}

/** A message that grows too long shows the first lines of each list only. Source: script TX-04. */
const MOST_LINES = 10;
/** Of an item's text: enough to know which one it is. */
const ITEM_LENGTH = 50;

const COUNTED: readonly CommitmentStatus[] = [
  'fulfilled',
  'inProgress',
  'awaitingAppraisal',
  'notFulfilled',
  'stopped',
  'notStarted',
];

/** The weekly message to the leaders' group; one line when nothing is overdue. */
export function digestView(answer: DigestAnswer, setting: Setting): string {
  if (isNothingOverdue(answer)) return setting.texts('digest.nothing', { week: answer.week });
  const whole = wholeView(answer, setting, Number.POSITIVE_INFINITY);
  return whole.length <= MOST_CHARACTERS ? whole : wholeView(answer, setting, MOST_LINES);
}

function wholeView(answer: DigestAnswer, { texts, timezone }: Setting, most: number): string {
  const { digest, week } = answer;
  const date = formatDate(localTimeOf(answer.at, timezone).date);
  const sections = [
    ...roundSections(answer, texts, most),
    ...milestoneSection(answer, texts, most),
  ];
  const changed = [changeLine(digest.change, texts)];
  return [
    bold(texts('digest.title', { week, date })),
    texts('digest.greeting'),
    ...[...sections, changed].flatMap(([head = '', ...lines], index) => [
      bold(`${romanNumeral(index + 1)}. ${head}`),
      ...lines,
    ]),
    ...(digest.offChatAgencies === 0
      ? []
      : [texts('digest.offChat', { count: digest.offChatAgencies })]),
    totalLine(answer, texts),
  ].join('\n');
}

/** A section for each round, with its agencies in the order of the organisation. */
function roundSections(answer: DigestAnswer, texts: Texts, most: number): string[][] {
  const byRound = Map.groupBy(
    answer.digest.rounds,
    ({ round }) => `${round.year} ${round.period} ${round.dueOn}`,
  );
  return [...byRound.values()].flatMap((late) => {
    const [first] = late;
    if (first === undefined) return [];
    const { period, year, printedOn, boundary } = first.round;
    const head = texts(boundary === 'before' ? 'digest.notReported' : 'digest.notReportedBy', {
      period: texts(`period.${period}`, { year: String(year) }),
      date: formatDate(printedOn),
      count: late.length,
      of: answer.agencyCount,
    });
    const lines = late.map((each, index) => roundLine(each, index + 1, answer, texts));
    return [[head, ...cut(lines, most, (count) => texts('digest.otherAgencies', { count }))]];
  });
}

function roundLine(
  { agencyId, period, daysLate, missing, of }: OverdueRound,
  place: number,
  { agencyNames, agenciesWithOfficer, overdue }: DigestAnswer,
  texts: Texts,
): string {
  const agency = agencyNames.get(agencyId) ?? '';
  const line = texts('digest.agency', { place, agency, days: daysLate, missing, of });
  if (!agenciesWithOfficer.has(agencyId)) return `${line}; ${texts('digest.noOfficer')}`;
  const count = overdue.notReported.find(
    (late) => late.agencyId === agencyId && late.period === period,
  )?.reminders;
  return count === undefined || count === 0
    ? line
    : `${line}; ${texts('digest.reminded', { count })}`;
}

function milestoneSection(
  { digest, overdue, agencyNames }: DigestAnswer,
  texts: Texts,
  most: number,
): string[][] {
  if (digest.milestones.length === 0) return [];
  const itemById = new Map(
    overdue.pastMilestone.map(({ commitmentId, commitment }) => [commitmentId, commitment]),
  );
  const lines = digest.milestones.map(({ agencyId, commitmentId, dueOn, daysLate }, index) =>
    texts('digest.milestone', {
      place: index + 1,
      agency: agencyNames.get(agencyId) ?? '',
      number: itemById.get(commitmentId)?.number ?? '',
      text: shorten(itemById.get(commitmentId)?.text ?? '', ITEM_LENGTH),
      date: formatDate(dueOn),
      days: daysLate,
    }),
  );
  const head = texts('digest.pastMilestone', { count: lines.length });
  return [[head, ...cut(lines, most, (count) => texts('digest.otherItems', { count }))]];
}

function cut(
  lines: readonly string[],
  most: number,
  rest: (count: number) => string,
): readonly string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most), rest(lines.length - most)];
}

/** What is more and what is less than a week ago; nothing is told of what stayed. */
function changeLine(change: DigestAnswer['digest']['change'], texts: Texts): string {
  const counts = [
    ['digest.agenciesAdded', change.agenciesAdded],
    ['digest.agenciesRemoved', change.agenciesRemoved],
    ['digest.itemsAdded', change.itemsAdded],
    ['digest.itemsRemoved', change.itemsRemoved],
  ] as const;
  const told = counts.flatMap(([key, count]) => (count === 0 ? [] : [texts(key, { count })]));
  const changes = told.length === 0 ? texts('digest.unchanged') : told.join(', ');
  return texts('digest.change', { changes });
}

/** Counts of every status that has any; what is not known yet is said as such, not as a status. */
function totalLine({ counts, total }: DigestAnswer, texts: Texts): string {
  const counted = COUNTED.filter((status) => counts[status] > 0).map(
    (status) => `${statusWords(status, texts).toLowerCase()} ${counts[status]}/${total}`,
  );
  const open =
    counts.unknown === 0 ? [] : [texts('digest.unasked', { count: counts.unknown, total })];
  return texts('digest.total', { counts: [...counted, ...open].join(', ') });
}
