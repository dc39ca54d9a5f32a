import { can } from '../domain/permission.ts';
import { readItemReference } from '../language/item-reference.ts';
import { readSentence, type Sentence } from '../language/sentence.ts';
import { statusIn } from '../language/status-words.ts';
import type { OfferedChoice } from '../usecases/ports/conversation-store.ts';
import { ChatAction, type Expectation } from './action.ts';
import { choiceAt, choiceMeaning, choiceTyped, isDigits, type OpenQuestion } from './answers.ts';
import { runCommand } from './commands.ts';
import { itemByNumber, officeOfItem } from './find-item.ts';
import { afterItem, askStatusFor, openItem, openNext } from './open-item.ts';
import { record } from './record.ts';
import { takeAction } from './take-action.ts';
import type { MemberTurn, Reply } from './turn.ts';
import { undoLast } from './undo.ts';

/** What a member of the office wrote: an answer, a command, an update, or words we do not know. */
export async function hearText(
  turn: MemberTurn,
  text: string,
  question: OpenQuestion,
): Promise<Reply[]> {
  const sentence = readSentence(text);
  const answered =
    (question.isExpired ? null : await answerQuestion(turn, text, sentence, question)) ??
    (await obey(turn, sentence));
  if (answered !== null) return answered;
  if (question.isExpired && (isDigits(text) || question.expects !== null)) {
    const named = await hearUpdate(turn, sentence, { isQuietOnUnknown: true, isNamedOnly: true });
    return named ?? reopen(turn, text, question.expects);
  }
  const updated = await hearUpdate(turn, sentence, { isQuietOnUnknown: isDigits(text) });
  if (updated !== null) return updated;
  return isDigits(text) ? [notInQuestion(turn, text, question)] : [unknownText(turn)];
}

/** Null when the words are no answer to the question. */
async function answerQuestion(
  turn: MemberTurn,
  text: string,
  sentence: Sentence,
  { choices, expects }: OpenQuestion,
): Promise<Reply[] | null> {
  const chosen = choiceMeant(text, sentence, choices);
  if (chosen !== null) return take(turn, chosen);
  if (sentence.kind === 'undo') return undoLast(turn);
  if (isCommand(text, sentence, expects)) return null;
  const said = expects === null ? null : await hearExpected(turn, text, sentence, expects);
  if (said !== null) return said;
  const own = await hearUpdate(turn, sentence, { isQuietOnUnknown: true });
  if (own !== null) return own;
  const placed = choiceAt(text, choices);
  return placed === null ? null : take(turn, placed);
}

/** By its words or sign, or by what «có», «không» and «huỷ» mean here. */
function choiceMeant(
  text: string,
  { kind }: Sentence,
  choices: readonly OfferedChoice[],
): OfferedChoice | null {
  const typed = choiceTyped(text, choices);
  if (typed !== null) return typed;
  if (kind === 'yes' || kind === 'no') return choiceMeaning(kind, choices);
  if (kind !== 'undo') return null;
  return choices.find(({ action }) => kindOf(action) === 'cancel') ?? null;
}

/** Where words are awaited, a longer text that begins like a command is an answer all the same. */
function isCommand(text: string, sentence: Sentence, expects: Expectation | null): boolean {
  if (sentence.kind === 'cancel' || sentence.kind === 'skip') return true;
  if (sentence.kind !== 'command') return false;
  if (expects === null || expects.kind === 'status' || text.startsWith('/')) return true;
  return sentence.rest === '' || readItemReference(sentence.rest)?.rest === '';
}

async function hearExpected(
  turn: MemberTurn,
  text: string,
  sentence: Sentence,
  expects: Expectation,
): Promise<Reply[] | null> {
  switch (expects.kind) {
    case 'status':
      return hearStatus(turn, text, sentence, expects);
    case 'result': {
      const other = await hearUpdate(turn, sentence, { isQuietOnUnknown: true, isNamedOnly: true });
      return other ?? hearResult(turn, text, expects);
    }
    case 'difficulty': {
      const change = {
        commitmentId: expects.item,
        seenVersion: null,
        status: null,
        difficulty: text,
      };
      return recordDifficulty(turn, change);
    }
    case 'reason': {
      const { item, status, result, seen } = expects;
      const said = result === null ? {} : { result };
      const change = { commitmentId: item, seenVersion: seen, status, reason: text, ...said };
      return record(turn, change);
    }
    case 'introduce':
      return null;
  }
}

/** «đang làm», «hoàn thành, 5/5 sản phẩm»; other words wait for a status. */
async function hearStatus(
  turn: MemberTurn,
  text: string,
  sentence: Sentence,
  { item, seen }: { readonly item: number; readonly seen: number },
): Promise<Reply[] | null> {
  const stated = statusIn(text);
  if (stated !== null) {
    const said = stated.rest === '' ? {} : { result: stated.rest };
    return record(turn, {
      commitmentId: item,
      seenVersion: seen,
      status: stated.status,
      ...said,
    });
  }
  if (isDigits(text) || sentence.kind !== 'other') {
    return hearUpdate(turn, sentence, { isQuietOnUnknown: true });
  }
  return askStatusFor(turn, item, text);
}

