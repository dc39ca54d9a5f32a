import { addDays } from '../domain/calendar-date.ts';
import { DEFAULT_SETTINGS } from '../domain/commitment-set.ts';
import { standingLine } from '../domain/progress.ts';
import { rungsOf } from '../domain/reminder-ladder.ts';
import { formatDate } from '../language/dates.ts';
import { itemCard } from '../usecases/show-item.ts';
import { roundAskedOf } from '../usecases/show-status.ts';
import { weekdayWords } from '../views/deadlines.ts';
import { statusWords } from '../views/statuses.ts';
import type { ChatAction } from './action.ts';
import { officeOfItem } from './find-item.ts';
import { formOf } from './form.ts';
import { showHelp } from './help.ts';
import { takeDraftAction } from './importing/decide-draft.ts';
import { isDraftAction } from './importing/draft-action.ts';
import { setLanguage } from './language.ts';
import { myWork } from './my-work.ts';
import { afterItem, openItem } from './open-item.ts';
import { cancelOption } from './options.ts';
import { inviteFor, settleNewcomer } from './people.ts';
import { record } from './record.ts';
import { showStatusItems, showStatusOf } from './status.ts';
import { takeBulk } from './take-bulk.ts';
import type { MemberTurn, Reply } from './turn.ts';
import { askUnchanged, writeUnchanged } from './unchanged.ts';
import { takeUndelivered } from './undelivered.ts';
import { restoreItem, undoItem } from './undo.ts';

/** Does what a choice stands for; rights are asked where it is done. */
export async function takeAction(turn: MemberTurn, action: ChatAction): Promise<Reply[]> {
  const { texts } = turn;
  if (isDraftAction(action)) return takeDraftAction(turn, action);
  switch (action.kind) {
    case 'askBulk':
    case 'reviewBulk':
    case 'writeBulk':
    case 'undoBulk':
      return takeBulk(turn, action);
    case 'list':
      return myWork(turn, true, action.from);
    case 'later':
      return [await laterReply(turn)];
    case 'cancel':
      return [{ text: texts('chat.cancelled') }];
    case 'help':
      return [showHelp(turn)];
    case 'status':
      return showStatusById(turn, action.agency);
    case 'statusItems':
      return showStatusItems(turn, { agencyId: action.agency, onlyMissing: action.onlyMissing });
    case 'invite':
      return inviteFor(turn, action.agency);
    case 'settlePerson':
      return settleNewcomer(turn, { personId: action.person, isConfirmed: action.isConfirmed });
    case 'settleDelivery':
    case 'settleUnreachable':
      return takeUndelivered(turn, action);
    case 'form':
      return formOf(turn, action.agency);
    case 'language':
      return setLanguage(turn, action.language);
    default:
      return takeItemAction(turn, action);
  }
}

type ItemKind =
  | 'openItem'
  | 'setStatus'
  | 'replace'
  | 'keepTheirs'
  | 'keepResult'
  | 'noDifficulty'
  | 'askDifficulty'
  | 'undoItem'
  | 'restore'
  | 'askUnchanged'
  | 'unchanged';

/** What concerns one item, or all of an agency as they were. */
async function takeItemAction(
  turn: MemberTurn,
  action: Extract<ChatAction, { kind: ItemKind }>,
): Promise<Reply[]> {
  switch (action.kind) {
    case 'openItem':
      return openItem(turn, action.item, { isEdit: true, from: action.from });
    case 'setStatus':
      return setStatus(turn, action);
    case 'replace':
      return [askReason(turn, action)];
    case 'keepTheirs':
      return keepTheirs(turn, action.item);
    case 'keepResult':
      return keepResult(turn, action);
    case 'noDifficulty':
      return afterItem(turn, action.item, await noDifficultyText(turn, action.item));
    case 'askDifficulty':
      return askDifficulty(turn, action.item);
    case 'undoItem':
      return undoItem(turn, { commitmentId: action.item, version: action.version });
    case 'restore':
      return restoreItem(turn, action);
    case 'askUnchanged':
      return askUnchanged(turn, action.agency);
    case 'unchanged':
      return writeUnchanged(turn, action.items);
  }
}

