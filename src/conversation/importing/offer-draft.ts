import { can } from '../../domain/permission.ts';
import { ChatAction, Expectation } from '../action.ts';
import { MOST_BUTTONS } from '../options.ts';
import type { MemberTurn, Option, Reply } from '../turn.ts';
import { isDraftAction } from './draft-action.ts';

/**
 * Adds the way back to a paper that waits for a word to whatever came in between, so that nothing
 * that was sent is forgotten.
 */
export async function withDraftOffer(turn: MemberTurn, replies: Reply[]): Promise<Reply[]> {
  const last = replies.at(-1);
  if (last === undefined || turn.isGroup || !can(turn.actor, 'import')) return replies;
  if (replies.some(isAboutDraft)) return replies;
  const waiting = (await turn.stores.drafts.openIn(turn.chat)).find(
    ({ state }) => state === 'read',
  );
  if (waiting === undefined) return replies;
  const { texts } = turn;
  const open = await openQuestionOf(turn, last);
  const options = last.options ?? open.options;
  const back: Option = {
    label: texts('draft.goOn'),
    typed: texts('draft.goOnTyped'),
    action: { kind: 'showDraft', draft: waiting.id },
  };
  const hasRoom =
    options.length < MOST_BUTTONS && options.every(({ action }) => action.kind !== 'showDraft');
  const offered = {
    ...last,
    ...open.expected,
    text: `${last.text}\n${texts('draft.waiting', { file: waiting.fileName })}`,
    options: hasRoom ? [...options, back] : options,
  };
  return [...replies.slice(0, -1), offered];
}

/** What is asked about a paper stays asked where the reply in between asks nothing itself. */
async function openQuestionOf({ stores, chat }: MemberTurn, reply: Reply) {
  const { question, expects } = await stores.conversations.find(chat);
  const isAsking = reply.options !== undefined || reply.expects !== undefined;
  const choices =
    isAsking || question === null ? [] : await stores.conversations.choicesOf(question);
  const awaited = Expectation.safeParse(isAsking ? null : expects);
  return {
    options: choices.flatMap(({ label, typed, action }): Option[] => {
      const read = ChatAction.safeParse(action);
      return read.success && isDraftAction(read.data) ? [{ label, typed, action: read.data }] : [];
    }),
    expected: awaited.success && awaited.data.kind === 'draft' ? { expects: awaited.data } : {},
  };
}

function isAboutDraft({ options = [], expects }: Reply): boolean {
  return expects?.kind === 'draft' || options.some(({ action }) => isDraftAction(action));
}