function hearResult(
  turn: MemberTurn,
  text: string,
  { item, seen }: { readonly item: number; readonly seen: number },
): Promise<Reply[]> {
  const stated = statusIn(text);
  const change =
    stated === null
      ? { status: null, result: text }
      : { status: stated.status, ...(stated.rest !== '' && { result: stated.rest }) };
  return record(turn, { commitmentId: item, seenVersion: seen, ...change });
}

async function recordDifficulty(
  turn: MemberTurn,
  change: Parameters<typeof record>[1] & { readonly difficulty: string },
): Promise<Reply[]> {
  const replies = await record(turn, change);
  const office = await officeOfItem(turn, change.commitmentId);
  const written = office.lines.some(
    ({ commitmentId, difficulty }) =>
      commitmentId === change.commitmentId && difficulty === change.difficulty,
  );
  if (!written) return replies;
  const number = office.commitments.find(({ id }) => id === change.commitmentId)?.number ?? '';
  const { difficulty } = change;
  const said = turn.texts('progress.difficultyRecorded', { number, difficulty });
  return afterItem(turn, change.commitmentId, said);
}

/** Commands and short words that need no question; null for the rest. */
async function obey(turn: MemberTurn, sentence: Sentence): Promise<Reply[] | null> {
  const { texts } = turn;
  switch (sentence.kind) {
    case 'command':
      return runCommand(turn, sentence.command, sentence.rest);
    case 'undo':
      return undoLast(turn);
    case 'cancel':
      await turn.stores.conversations.ask(turn.chat, {
        question: null,
        expects: null,
        askedAt: null,
      });
      return [{ text: texts('chat.cancelled') }];
    case 'skip':
      return can(turn.actor, 'record') ? openNext(turn) : null;
    case 'thanks':
      return [{ text: texts('chat.thanks') }];
    case 'yes':
    case 'no':
      return [{ text: texts('chat.noQuestion') }];
    case 'update':
    case 'other':
      return null;
  }
}

interface Hearing {
  /** Says nothing about a number that is no item's: it may mean something else. */
  readonly isQuietOnUnknown?: boolean;
  /** Only «1.3 …» or «mục 3 …» with words: a bare figure is an answer. */
  readonly isNamedOnly?: boolean;
}

/** «1.3 đang thực hiện - 91,22%» of the person's own agency. */
async function hearUpdate(
  turn: MemberTurn,
  sentence: Sentence,
  hearing: Hearing = {},
): Promise<Reply[] | null> {
  if (sentence.kind !== 'update' || !can(turn.actor, 'record')) return null;
  const { number, status, result } = sentence;
  const isDotted = number.includes('.');
  if (hearing.isNamedOnly === true && status === null && !isDotted) return null;
  const item = itemByNumber(await turn.office(), turn.person.agencyId, number);
  if (item !== null) return updateItem(turn, item.id, { status, result });
  const isSurelyItem = status !== null && isDotted;
  if (hearing.isQuietOnUnknown === true && !isSurelyItem) return null;
  return [{ text: turn.texts('progress.noItem', { number }) }];
}

function updateItem(
  turn: MemberTurn,
  item: number,
  { status, result }: Pick<Extract<Sentence, { kind: 'update' }>, 'status' | 'result'>,
): Promise<Reply[]> {
  if (status === null) {
    return result === null ? openItem(turn, item) : askStatusFor(turn, item, result);
  }
  const said = result === null ? {} : { result };
  return record(turn, { commitmentId: item, seenVersion: null, status, ...said });
}

/** Words that come too late are not lost where it is known what they are about. */
async function reopen(
  turn: MemberTurn,
  text: string,
  expects: Expectation | null,
): Promise<Reply[]> {
  const isAboutItem = expects?.kind === 'result' || expects?.kind === 'status';
  if (!isAboutItem || isDigits(text)) return [{ text: turn.texts('chat.expired') }];
  return askStatusFor(turn, expects.item, text);
}

async function take(turn: MemberTurn, { action }: OfferedChoice): Promise<Reply[]> {
  const read = ChatAction.safeParse(action);
  const replies = read.success ? await takeAction(turn, read.data) : [];
  if (replies.length > 0) return replies.map((reply) => ({ ...reply, isEdit: false }));
  return [{ text: turn.texts('chat.expired') }];
}

function kindOf(action: unknown): string | null {
  const read = ChatAction.safeParse(action);
  return read.success ? read.data.kind : null;
}

function notInQuestion({ texts }: MemberTurn, text: string, { choices }: OpenQuestion): Reply {
  if (choices.length === 0) return { text: texts('chat.noQuestion') };
  const offered = choices.map(({ typed, label }) => `${typed} ${label}`).join(' · ');
  return { text: texts('chat.notInQuestion', { typed: text.trim(), choices: offered }) };
}

function unknownText({ texts, actor }: MemberTurn): Reply {
  const hint = can(actor, 'record')
    ? texts('chat.unknownOfficer', { number: '1.3' })
    : texts('chat.unknownOther');
  return { text: `${texts('chat.unknown')} ${hint}` };
}
