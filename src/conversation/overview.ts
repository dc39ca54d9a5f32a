import { can } from '../domain/permission.ts';
import { upcomingRound } from '../domain/reporting-round.ts';
import { addWorkingDays } from '../domain/working-calendar.ts';
import { formatDate } from '../language/dates.ts';
import {
  loadOverview,
  type MilestoneItem,
  type Overview,
  owedRoundOf,
} from '../usecases/load-overview.ts';
import { overdueOf } from '../usecases/show-overdue.ts';
import { deadlineWords, periodWords } from '../views/deadlines.ts';
import { overdueView } from '../views/overdue.ts';
import type { MemberTurn, Reply } from './turn.ts';

/** Working days that «sắp đến hạn» looks ahead. Source: product notes, section 5. */
const AHEAD = 10;

/** «quá hạn»: every agency for the secretary and the leaders, the own one for others. */
export async function showOverdueList(turn: MemberTurn): Promise<Reply[]> {
  const overview = await overviewFor(turn);
  const list = overdueOf(overview);
  const isVisible = visibleTo(turn, overview);
  const told = {
    ...list,
    notReported: list.notReported.filter(({ agencyId }) => isVisible(agencyId)),
    pastMilestone: list.pastMilestone.filter(
      ({ agencyId, commitment }) => isVisible(agencyId) && !commitment.isOffChat,
    ),
  };
  return [{ text: overdueView(told, turn) }];
}

/** «sắp đến hạn»: rounds and milestones of the next ten working days. */
export async function showUpcoming(turn: MemberTurn): Promise<Reply[]> {
  const { texts } = turn;
  const overview = await overviewFor(turn);
  const until = addWorkingDays(overview.calendar, overview.now.date, AHEAD);
  const isVisible = visibleTo(turn, overview);
  const agencies = overview.agencies.filter(({ id }) => isVisible(id));
  const milestones = Map.groupBy(overview.milestones, ({ agencyId }) => agencyId);
  const lines = agencies.flatMap((agency) => [
    ...roundLine(turn, overview, agency, until),
    ...(milestones.get(agency.id) ?? []).flatMap((item) =>
      milestoneLine(turn, overview, { agency, item, until }),
    ),
  ]);
  if (lines.length > 0) return [{ text: [texts('chat.upcoming'), ...lines].join('\n') }];
  const next = nextRound(overview, turn.person.agencyId);
  const coming =
    next === null
      ? []
      : [
          texts('chat.upcomingNext', {
            period: periodWords(next, texts),
            deadline: deadlineWords(next, texts),
          }),
        ];
  return [{ text: [texts('chat.upcomingNone'), ...coming].join('\n') }];
}

/** «lịch»: the rounds of the year. */
export async function showRounds(turn: MemberTurn): Promise<Reply[]> {
  const { texts } = turn;
  const { roundsByAgency } = await turn.frame();
  const rounds = roundsByAgency.get(turn.person.agencyId) ?? [...roundsByAgency.values()][0] ?? [];
  const [first] = rounds;
  const lines = rounds.map((round) =>
    texts('chat.calendarRound', {
      period: periodWords(round, texts),
      deadline: deadlineWords(round, texts),
    }),
  );
  const title = texts('chat.calendar', { year: String(first?.year ?? '') });
  return [{ text: [title, ...lines].join('\n') }];
}

type Agency = Overview['agencies'][number];

/** Of one agency for those who see no other. */
async function overviewFor(turn: MemberTurn): Promise<Overview> {
  const { stores, at, timezone, person, actor } = turn;
  const seesOthers = can(actor, 'viewAnyAgency');
  const agencyIds = [person.agencyId];
  return seesOthers ? turn.overview() : loadOverview(stores, { at, timezone, agencyIds });
}

function roundLine(
  { texts }: MemberTurn,
  overview: Overview,
  agency: Agency,
  until: string,
): string[] {
  const owed = owedRoundOf(overview, agency.id);
  if (owed === null) return [];
  const { round, missing, of } = owed;
  if (round.lateAfter < overview.now.date || round.remindBy > until) return [];
  return [
    texts('chat.upcomingRound', {
      agency: agency.name,
      period: periodWords(round, texts),
      deadline: deadlineWords(round, texts),
      missing,
      of,
    }),
  ];
}

interface Upcoming {
  readonly agency: Agency;
  readonly item: MilestoneItem;
  readonly until: string;
}

function milestoneLine(
  { texts }: MemberTurn,
  { now }: Overview,
  { agency, item, until }: Upcoming,
): string[] {
  const { number, milestoneOn, isOffChat } = item;
  if (isOffChat || milestoneOn < now.date || milestoneOn > until) return [];
  const date = formatDate(milestoneOn);
  return [texts('chat.upcomingMilestone', { agency: agency.name, number, date })];
}

function nextRound({ roundsByAgency, now }: Overview, agencyId: number) {
  const rounds = roundsByAgency.get(agencyId) ?? [...roundsByAgency.values()][0];
  return upcomingRound(rounds ?? [], now.date);
}

/** The agencies that the person may see, and a chat may name. */
function visibleTo({ actor }: MemberTurn, { agencies }: Overview): (agencyId: number) => boolean {
  const offChat = new Set(agencies.filter(({ isOffChat }) => isOffChat).map(({ id }) => id));
  return (agencyId) => can(actor, 'viewAgency', agencyId) && !offChat.has(agencyId);
}
