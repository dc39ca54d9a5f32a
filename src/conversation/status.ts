import { can } from '../domain/permission.ts';
import { findAgencies } from '../language/agency-names.ts';
import { type AgencyStatus, agencyStatus, type StatusAnswer } from '../usecases/show-status.ts';
import { shorten } from '../views/message.ts';
import { statusView } from '../views/status.ts';
import { statusWords } from '../views/statuses.ts';
import { askWhich } from './candidates.ts';
import { findItem } from './find-item.ts';
import { openItem } from './open-item.ts';
import type { MemberTurn, Option, Reply } from './turn.ts';

const MOST_ITEMS = 40;

/** «tình trạng», of the own agency, of one by name, or of an item. Source: script TX-03. */
export async function showStatusOf(turn: MemberTurn, query: string): Promise<Reply[]> {
  const { texts, person, actor } = turn;
  if (/^\d/u.test(query) && can(actor, 'record')) return openByNumber(turn, query);
  const { agencies } = await turn.frame();
  const own = agencies.filter(({ id }) => id === person.agencyId);
  const named = query === '' ? own : findAgencies(query, agencies);
  // A group is not even told the names of what is off chat.
  const found = turn.isGroup ? named.filter(({ isOffChat }) => !isOffChat) : named;
  if (named.length > 0 && found.length === 0) return [{ text: texts('status.offChatInGroup') }];
  if (!found.every(({ id }) => can(actor, 'viewAgency', id))) {
    return [{ text: texts('chat.notAllowed') }];
  }
  const isOpen = found.length > 1;
  const office = await turn.officeOf(isOpen ? [] : found.map(({ id }) => id));
  if (query === '' && office.leavesByAgency.size === 0) {
    return [{ text: texts('chat.statusWhich') }];
  }
  const answer: StatusAnswer = {
    at: turn.at,
    agencies: isOpen ? [] : found.map((agency) => agencyStatus(office, agency)),
    candidates: isOpen ? found : [],
    matches: found.length,
  };
  return [statusReply(turn, answer, query)];
}

async function openByNumber(turn: MemberTurn, query: string): Promise<Reply[]> {
  const item = await findItem(turn, query);
  return item === null
    ? [{ text: turn.texts('progress.noItem', { number: query }) }]
    : openItem(turn, item.id);
}

/** The items of an agency, or those that are missing, one a line. */
export async function showStatusItems(
  turn: MemberTurn,
  { agencyId, onlyMissing }: { readonly agencyId: number; readonly onlyMissing: boolean },
): Promise<Reply[]> {
  const { texts } = turn;
  if (turn.isGroup) return [{ text: texts('chat.groupCountsOnly') }];
  if (!can(turn.actor, 'viewAgency', agencyId)) return [{ text: texts('chat.notAllowed') }];
  const office = await turn.officeOf([agencyId]);
  const agency = office.agencies.find(({ id }) => id === agencyId);
  if (agency === undefined || agency.isOffChat) {
    return [{ text: texts('status.offChat', { agency: agency?.name ?? '' }) }];
  }
  const { items } = agencyStatus(office, agency);
  const told = items.filter((item) => !item.offChat && !(onlyMissing && item.isReported));
  const lines = told.slice(0, MOST_ITEMS).map(({ number, text, status, result }) => {
    const values = { number, text: shorten(text, 80), result: shorten(result ?? '', 120) };
    const words = status === 'unknown' ? texts('chat.noStatus') : statusWords(status, texts);
    return result === null
      ? texts('chat.itemLine', { ...values, status: words })
      : texts('chat.itemLineResult', { ...values, status: words });
  });
  return [{ text: [agency.name, ...lines].join('\n') }];
}

function statusReply(turn: MemberTurn, answer: StatusAnswer, query: string): Reply {
  const { isGroup } = turn;
  const text = statusView(answer, query, turn, { isGroup });
  if (answer.candidates.length > 0) {
    const found = { query, agencies: answer.candidates };
    return askWhich(turn, found, (agency) => ({ kind: 'status', agency }));
  }
  const [one] = answer.agencies;
  return { text, options: one === undefined || isGroup ? [] : detailOptions(turn, one) };
}

function detailOptions({ texts }: MemberTurn, status: AgencyStatus): Option[] {
  const { agency, of, reported } = status;
  if (agency.isOffChat || of === 0) return [];
  const option = (label: string, typed: string, onlyMissing: boolean): Option => ({
    label,
    typed,
    action: { kind: 'statusItems', agency: agency.id, onlyMissing },
  });
  const all = option(texts('chat.statusItems', { count: of }), '1', false);
  if (reported === of) return [all];
  return [all, option(texts('chat.statusMissing', { count: of - reported }), '2', true)];
}
