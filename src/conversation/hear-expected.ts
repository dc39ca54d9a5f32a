import type { Sentence } from '../language/sentence.ts';
import { statusIn } from '../language/status-words.ts';
import type { Expectation } from './action.ts';
import { closeQuestion, isDigits } from './answers.ts';
import { hearExceptions } from './ask-bulk.ts';
import { officeOfItem } from './find-item.ts';
import { hearUpdate } from './hear-update.ts';
import { hearDraft } from './importing/hear-draft.ts';
import { tooLong } from './length.ts';
import { myWork } from './my-work.ts';
import { afterItem, askStatusFor } from './open-item.ts';
import { record } from './record.ts';
import type { MemberTurn, Reply } from './turn.ts';

/** What was asked for in words; null when the words are no answer to it. */
export async function hearExpected(
  turn: MemberTurn,
  text: string,
  sentence: Sentence,
  expects: Expectation,
): Promise<Reply[] | null> {
  switch (expects.kind) {
    case 'status':
      return hearStatus(turn, text, sentence, expects);
    case 'result':
      return hearResult(turn, text, sentence, expects);
    case 'difficulty':
      return hearDifficulty(turn, text, sentence, expects.item);
    case 'reason':
      return hearReason(turn, text, sentence, expects);
    case 'bulk':
      return hearExceptions(turn, text, sentence, expects);
    case 'draft':
      return hearDraft(turn, text, expects);
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
    return record(turn, { commitmentId: item, seenVersion: seen, status: stated.status, ...said });
  }
  if (isDigits(text) || sentence.kind !== 'other') {
    return hearUpdate(turn, sentence, { isQuietOnUnknown: true });
  }
  return hasWords(text) ? askStatusFor(turn, item, text) : null;
}

/** A figure is a result as well; «ok» and «cảm ơn» are none. */
async function hearResult(
  turn: MemberTurn,
  text: string,
  sentence: Sentence,
  expects: Extract<Expectation, { kind: 'result' }>,
): Promise<Reply[] | null> {
  const { item, seen } = expects;
  const other = await hearUpdate(turn, sentence, { isQuietOnUnknown: true, isNamedOnly: true });
  if (other !== null) return other;
  if (text.trim() === '0') return myWork(turn);
  if (sentence.kind === 'no') {
    return afterItem(turn, item, await keptWords(turn, item));
  }
  if (sentence.kind === 'yes' || !/[\p{L}\p{N}]/u.test(text)) {
    return [{ text: turn.texts('progress.askResultPlain') }];
  }
  if (sentence.kind === 'thanks') return null;
  const stated = statusIn(text);
  const change =
    stated === null
      ? { status: null, result: text }
      : { status: stated.status, ...(stated.rest !== '' && { result: stated.rest }) };
  return record(turn, { commitmentId: item, seenVersion: seen, ...change });
}

async function hearDifficulty(
  turn: MemberTurn,
  text: string,
  { kind }: Sentence,
  item: number,
): Promise<Reply[] | null> {
  const number = await numberOf(turn, item);
  if (kind === 'no' || text.trim() === '0') {
    return afterItem(turn, item, turn.texts('progress.noDifficulty', { number }));
  }
  if (kind === 'thanks') return null;
  if (kind === 'yes' || !hasWords(text)) {
    return [{ text: turn.texts('progress.askDifficulty', { number }) }];
  }
  return recordDifficulty(turn, { item, number, difficulty: text });
}

async function hearReason(
  turn: MemberTurn,
  text: string,
  { kind }: Sentence,
  expects: Extract<Expectation, { kind: 'reason' }>,
): Promise<Reply[] | null> {
  if (kind === 'thanks') return null;
  if (kind === 'yes' || kind === 'no' || !hasWords(text)) {
    return [{ text: turn.texts('progress.askReason') }];
  }
  const long = tooLong(turn, text);
  if (long !== null) return [long];
  const { item, status, result, seen } = expects;
  const said = result === null ? {} : { result };
  await closeQuestion(turn);
  return record(turn, { commitmentId: item, seenVersion: seen, status, reason: text, ...said });
}

async function recordDifficulty(
  turn: MemberTurn,
  {
    item,
    number,
    difficulty,
  }: { readonly item: number; readonly number: string; readonly difficulty: string },
): Promise<Reply[]> {
  const long = tooLong(turn, difficulty);
  if (long !== null) return [long];
  await closeQuestion(turn);
  const change = { commitmentId: item, seenVersion: null, status: null, difficulty };
  const replies = await record(turn, change);
  const { lines } = await officeOfItem(turn, item);
  const written = lines.some(
    (line) => line.commitmentId === item && line.difficulty === difficulty,
  );
  if (!written) return replies;
  return afterItem(turn, item, turn.texts('progress.difficultyRecorded', { number, difficulty }));
}

/** That the item stays as it was recorded. */
export async function keptWords(turn: MemberTurn, item: number): Promise<string> {
  return turn.texts('progress.keptAsRecorded', { number: await numberOf(turn, item) });
}

async function numberOf(turn: MemberTurn, item: number): Promise<string> {
  return (await turn.stores.commitments.findById(item))?.number ?? '';
}

/** A sign or a figure alone says nothing. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}
