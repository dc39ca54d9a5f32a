import type { Agency } from '../domain/agency.ts';
import type { Commitment } from '../domain/commitment.ts';
import { can } from '../domain/permission.ts';
import type { Office } from '../usecases/load-office.ts';
import { openWorkOf } from '../usecases/show-item.ts';
import { overdueOf } from '../usecases/show-overdue.ts';
import { undeliveredOf } from '../usecases/show-undelivered.ts';
import { deadlineWords, momentOf, periodWords } from '../views/deadlines.ts';
import { itemLines, namedItems } from '../views/reminder.ts';
import { itemOption } from './options.ts';
import type { MemberTurn, Option, Reply } from './turn.ts';

/** The most buttons under one list; every other item can be typed. */
const MOST_BUTTONS = 20;

/** «việc của tôi»: what a person must do now. */
export async function myWork(turn: MemberTurn, isEdit = false): Promise<Reply[]> {
  const { role, agencyId } = turn.person;
  if (role === 'secretary') return [await secretaryWork(turn)];
  const office = await turn.office();
  const agency = office.agencies.find(({ id }) => id === agencyId);
  if (agency === undefined || !can(turn.actor, 'record')) {
    return [{ text: turn.texts('chat.mineOther') }];
  }
  return [agencyWork(turn, office, agency, isEdit)];
}

/** The items that an agency still owes, each a button, and all of them as unchanged. */
export function workOptions(
  turn: Pick<MemberTurn, 'texts'>,
  agency: Agency,
  missing: readonly Commitment[],
): Option[] {
  const named = namedItems({ agency, missing });
  if (named.length === 0) return [];
  return [
    ...named.slice(0, MOST_BUTTONS).map(itemOption),
    {
      label: turn.texts('reminder.allUnchanged', { count: named.length }),
      typed: turn.texts('reminder.allTyped'),
      action: { kind: 'askUnchanged', agency: agency.id },
    },
  ];
}

function agencyWork(turn: MemberTurn, office: Office, agency: Agency, isEdit: boolean): Reply {
  const { texts } = turn;
  const { round, missing, of } = openWorkOf(office, agency.id);
  if (round === null || of === 0) return { text: texts('chat.mineOther') };
  const values = {
    agency: agency.name,
    period: periodWords(round, texts),
    deadline: deadlineWords(round, texts),
    reported: of - missing.length,
    of,
  };
  if (agency.isOffChat) return { text: texts('status.offChat', { agency: agency.name }) };
  if (missing.length === 0) return { text: texts('chat.mineDone', values), isEdit };
  const named = namedItems({ agency, missing });
  const hidden = missing.length - named.length;
  const lines = [
    texts('chat.mine', values),
    ...itemLines(named, texts),
    ...(hidden === 0 ? [] : [texts('reminder.offChatItems', { count: hidden })]),
  ];
  return { text: lines.join('\n'), options: workOptions(turn, agency, missing), isEdit };
}

async function secretaryWork(turn: MemberTurn): Promise<Reply> {
  const { texts, stores, at, timezone } = turn;
  const overview = await turn.overview();
  const attended = await stores.people.attendedAgencies();
  const pending = await stores.people.countPending();
  const open = overview.agencies.filter(
    ({ id, isOffChat }) => overview.talliesByAgency.has(id) && !attended.has(id) && !isOffChat,
  );
  const late = new Set(overdueOf(overview).notReported.map(({ agencyId }) => agencyId));
  const undelivered = await undeliveredOf(stores);
  const counted = [
    ['chat.minePending', pending],
    ['chat.mineNoOfficer', open.length],
    ['chat.mineOverdue', late.size],
    ['chat.mineUndelivered', undelivered.length],
  ] as const;
  const lines = counted.flatMap(([key, count]) => (count === 0 ? [] : [texts(key, { count })]));
  return {
    text: [
      texts('chat.mineSecretary', momentOf(at, timezone)),
      ...(lines.length === 0 ? [texts('chat.mineNothing')] : lines),
    ].join('\n'),
    options: open.slice(0, 5).map((agency, index) => ({
      label: texts('reminder.inviteFor', { agency: agency.name }),
      typed: `${index + 1}`,
      action: { kind: 'invite', agency: agency.id },
    })),
  };
}