function setStatus(
  turn: MemberTurn,
  { item, status, seen, result }: Extract<ChatAction, { kind: 'setStatus' }>,
): Promise<Reply[]> {
  const said = result === null ? {} : { result };
  return record(turn, { commitmentId: item, seenVersion: seen, status, ...said }, true);
}

function askReason(
  { texts }: MemberTurn,
  { kind: _kind, ...replaced }: Extract<ChatAction, { kind: 'replace' }>,
): Reply {
  return {
    text: texts('progress.askReason'),
    options: [cancelOption(texts)],
    expects: { kind: 'reason', ...replaced },
  };
}

async function showStatusById(turn: MemberTurn, agencyId: number): Promise<Reply[]> {
  const agency = (await turn.frame()).agencies.find(({ id }) => id === agencyId);
  return showStatusOf(turn, agency?.name ?? '');
}

async function keepTheirs(turn: MemberTurn, itemId: number): Promise<Reply[]> {
  const { texts, stores } = turn;
  const office = await officeOfItem(turn, itemId);
  const item = office.commitments.find(({ id }) => id === itemId);
  const line = standingLine(office.lines, itemId);
  if (item === undefined || line === null) return [{ text: texts('chat.cancelled') }];
  const status = statusWords(line.status, texts);
  const { number } = item;
  if (line.personId === null) return [{ text: texts('progress.keptImported', { number, status }) }];
  const name = (await stores.people.find(line.personId))?.name ?? '';
  return [{ text: texts('progress.keptTheirs', { name, number, status }) }];
}

/** The words of the version before, said again of the new one. */
async function keepResult(
  turn: MemberTurn,
  { item, seen }: { readonly item: number; readonly seen: number },
): Promise<Reply[]> {
  const history = await turn.stores.progress.historyOf(item);
  const result = history.findLast((line) => line.version < seen && line.result !== null)?.result;
  return record(turn, {
    commitmentId: item,
    seenVersion: seen,
    status: null,
    result: result ?? null,
  });
}

async function noDifficultyText(turn: MemberTurn, itemId: number): Promise<string> {
  const { number } = await cardOf(turn, itemId);
  return turn.texts('progress.noDifficulty', { number });
}

async function askDifficulty(turn: MemberTurn, item: number): Promise<Reply[]> {
  const { number } = await cardOf(turn, item);
  return [
    {
      text: turn.texts('progress.askDifficulty', { number }),
      options: [
        { label: turn.texts('progress.no'), typed: '0', action: { kind: 'noDifficulty', item } },
      ],
      expects: { kind: 'difficulty', item },
    },
  ];
}

async function cardOf(turn: MemberTurn, itemId: number): Promise<{ readonly number: string }> {
  const office = await officeOfItem(turn, itemId);
  const commitment = office.commitments.find(({ id }) => id === itemId);
  return commitment === undefined ? { number: '' } : itemCard(office, commitment).commitment;
}

/** «Nhắc lại sau» names the next day of the ladder: it promises no message of its own. */
async function laterReply({ texts, person, ...turn }: MemberTurn): Promise<Reply> {
  const office = await turn.office();
  const round = roundAskedOf(office, person.agencyId);
  const settings = office.set?.settings ?? DEFAULT_SETTINGS;
  const next =
    round === null
      ? undefined
      : rungsOf(round, settings, office.calendar, addDays(round.lateAfter, 60)).find(
          ({ plannedOn }) => plannedOn > office.now.date,
        );
  if (next === undefined) return { text: texts('reminder.laterNone') };
  const weekday = weekdayWords(next.plannedOn, texts);
  const day = texts('reminder.dayWithWeekday', { weekday, date: formatDate(next.plannedOn) });
  return { text: texts('reminder.laterAnswer', { day }) };
}
