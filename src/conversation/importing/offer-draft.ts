import { can } from '../../domain/permission.ts';
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
  const options = last.options ?? [];
  const back: Option = {
    label: texts('draft.goOn'),
    typed: texts('draft.goOnTyped'),
    action: { kind: 'showDraft', draft: waiting.id },
  };
  const hasRoom = options.length < MOST_BUTTONS;
  const offered = {
    ...last,
    text: `${last.text}\n${texts('draft.waiting', { file: waiting.fileName })}`,
    options: hasRoom ? [...options, back] : options,
  };
  return [...replies.slice(0, -1), offered];
}

function isAboutDraft({ options = [], expects }: Reply): boolean {
  return expects?.kind === 'draft' || options.some(({ action }) => isDraftAction(action));
}
