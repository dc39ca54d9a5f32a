import { fold } from '../language/folding.ts';
import type { Conversation, OfferedChoice } from '../usecases/ports/conversation-store.ts';
import { ChatAction, Expectation } from './action.ts';
import type { Turn } from './turn.ts';

/** A typed answer counts for the last question for half an hour. Source: script TX-14. */
const OPEN_MS = 30 * 60_000;

/** The question that a chat has open. */
export interface OpenQuestion {
  readonly choices: readonly OfferedChoice[];
  readonly expects: Expectation | null;
  readonly isExpired: boolean;
}

export function openQuestion(
  { askedAt, expects }: Conversation,
  choices: readonly OfferedChoice[],
  at: Date,
): OpenQuestion {
  const read = Expectation.safeParse(expects);
  return {
    choices,
    expects: read.success ? read.data : null,
    isExpired: askedAt !== null && askedAt < openSince(at),
  };
}

/** What was asked before is not answered any more by what is typed. */
export function openSince(at: Date): Date {
  return new Date(at.getTime() - OPEN_MS);
}

/** The choice whose words or sign were typed; null for other words. */
export function choiceTyped(text: string, choices: readonly OfferedChoice[]): OfferedChoice | null {
  const said = text.trim().replace(/[.!]+$/u, '');
  const key = fold(said);
  if (key === '') return null;
  return (
    choices.find(({ typed }) => typed === said || fold(typed) === key) ??
    choices.find(({ label }) => fold(label) === key) ??
    null
  );
}

/** The choice at the place that was typed, from 1. */
export function choiceAt(text: string, choices: readonly OfferedChoice[]): OfferedChoice | null {
  const place = isDigits(text) ? Number(text.trim()) : 0;
  return choices[place - 1] ?? null;
}

export function isDigits(text: string): boolean {
  return /^\s*\d{1,2}\s*$/u.test(text);
}

/** «/lenh»: never an answer. */
export function isSlash(text: string): boolean {
  return /^\/\p{L}/u.test(text);
}

const YES: ReadonlySet<ChatAction['kind']> = new Set([
  'unchanged',
  'writeBulk',
  'askDifficulty',
  'storeDraft',
]);
const NO: ReadonlySet<ChatAction['kind']> = new Set(['cancel', 'noDifficulty', 'keepTheirs']);

/** The choice that «có» or «không» means. */
export function choiceMeaning(
  answer: 'yes' | 'no',
  choices: readonly OfferedChoice[],
): OfferedChoice | null {
  return (
    choices.find(({ action }) => {
      const read = ChatAction.safeParse(action);
      if (!read.success) return false;
      if (read.data.kind === 'settlePerson') return read.data.isConfirmed === (answer === 'yes');
      return (answer === 'yes' ? YES : NO).has(read.data.kind);
    }) ?? null
  );
}

/** What was asked is settled: a figure that follows answers nothing any more. */
export function closeQuestion({ stores, chat }: Pick<Turn, 'stores' | 'chat'>): Promise<void> {
  return stores.conversations.ask(chat, { question: null, expects: null, askedAt: null });
}

/**
 * One question is settled by a choice of its own: where it had come upon another one, that is the
 * open one again. A choice of an older question settles nothing.
 */
export async function closeQuestionOf(
  turn: Pick<Turn, 'stores' | 'chat' | 'conversation'>,
  { question: settled }: Pick<OfferedChoice, 'question'>,
): Promise<void> {
  const { conversations } = turn.stores;
  const { question, interrupted, expects, askedAt } = turn.conversation;
  const isAlone = interrupted === null || settled === interrupted;
  if (settled === question && !isAlone) {
    await conversations.ask(turn.chat, { question: interrupted, expects, askedAt });
  } else if (settled === question || settled === interrupted) {
    await closeQuestion(turn);
  }
}

/** Choices that only show something: the same question may be answered again. */
const SHOWING: ReadonlySet<ChatAction['kind']> = new Set([
  'openItem',
  'list',
  'later',
  'help',
  'status',
  'statusItems',
  'invite',
  'askUnchanged',
  'askBulk',
  'reviewBulk',
  'form',
  'showDraft',
  'askPeriod',
  'draftDoubt',
  'draftSchedule',
]);

export function settlesQuestion({ kind }: ChatAction): boolean {
  return !SHOWING.has(kind);
}
