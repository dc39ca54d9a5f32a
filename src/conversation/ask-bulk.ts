import { draftBulk } from '../domain/bulk-update.ts';
import type { CommitmentStatus } from '../domain/commitment-status.ts';
import type { BulkSentence } from '../language/bulk-sentence.ts';
import { isNoException, readExceptions } from '../language/item-exceptions.ts';
import type { Sentence } from '../language/sentence.ts';
import { numbersView } from '../views/bulk.ts';
import { bold } from '../views/message.ts';
import { statusWords } from '../views/statuses.ts';
import type { ChatAction, Expectation } from './action.ts';
import { askOthers, draftFrame, nothingDrafted, reviewDraft } from './bulk-draft.ts';
import { tooLong } from './length.ts';
import type { MemberTurn, Reply } from './turn.ts';

/** «Tất cả đang thực hiện, trừ…»: which are the others? Source: moonshot M2. */
export async function askBulk(
  turn: MemberTurn,
  asked: { readonly agency: number; readonly status: CommitmentStatus | null },
): Promise<Reply[]> {
  const { texts } = turn;
  const frame = await draftFrame(turn, asked.agency, asked.status);
  if (frame === null) return [{ text: texts('chat.notAllowed') }];
  const { status, items, agency } = frame;
  if (status === null) return [askOthers(turn, frame, [], '')];
  const draft = draftBulk({ status, named: [] }, items);
  if (agency.isOffChat || draft.items.length === 0) return [nothingDrafted(turn, frame, draft)];
  const drafted = new Set(draft.items.map(({ item }) => item));
  const said = texts('bulk.ask', {
    status: bold(statusWords(status, texts)),
    count: draft.items.length,
    numbers: numbersView(
      items.commitments.filter(({ id }) => drafted.has(id)),
      texts,
    ),
  });
  return [askOthers(turn, frame, draft.items, said)];
}

/** «tất cả đang thực hiện, trừ 1.3 hoàn thành» of the person's own agency: never written unasked. */
export async function hearBulk(turn: MemberTurn, sentence: BulkSentence): Promise<Reply[] | null> {
  const frame = await draftFrame(turn, turn.person.agencyId, sentence.status);
  if (frame === null) return null;
  return reviewDraft(turn, frame, draftBulk(sentence, frame.items), sentence.remark);
}

/** The items that are others than the rest of a draft; null for words about something else. */
export async function hearExceptions(
  turn: MemberTurn,
  text: string,
  sentence: Sentence,
  expects: Extract<Expectation, { kind: 'bulk' }>,
): Promise<Reply[] | null> {
  if (sentence.kind === 'thanks') return null;
  // Said anew, with a status for all.
  if (sentence.kind === 'bulk' && sentence.status !== null) return hearBulk(turn, sentence);
  const long = tooLong(turn, text);
  if (long !== null) return [long];
  const isNone = isNoException(text);
  const named = isNone ? [] : readExceptions(text);
  const frame = await draftFrame(turn, expects.agency, expects.status);
  if (frame === null) return null;
  const { items } = expects;
  if (named === null) return [askOthers(turn, frame, items, turn.texts('bulk.notRead'))];
  return reviewDraft(turn, frame, draftBulk({ status: null, named }, frame.items, items));
}

/** Shows a draft as it is: there are no others. */
export async function reviewBulk(
  turn: MemberTurn,
  { agency, status, items }: Extract<ChatAction, { kind: 'reviewBulk' }>,
): Promise<Reply[]> {
  const frame = await draftFrame(turn, agency, status);
  if (frame === null) return [{ text: turn.texts('chat.notAllowed') }];
  return reviewDraft(turn, frame, draftBulk({ status: null, named: [] }, frame.items, items));
}
