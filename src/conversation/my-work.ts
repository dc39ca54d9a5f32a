import type { Agency } from '../domain/agency.ts';
import { can } from '../domain/permission.ts';
import type { Office } from '../usecases/load-office.ts';
import { type OpenWork, openWorkOf } from '../usecases/show-item.ts';
import { overdueOf } from '../usecases/show-overdue.ts';
import { undeliveredOf } from '../usecases/show-undelivered.ts';
import { deadlineInFull, momentOf, periodWords } from '../views/deadlines.ts';
import { itemLines, namedItems } from '../views/reminder.ts';
import type { Texts } from '../views/texts.ts';
import { itemOptions, MOST_BUTTONS, startingAt } from './options.ts';
import type { MemberTurn, Option, Reply } from './turn.ts';

/** «việc của tôi»: what a person must do now. */
export async function myWork(turn: MemberTurn, isEdit = false, from = 0): Promise<Reply[]> {
  const { role, agencyId } = turn.person;
  if (role === 'secretary') return [await secretaryWork(turn)];
  const office = await turn.office();
  const agency = office.agencies.find(({ id }) => id === agencyId);
  if (agency === undefined || !can(turn.actor, 'record')) {
    return [{ text: turn.texts('chat.mineOther') }];
  }
  return [agencyWork(turn, office, agency, { isEdit, from })];
}

interface WorkPage {
  readonly from: number;
  /** How many buttons besides these the message has. */
  readonly others: number;
}

/** What an agency still owes. */
interface Owed extends Pick<OpenWork, 'missing' | 'unknown'> {
  readonly agency: Agency;
}

/** The items that an agency still owes, by page, and what can be said of all of them at once. */
export function workOptions(
  { texts }: Pick<MemberTurn, 'texts'>,
  owed: Owed,
  { from, others }: WorkPage,
): Option[] {
  const named = namedItems(owed);
  if (named.length === 0) return [];
  const together = togetherOptions(texts, owed);
  const room = MOST_BUTTONS - together.length - others;
  return [
    ...itemOptions(texts, named, { from, room, at: (next) => ({ kind: 'list', from: next }) }),
    ...together,
  ];
}

/**
 * That nothing changed, where there is something known to keep; one status for all, where more are
 * unknown than a message has buttons.
 */
function togetherOptions(texts: Texts, { agency, missing, unknown }: Owed): Option[] {
  const named = namedItems({ agency, missing });
  const open = namedItems({ agency, missing: unknown });
  const unchanged: Option = {
    label: texts('reminder.allUnchanged', { count: named.length }),
    typed: texts('reminder.allTyped'),
    action: { kind: 'askUnchanged', agency: agency.id },
  };
  const bulk: Option = {
    label: texts('bulk.open'),
    typed: texts('bulk.openTyped'),
    action: { kind: 'askBulk', agency: agency.id, status: 'inProgress' },
  };
  return [
    ...(open.length < named.length ? [unchanged] : []),
    ...(open.length >= MOST_BUTTONS ? [bulk] : []),
  ];
}

function agencyWork(
  turn: MemberTurn,
  office: Office,
  agency: Agency,
  { isEdit, from }: { readonly isEdit: boolean; readonly from: number },
): Reply {
  const { texts } = turn;
  const { round, missing, unknown, of } = openWorkOf(office, agency.id);
  if (round === null || of === 0) return { text: texts('chat.mineOther') };
  const values = {
    agency: agency.name,
    period: periodWords(round, texts),
    deadline: deadlineInFull(round, texts),
    reported: of - missing.length,
    of,
  };
  if (agency.isOffChat) return { text: texts('status.offChat', { agency: agency.name }) };
  if (missing.length === 0) return { text: texts('chat.mineDone', values), isEdit };
  const named = namedItems({ agency, missing });
  const hidden = missing.length - named.length;
  const lines = [
    texts('chat.mine', values),
    ...itemLines(startingAt(named, from), texts),
    ...(hidden === 0 ? [] : [texts('reminder.offChatItems', { count: hidden })]),
  ];
  const options = workOptions(turn, { agency, missing, unknown }, { from, others: 0 });
  return { text: lines.join('\n'), options, isEdit };
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
