import type { PaperDraft } from '../../usecases/ports/paper-drafts.ts';
import { draftView, type ReadPaper } from '../../views/draft.ts';
import { MOST_CHARACTERS } from '../../views/message.ts';
import type { Texts } from '../../views/texts.ts';
import type { MemberTurn, Option, Reply } from '../turn.ts';
import { doubtLines, MOST_LINES } from './doubt-lines.ts';
import { askAgency, askYear, dropOption } from './draft-questions.ts';
import { type DraftState, draftState } from './draft-state.ts';
import { importInChat } from './import-in-chat.ts';

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
  const { texts } = turn;
  const { paper, draft } = state;
  if (state.open === 'agencyMissing') return askAgency(turn, state);
  if (paper === null) return askYear(turn, state);
  const proposal = await importInChat(turn, paper, { isDryRun: true });
  return {
    text: fittingPreview({ paper, proposal, file: draft.fileName }, state, texts),
    options: optionsOf(turn, state),
    expects: { kind: 'draft', draft: draft.id, asks: 'consent' },
  };
}

/** How many agencies and notes a preview names, fewer where names are long. */
const MOST_NAMED = [6, 4, 2, 1] as const;

function fittingPreview(read: ReadPaper, state: DraftState, texts: Texts): string {
  const views = MOST_NAMED.map((most) => previewView(read, state, texts, most));
  return views.find(({ length }) => length <= MOST_CHARACTERS) ?? String(views.at(-1));
}

function previewView(
  read: ReadPaper,
  { notes, doubts: { length: doubts } }: DraftState,
  texts: Texts,
  most: number,
): string {
  return [
    draftView(read, texts, most),
    ...(notes.length === 0
      ? []
      : [texts('draft.notes'), ...doubtLines(notes, texts, Math.min(most, MOST_LINES))]),
    ...(doubts === 0 ? [] : [texts('draft.doubts', { count: doubts })]),
    texts(doubts === 0 ? 'draft.askStore' : 'draft.askDoubts'),
  ].join('\n');
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
