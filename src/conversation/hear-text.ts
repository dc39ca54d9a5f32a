import { can } from '../domain/permission.ts';
import { readItemReference } from '../language/item-reference.ts';
import { readSentence, type Sentence } from '../language/sentence.ts';
import { statusIn } from '../language/status-words.ts';
import type { OfferedChoice } from '../usecases/ports/conversation-store.ts';
import { ChatAction, type Expectation } from './action.ts';
import {
  choiceAt,
  choiceMeaning,
  choiceTyped,
  closeQuestion,
  closeQuestionOf,
  isDigits,
  type OpenQuestion,
  settlesQuestion,
} from './answers.ts';
import { hearBulk } from './ask-bulk.ts';
import { runCommand } from './commands.ts';
import { hearExpected, keptWords } from './hear-expected.ts';
import { hearUpdate } from './hear-update.ts';
import { notInQuestion, unknownCommand, unknownText, whichChoice } from './not-understood.ts';
import { afterItem, askStatusFor, openItem, openNext } from './open-item.ts';
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
  const unknown = sentence.kind === 'other' ? unknownCommand(turn, text, question.expects) : null;
  if (unknown !== null) return [unknown];
  const answered =
    (question.isExpired ? null : await answerQuestion(turn, text, sentence, question)) ??
    (await obey(turn, sentence, question));
  if (answered !== null) return answered;
  if (question.isExpired && (isDigits(text) || question.expects !== null)) {
    const named = await hearUpdate(turn, sentence, { isQuietOnUnknown: true, isNamedOnly: true });
    return named ?? reopen(turn, text, question.expects);
  }
  const updated = await hearUpdate(turn, sentence, { isQuietOnUnknown: isDigits(text) });
  if (updated !== null) return updated;
  return isDigits(text) ? [notInQuestion(turn, text, question)] : [unknownText(turn, text)];
}

/** Null when the words are no answer to the question. */
async function answerQuestion(
  turn: MemberTurn,
  text: string,
  sentence: Sentence,
  question: OpenQuestion,
): Promise<Reply[] | null> {
  const { choices, expects } = question;
  const chosen = choiceMeant(text, sentence, choices);
  if (chosen !== null) return take(turn, chosen);
  if (sentence.kind === 'undo') return undoLast(turn);
  const left = await leaveQuestion(turn, sentence, question);
  if (left !== null) return left;
  if (isNoAnswer(text, sentence, expects)) return null;
  const said = expects === null ? null : await hearExpected(turn, text, sentence, expects);
  if (said !== null) return said;
  const own = await hearUpdate(turn, sentence, { isQuietOnUnknown: true });
  if (own !== null) return own;
  const placed = choiceAt(text, choices);
  return placed === null ? null : take(turn, placed);
}

/** By its words or sign, or by what «có», «không», «thôi» and «huỷ» mean here. */
function choiceMeant(
  text: string,
  { kind }: Sentence,
  choices: readonly OfferedChoice[],
): OfferedChoice | null {
  const typed = choiceTyped(text, choices);
  if (typed !== null) return typed;
  if (kind === 'yes' || kind === 'no') return choiceMeaning(kind, choices);
  const meant = LEAVING[kind];
  return choices.find(({ action }) => meant?.includes(kindOf(action))) ?? null;
}

/** What the words of somebody who wants out stand for, where it is on offer. */
const LEAVING: Readonly<Partial<Record<Sentence['kind'], readonly (string | null)[]>>> = {
  undo: ['cancel'],
  cancel: ['cancel', 'keepTheirs'],
  withdraw: ['cancel', 'keepTheirs', 'undoItem'],
};

/** «thôi», «huỷ»: what is recorded stays, and what is not is not asked any more. */
async function leaveQuestion(
  turn: MemberTurn,
  { kind }: Sentence,
  { expects, choices }: OpenQuestion,
): Promise<Reply[] | null> {
  if (kind !== 'cancel' && kind !== 'withdraw') return null;
  const isRecorded = expects?.kind === 'result' || expects?.kind === 'difficulty';
  const isAsked = expects !== null || choices.some(({ action }) => isSettling(action));
  if (kind === 'withdraw' && !isAsked) return null;
  await closeQuestion(turn);
  if (isRecorded) return afterItem(turn, expects.item, await keptWords(turn, expects.item));
  return [{ text: turn.texts('chat.cancelled') }];
}

/**
 * What never answers a question: a command, and words that are surely about many items. Where words
 * are awaited, a longer text that begins like a command is an answer all the same.
 */
function isNoAnswer(text: string, sentence: Sentence, expects: Expectation | null): boolean {
  if (sentence.kind === 'skip') return true;
  if (sentence.kind === 'bulk') return sentence.isSure && expects?.kind !== 'bulk';
  if (sentence.kind !== 'command') return false;
  if (expects === null || expects.kind === 'status' || text.startsWith('/')) return true;
  return sentence.rest === '' || readItemReference(sentence.rest)?.rest === '';
}

/** Commands and short words that need no question; null for the rest. */
async function obey(
  turn: MemberTurn,
  sentence: Sentence,
  question: OpenQuestion,
): Promise<Reply[] | null> {
  const { texts } = turn;
  switch (sentence.kind) {
    case 'command':
      return runCommand(turn, sentence.command, sentence.rest);
    case 'undo':
    case 'withdraw':
      return undoLast(turn);
    case 'cancel':
      await closeQuestion(turn);
      return [{ text: texts('chat.cancelled') }];
    case 'skip':
      return can(turn.actor, 'record') ? openNext(turn) : null;
    case 'thanks':
      return [{ text: texts('chat.thanks') }];
    case 'yes':
    case 'no':
      return [whichChoice(turn, question)];
    case 'bulk':
      return hearBulk(turn, sentence);
    case 'update':
    case 'other':
      return null;
  }
}

/** Words that come too late are not lost where it is known what they are about. */
async function reopen(
  turn: MemberTurn,
  text: string,
  expects: Expectation | null,
): Promise<Reply[]> {
  const isAboutItem = expects?.kind === 'result' || expects?.kind === 'status';
  if (!isAboutItem || isDigits(text)) return [{ text: turn.texts('chat.expired') }];
  // A status that comes so late is asked again, not believed; what was said besides stays with it.
  const said = statusIn(text)?.rest ?? text;
  return said === '' ? openItem(turn, expects.item) : askStatusFor(turn, expects.item, said);
}

async function take(turn: MemberTurn, choice: OfferedChoice): Promise<Reply[]> {
  const read = ChatAction.safeParse(choice.action);
  if (read.success && settlesQuestion(read.data)) await closeQuestionOf(turn, choice);
  const replies = read.success ? await takeAction(turn, read.data) : [];
  if (replies.length > 0) return replies.map((reply) => ({ ...reply, isEdit: false }));
  return [{ text: turn.texts('chat.expired') }];
}

function kindOf(action: unknown): string | null {
  const read = ChatAction.safeParse(action);
  return read.success ? read.data.kind : null;
}

function isSettling(action: unknown): boolean {
  const read = ChatAction.safeParse(action);
  return read.success && settlesQuestion(read.data);
}
