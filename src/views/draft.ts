import type { CalendarDate } from '../domain/calendar-date.ts';
import { COMMITMENT_STATUSES } from '../domain/commitment-status.ts';
import type { Paper } from '../domain/paper.ts';
import { formatDate } from '../language/dates.ts';
import type { ImportProposal } from '../usecases/import-commitment-set.ts';
import type { ScheduledRound } from '../usecases/show-schedule.ts';
import { deadlineWords, periodWords } from './deadlines.ts';
import { changesOf } from './import.ts';
import { shorten } from './message.ts';
import { statusWords } from './statuses.ts';
import type { Texts } from './texts.ts';

/** Of an agency's name: enough to know which one it is. */
const NAME_LENGTH = 60;

export interface ReadPaper {
  readonly paper: Paper;
  readonly proposal: ImportProposal;
  readonly file: string;
}

/**
 * What was read of a paper and what its import would change: counts and names, no wording.
 *
 * @param mostNamed the most agencies that are named; a province has more.
 */
export function draftView(
  { paper, proposal, file }: ReadPaper,
  texts: Texts,
  mostNamed: number,
): string {
  const items = paper.sections.flatMap((section) => section.items);
  const unknown = items.filter(({ status }) => status === null).length;
  const dated = items.filter(({ milestoneOn }) => milestoneOn !== null).length;
  const values = { file, items: items.length, agencies: paper.sections.length };
  return [
    texts('draft.read', { ...values, period: paperPeriod(paper, texts) }),
    texts('draft.agencies', { names: agencyNames(paper, texts, mostNamed) }),
    ...statusLine(items, texts),
    ...(unknown === 0 ? [] : [texts('import.unknownStatuses', { count: unknown })]),
    ...(dated === 0 ? [] : [texts('draft.milestones', { count: dated })]),
    texts('import.proposal', changesOf(proposal)),
    ...newAgencies(proposal, texts, mostNamed),
  ].join('\n');
}

/** What was stored. */
export function storedView({ paper, proposal, file }: ReadPaper, texts: Texts): string {
  const items = paper.sections.flatMap((section) => section.items);
  const unknown = items.filter(({ status }) => status === null).length;
  return [
    texts('draft.stored', { file, agencies: paper.sections.length, ...changesOf(proposal) }),
    ...(unknown === 0 ? [] : [texts('draft.willAsk', { count: unknown })]),
  ].join('\n');
}

interface Schedule {
  readonly year: number;
  readonly rounds: readonly ScheduledRound[];
  readonly today: CalendarDate;
}

/** The rounds of a year with the days of their reminders; those that are over are only counted. */
export function scheduleView({ year, rounds, today }: Schedule, texts: Texts): string[] {
  const coming = rounds.filter(({ round }) => round.lateAfter >= today);
  const lines = coming.map(({ round, remindedOn }) =>
    texts('draft.round', {
      period: periodWords(round, texts),
      deadline: deadlineWords(round, texts),
      days: remindedOn.map((date) => formatDate(date).slice(0, 5)).join('; '),
    }),
  );
  const past = rounds.length - coming.length;
  return [
    texts('draft.scheduleTitle', { year: String(year) }),
    ...lines,
    ...(past === 0 ? [] : [texts('draft.pastRounds', { count: past })]),
  ];
}

function paperPeriod({ year, period }: Paper, texts: Texts): string {
  return texts(`period.${period ?? 'annual'}`, { year: String(year) });
}

function agencyNames({ sections }: Paper, texts: Texts, most: number): string {
  const named = sections
    .slice(0, most)
    .map(({ agency, items }) =>
      texts('draft.agency', { agency: shorten(agency, NAME_LENGTH), count: items.length }),
    );
  const rest = sections.length - named.length;
  return [...named, ...(rest === 0 ? [] : [texts('draft.otherAgencies', { count: rest })])].join(
    ', ',
  );
}

function statusLine(items: Paper['sections'][number]['items'], texts: Texts): string[] {
  const parts = COMMITMENT_STATUSES.flatMap((status) => {
    const count = items.filter((item) => item.status === status).length;
    if (count === 0) return [];
    return [texts('draft.statusCount', { status: statusWords(status, texts), count })];
  });
  return parts.length === 0 ? [] : [texts('draft.statuses', { counts: parts.join(', ') })];
}

function newAgencies({ newAgencies: names }: ImportProposal, texts: Texts, most: number): string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, most).map((name) => shorten(name, NAME_LENGTH));
  return [
    texts('draft.newAgencies', {
      count: names.length,
      names: shown.join(', '),
      more: Math.max(0, names.length - most),
    }),
  ];
}
