import { can } from '../domain/permission.ts';
import { standingLine } from '../domain/progress.ts';
import { upcomingRound } from '../domain/reporting-round.ts';
import { isSettled } from '../domain/status-transition.ts';
import { addWorkingDays } from '../domain/working-calendar.ts';
import { formatDate } from '../language/dates.ts';
import type { Office } from '../usecases/load-office.ts';
import { openWorkOf } from '../usecases/show-item.ts';
import { overdueOf } from '../usecases/show-overdue.ts';
import { deadlineWords, periodWords } from '../views/deadlines.ts';
import { overdueView } from '../views/overdue.ts';
import type { MemberTurn, Reply } from './turn.ts';

/** Working days that «sắp đến hạn» looks ahead. Source: product notes, section 5. */
const AHEAD = 10;

/** «quá hạn»: every agency for the secretary and the leaders, the own one for others. */
export async function showOverdueList(turn: MemberTurn): Promise<Reply[]> {
  const office = await turn.office();
  const list = overdueOf(office);
  const isVisible = visibleTo(turn, office);
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
  const office = await turn.office();
  const until = addWorkingDays(office.calendar, office.now.date, AHEAD);
  const isVisible = visibleTo(turn, office);
  const agencies = office.agencies.filter(({ id }) => isVisible(id));
  const lines = agencies.flatMap((agency) => [
    ...roundLine(turn, office, agency, until),
    ...milestoneLines(turn, office, agency, until),
  ]);
  if (lines.length > 0) return [{ text: [texts('chat.upcoming'), ...lines].join('\n') }];
  const next = nextRound(office, turn.person.agencyId);
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
  const office = await turn.office();
  const rounds =
    office.roundsByAgency.get(turn.person.agencyId) ?? [...office.roundsByAgency.values()][0] ?? [];
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

type Agency = Office['agencies'][number];

function roundLine({ texts }: MemberTurn, office: Office, agency: Agency, until: string): string[] {
  const { round, missing, of } = openWorkOf(office, agency.id);
  if (round === null || missing.length === 0) return [];
  if (round.lateAfter < office.now.date || round.remindBy > until) return [];
  return [
    texts('chat.upcomingRound', {
      agency: agency.name,
      period: periodWords(round, texts),
      deadline: deadlineWords(round, texts),
      missing: missing.length,
      of,
    }),
  ];
}

function milestoneLines(
  { texts }: MemberTurn,
  office: Office,
  agency: Agency,
  until: string,
): string[] {
  return (office.leavesByAgency.get(agency.id) ?? []).flatMap(
    ({ id, number, milestoneOn, isOffChat }) => {
      const isDue = milestoneOn !== null && milestoneOn >= office.now.date && milestoneOn <= until;
      const status = standingLine(office.lines, id)?.status ?? 'unknown';
      if (!isDue || isOffChat || isSettled(status)) return [];
      const date = formatDate(milestoneOn);
      return [texts('chat.upcomingMilestone', { agency: agency.name, number, date })];
    },
  );
}

function nextRound(office: Office, agencyId: number) {
  const rounds = office.roundsByAgency.get(agencyId) ?? [...office.roundsByAgency.values()][0];
  return upcomingRound(rounds ?? [], office.now.date);
}

/** The agencies that the person may see, and a chat may name. */
function visibleTo({ actor }: MemberTurn, office: Office): (agencyId: number) => boolean {
  const offChat = new Set(office.agencies.filter(({ isOffChat }) => isOffChat).map(({ id }) => id));
  return (agencyId) => can(actor, 'viewAgency', agencyId) && !offChat.has(agencyId);
}
