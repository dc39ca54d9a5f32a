import { agencyKey } from '../../language/agency-names.ts';
import { importCommitmentSet } from '../../usecases/import-commitment-set.ts';
import type { PaperDraft } from '../../usecases/ports/paper-drafts.ts';
import { draftView } from '../../views/draft.ts';
import type { MemberTurn, Option, Reply } from '../turn.ts';
import { doubtLines } from './doubt-lines.ts';
import { askAgency, askYear, dropOption } from './draft-questions.ts';
import { type DraftState, draftState } from './draft-state.ts';

/** What was read of a paper, what it would change, and what may be done with it. */
export async function draftReplies(turn: MemberTurn, draftId: number): Promise<Reply[]> {
  const draft = await turn.stores.drafts.find(draftId);
  if (draft === undefined) return [{ text: turn.texts('draft.gone') }];
  const state = draftState(draft, turn.texts);
  if (state === null) return [notOpen(turn, draft)];
  return [await replyOf(turn, state)];
}

/** «tệp chờ nhập»: the papers of this chat that wait, the oldest to be decided on. */
export async function showDrafts(turn: MemberTurn): Promise<Reply[]> {
  const [first, ...others] = await turn.stores.drafts.openIn(turn.chat);
  if (first === undefined) return [{ text: turn.texts('draft.none') }];
  const replies = await draftReplies(turn, first.id);
  if (others.length === 0) return replies;
  return [{ text: turn.texts('draft.others', { count: others.length }) }, ...replies];
}

/** Still to be read, or settled already. */
function notOpen(turn: MemberTurn, { id, state, fileName: file }: PaperDraft): Reply {
  if (state !== 'waiting') return { text: turn.texts('draft.settled', { file }) };
  return { text: turn.texts('draft.reading', { file }), options: [dropOption(turn, id)] };
}

async function replyOf(turn: MemberTurn, state: DraftState): Promise<Reply> {
  const { texts, stores } = turn;
  const { paper, draft } = state;
  if (state.open === 'agencyMissing') return askAgency(turn, state);
  if (paper === null) return askYear(turn, state);
  const proposal = await importCommitmentSet(
    { inTransaction: (work) => work(stores), clock: { now: () => turn.at } },
    { paper, keyOf: agencyKey, isDryRun: true, via: turn.chat.channel, actor: turn.actor },
  );
  const doubts = state.doubts.length;
  return {
    text: [
      draftView({ paper, proposal, file: draft.fileName }, texts),
      ...(state.notes.length === 0
        ? []
        : [texts('draft.notes'), ...doubtLines(state.notes, texts)]),
      ...(doubts === 0 ? [] : [texts('draft.doubts', { count: doubts })]),
      texts(doubts === 0 ? 'draft.askStore' : 'draft.askDoubts'),
    ].join('\n'),
    options: optionsOf(turn, state),
    expects: { kind: 'draft', draft: draft.id, asks: 'consent' },
  };
}

function optionsOf({ texts }: MemberTurn, { draft: { id }, doubts, paper }: DraftState): Option[] {
  const first: Option[] =
    doubts.length === 0
      ? [
          {
            label: texts('draft.store'),
            typed: texts('draft.storeTyped'),
            action: { kind: 'storeDraft', draft: id },
          },
        ]
      : [
          {
            label: texts('draft.seeDoubts', { count: doubts.length }),
            typed: texts('draft.seeTyped'),
            action: { kind: 'draftDoubt', draft: id },
          },
          {
            label: texts('draft.acceptAll'),
            typed: texts('draft.acceptAllTyped'),
            action: { kind: 'acceptDoubt', draft: id, doubt: '', reach: 'all' },
          },
        ];
  const period: Option[] =
    paper?.period === null
      ? [
          {
            label: texts('draft.choosePeriod'),
            typed: texts('draft.periodTyped'),
            action: { kind: 'askPeriod', draft: id, from: 0 },
          },
        ]
      : [];
  return [
    ...first,
    ...period,
    {
      label: texts('draft.schedule'),
      typed: texts('draft.scheduleTyped'),
      action: { kind: 'draftSchedule', draft: id },
    },
    dropOption({ texts }, id),
  ];
}
