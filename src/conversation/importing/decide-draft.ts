import { can } from '../../domain/permission.ts';
import type { PaperDraft } from '../../usecases/ports/paper-drafts.ts';
import { storedView } from '../../views/draft.ts';
import type { MemberTurn, Reply } from '../turn.ts';
import type { DraftAction } from './draft-action.ts';
import type { Decisions } from './draft-decisions.ts';
import { askPeriod, backToDraft } from './draft-questions.ts';
import { type DraftState, draftState } from './draft-state.ts';
import { importInChat } from './import-in-chat.ts';
import { acceptedKey, doubtReply } from './show-doubt.ts';
import { draftReplies, showDrafts } from './show-draft.ts';
import { scheduleLines } from './show-schedule.ts';

/** Does what a choice about a paper stands for; only the one who sent it decides. */
export async function takeDraftAction(turn: MemberTurn, action: DraftAction): Promise<Reply[]> {
  const { texts, stores, actor, person } = turn;
  const draft = await stores.drafts.find(action.draft);
  if (!can(actor, 'import') || (draft !== undefined && draft.personId !== person.id)) {
    return [{ text: texts('chat.notAllowed') }];
  }
  if (draft?.state === 'waiting' && action.kind === 'dropDraft') return drop(turn, draft);
  const state = draft === undefined ? null : draftState(draft, texts);
  // Settled, or not yet read: the reply says which.
  if (state === null) return draftReplies(turn, action.draft);
  return actOn(turn, state, action);
}

async function actOn(turn: MemberTurn, state: DraftState, action: DraftAction): Promise<Reply[]> {
  const { draft, decisions } = state;
  switch (action.kind) {
    case 'showDraft':
      return draftReplies(turn, draft.id);
    case 'storeDraft':
      return store(turn, state);
    case 'dropDraft':
      return drop(turn, draft);
    case 'draftYear':
      return decide(turn, state, { ...decisions, year: action.year });
    case 'askPeriod':
      return [askPeriod(turn, state, action.from)];
    case 'draftPeriod':
      return decide(turn, state, { ...decisions, period: action.period });
    case 'draftDoubt':
      return nextDoubt(turn, state);
    case 'acceptDoubt': {
      const key = acceptedKey(state, action.doubt, action.reach);
      const accepted = key === null ? decisions.accepted : [...decisions.accepted, key];
      return decideDoubt(turn, state, { ...decisions, accepted });
    }
    case 'leaveItemOut': {
      const leftOut = [...decisions.leftOut, action.doubt];
      return decideDoubt(turn, state, { ...decisions, leftOut });
    }
    case 'draftSchedule':
      return showSchedule(turn, state);
  }
}

/** Keeps a decision and shows the paper with it. */
export async function decide(
  turn: MemberTurn,
  { draft }: DraftState,
  decisions: Decisions,
): Promise<Reply[]> {
  await turn.stores.drafts.decide(draft.id, decisions);
  return draftReplies(turn, draft.id);
}

/** Goes on to the next doubt, or back to the paper when it was the last. */
async function decideDoubt(
  turn: MemberTurn,
  { draft }: DraftState,
  decisions: Decisions,
): Promise<Reply[]> {
  await turn.stores.drafts.decide(draft.id, decisions);
  const state = draftState({ ...draft, decisions }, turn.texts);
  return state === null ? draftReplies(turn, draft.id) : nextDoubt(turn, state);
}

async function nextDoubt(turn: MemberTurn, state: DraftState): Promise<Reply[]> {
  const reply = doubtReply(turn, state);
  return reply === null ? draftReplies(turn, state.draft.id) : [reply];
}

/** «NHẬP»; what is still open is asked first. */
export async function store(turn: MemberTurn, state: DraftState): Promise<Reply[]> {
  const { texts, stores, at } = turn;
  const { paper, draft, doubts } = state;
  if (paper === null) return draftReplies(turn, draft.id);
  if (doubts.length > 0) return nextDoubt(turn, state);
  const proposal = await importInChat(turn, paper, { isDryRun: false });
  await stores.drafts.settle(draft.id, 'stored', at);
  const schedule = await scheduleLines(turn, paper);
  const told = {
    text: [storedView({ paper, proposal, file: draft.fileName }, texts), ...schedule].join('\n'),
    options: [
      {
        label: texts('draft.myWork'),
        typed: texts('draft.myWorkTyped'),
        action: { kind: 'list' as const, from: 0 },
      },
    ],
  };
  return followedByNext(turn, told);
}

async function drop(turn: MemberTurn, draft: PaperDraft): Promise<Reply[]> {
  await turn.stores.drafts.settle(draft.id, 'dropped', turn.at);
  return followedByNext(turn, { text: turn.texts('draft.dropped', { file: draft.fileName }) });
}

/** The next paper that waits takes the place of the one just settled. */
async function followedByNext(turn: MemberTurn, reply: Reply): Promise<Reply[]> {
  const waiting = await turn.stores.drafts.openIn(turn.chat);
  if (waiting.length === 0) return [reply];
  const { options: _options, ...told } = reply;
  return [told, ...(await showDrafts(turn))];
}

async function showSchedule(turn: MemberTurn, { paper, draft }: DraftState): Promise<Reply[]> {
  if (paper === null) return draftReplies(turn, draft.id);
  return [
    { text: (await scheduleLines(turn, paper)).join('\n'), options: [backToDraft(turn, draft.id)] },
  ];
}
