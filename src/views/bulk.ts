import { type Commitment, compareNumbers, type ProgressLine } from '../domain/commitment.ts';
import type { CommitmentStatus } from '../domain/commitment-status.ts';
import { OFFICER_STATUSES } from '../domain/status-transition.ts';
import type { Recorded } from '../usecases/record-progress.ts';
import { momentOf, type Setting } from './deadlines.ts';
import { bold, shorten } from './message.ts';
import { timelinessView } from './progress.ts';
import { statusWords } from './statuses.ts';
import type { Texts } from './texts.ts';

/** In one line of a message; the others are counted. */
const MOST_NUMBERS = 60;

const RESULT_LENGTH = 60;

/** In characters; results are left out of a list that would be longer with them. */
const LIST_LENGTH = 900;

/** An item and what is said of it; a status of null is still to be asked. */
export interface ToldItem {
  readonly commitment: Pick<Commitment, 'number'>;
  readonly status: CommitmentStatus | null;
  readonly result: string | null;
}

interface Draft {
  readonly told: readonly ToldItem[];
  /** What stood before, of the items drafted. */
  readonly before: readonly { readonly number: string; readonly line: ProgressLine }[];
  readonly remark: string;
}

/** What would be written, for the person to agree to. */
export function draftView({ told, before, remark }: Draft, texts: Texts): string {
  const failed = told.some(({ status }) => status === 'notFulfilled');
  return [
    texts('bulk.review'),
    ...statusLines(told, texts),
    ...changeLines(before, texts),
    ...(remark === '' ? [] : [texts('bulk.remark', { remark: shorten(remark, RESULT_LENGTH) })]),
    ...(failed
      ? [texts('bulk.compiled', { status: bold(statusWords('notFulfilled', texts)) })]
      : []),
  ].join('\n');
}

/** That many items were written, and by the way whether in time. Empty for none. */
export function recordedManyView(recorded: readonly Recorded[], setting: Setting): string[] {
  const [first] = recorded;
  if (first === undefined) return [];
  const { texts, timezone } = setting;
  const told = recorded.map(({ commitment, line }) => ({ ...line, commitment }));
  const late = recorded.find(({ line }) => line.isLate) ?? first;
  return [
    texts('bulk.recorded', {
      count: recorded.length,
      ...momentOf(first.line.recordedAt, timezone),
    }),
    ...statusLines(told, texts),
    ...timelinessView(late, setting),
  ];
}

/** Numbers in the order of the paper, as many as a line holds. */
export function numbersView(
  items: readonly { readonly number: string }[],
  texts: Texts,
  words: (number: string) => string = String,
): string {
  const numbers = items.map(({ number }) => number).sort(compareNumbers);
  const shown = numbers.slice(0, MOST_NUMBERS).map(words).join(', ');
  const count = numbers.length - MOST_NUMBERS;
  return count > 0 ? texts('bulk.more', { numbers: shown, count }) : shown;
}

/** A line a status, those to be asked last; results where there is room for them. */
function statusLines(told: readonly ToldItem[], texts: Texts): string[] {
  const full = [...OFFICER_STATUSES, null].flatMap((status) => statusLine(told, status, texts));
  if (full.join('\n').length <= LIST_LENGTH) return full;
  const bare = told.map((each) => ({ ...each, result: null }));
  return [...OFFICER_STATUSES, null].flatMap((status) => statusLine(bare, status, texts));
}

function statusLine(
  told: readonly ToldItem[],
  status: CommitmentStatus | null,
  texts: Texts,
): string[] {
  const items = told.filter((each) => each.status === status);
  if (items.length === 0) return [];
  const results = new Map(items.map(({ commitment, result }) => [commitment.number, result]));
  const commitments = items.map(({ commitment }) => commitment);
  const numbers = numbersView(commitments, texts, (number) => {
    const result = results.get(number) ?? null;
    if (result === null) return number;
    return texts('bulk.withResult', { number, result: shorten(result, RESULT_LENGTH) });
  });
  const values = { count: items.length, numbers };
  if (status === null) return [texts('bulk.asked', values)];
  return [texts('bulk.group', { ...values, status: bold(statusWords(status, texts)) })];
}

/** What was settled, or was waited for, is not changed in passing. */
function changeLines(before: Draft['before'], texts: Texts): string[] {
  const statuses = ['fulfilled', 'notFulfilled', 'awaitingAppraisal'] as const;
  return statuses.flatMap((status) => {
    const items = before.filter(({ line }) => line.status === status);
    if (items.length === 0) return [];
    const values = { numbers: numbersView(items, texts), status: statusWords(status, texts) };
    return [texts('bulk.changes', values)];
  });
}
