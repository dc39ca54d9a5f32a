import { can } from '../domain/permission.ts';
import type { CommandId } from '../language/chat-words.ts';
import { readSentence, type Sentence } from '../language/sentence.ts';
import { hearBulk } from './ask-bulk.ts';
import { findItem } from './find-item.ts';
import { sendForm } from './form.ts';
import { hearUpdate } from './hear-update.ts';
import { showHelp } from './help.ts';
import { showHistory } from './history.ts';
import { showDrafts } from './importing/show-draft.ts';
import { joinByCode } from './join.ts';
import { chooseLanguage } from './language.ts';
import { myWork } from './my-work.ts';
import { openItem } from './open-item.ts';
import { showOverdueList, showRounds, showUpcoming } from './overview.ts';
import { inviteByName, showAgencies, showMyData } from './people.ts';
import { showStatusOf } from './status.ts';
import type { MemberTurn, Reply } from './turn.ts';
import { askUnchanged } from './unchanged.ts';
import { showUndelivered } from './undelivered.ts';
import { undoLast } from './undo.ts';

type Answer = (turn: MemberTurn, rest: string) => Promise<Reply[]> | Reply[];

/** What every command does. Source: table of commands, product notes 5. */
const ANSWERS: Readonly<Record<CommandId, Answer>> = {
  start: (turn, rest) => (rest === '' ? greetMember(turn) : joinByCode(turn, rest)),
  mine: (turn) => myWork(turn),
  update: updateItem,
  undo: (turn) => undoLast(turn),
  history: showHistory,
  status: showStatusOf,
  overdue: (turn) => showOverdueList(turn),
  upcoming: (turn) => showUpcoming(turn),
  help: (turn) => [showHelp(turn)],
  language: chooseLanguage,
  myData: (turn) => showMyData(turn),
  calendar: (turn) => showRounds(turn),
  agencies: (turn) => showAgencies(turn),
  contacts: (turn) => showAgencies(turn),
  unchanged: (turn) => askUnchanged(turn, turn.person.agencyId),
  invite: inviteByName,
  undelivered: (turn) => showUndelivered(turn),
  form: sendForm,
  drafts: (turn) =>
    can(turn.actor, 'import') ? showDrafts(turn) : [{ text: turn.texts('chat.notAllowed') }],
};

/** In a group: nothing that concerns one person alone. */
const IN_GROUPS: ReadonlySet<CommandId> = new Set(['status', 'overdue', 'upcoming', 'calendar']);

export function runCommand(turn: MemberTurn, command: CommandId, rest: string): Promise<Reply[]> {
  if (turn.isGroup && !IN_GROUPS.has(command)) {
    return Promise.resolve([{ text: turn.texts('chat.groupCountsOnly') }]);
  }
  return Promise.resolve(ANSWERS[command](turn, rest.trim()));
}

/** «cập nhật 1.3» opens that item, with a status it is written; without a number, what is missing. */
async function updateItem(turn: MemberTurn, rest: string): Promise<Reply[]> {
  const { texts, actor } = turn;
  if (!can(actor, 'record')) return [{ text: texts('chat.notAllowed') }];
  if (rest === '') return myWork(turn);
  const item = await findItem(turn, rest);
  const told = item === null ? await hearWritten(turn, readSentence(rest)) : null;
  if (told !== null) return told;
  return item === null
    ? [{ text: texts('progress.noItem', { number: rest }) }]
    : openItem(turn, item.id);
}

/** «cập nhật tất cả đang thực hiện» as well. */
function hearWritten(turn: MemberTurn, sentence: Sentence): Promise<Reply[] | null> {
  return sentence.kind === 'bulk' ? hearBulk(turn, sentence) : hearUpdate(turn, sentence);
}

async function greetMember(turn: MemberTurn): Promise<Reply[]> {
  const work = await myWork(turn);
  return work.length > 0 ? work : [showHelp(turn)];
}
