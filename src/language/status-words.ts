import type { CommitmentStatus } from '../domain/commitment-status.ts';
import {
  lengthOfAny,
  lengthOfPhrase,
  phrasesOf,
  type TypedWord,
  typedWords,
} from './typed-words.ts';

/** A status as a person said it, and what was said besides, as typed. */
export interface StatedStatus {
  readonly status: CommitmentStatus;
  readonly rest: string;
}

interface StatusPhrase {
  readonly words: readonly string[];
  readonly status: CommitmentStatus;
  /** The words say more than the status, so they stay in the result: «gần xong». */
  readonly isResult: boolean;
}

/** Phrases that say no more than a status. Source: domain notes 7.1, product notes 1.5. */
const STATUSES: readonly (readonly [CommitmentStatus, string])[] = [
  [
    'fulfilled',
    'hoàn thành|đã hoàn thành|hoàn tất|đã hoàn tất|xong|đã xong|xong hết|đã xong hết|làm xong|đã làm xong|' +
      'thực hiện xong|đã thực hiện xong|đạt|đã đạt|đạt chỉ tiêu|đã đạt chỉ tiêu|hoàn thành chỉ tiêu|done|fulfilled|completed',
  ],
  [
    'inProgress',
    'đang thực hiện|đang triển khai|đang triển khai thực hiện|đang tổ chức thực hiện|đang làm|đang làm dở|' +
      'đang tiến hành|đang xử lý|đang tiếp tục thực hiện|tiếp tục thực hiện|vẫn đang làm|vẫn đang thực hiện|' +
      'chưa xong|chưa hoàn thành|chưa hoàn tất|chưa đạt|chưa làm xong|chưa thực hiện xong|chưa triển khai xong|in progress',
  ],
  [
    'awaitingAppraisal',
    'chờ thẩm định|đang chờ thẩm định|chờ cơ quan chuyên môn thẩm định|đang chờ cơ quan chuyên môn thẩm định|awaiting appraisal',
  ],
  [
    'notFulfilled',
    'không hoàn thành|không hoàn thành được|không hoàn tất|không đạt|không đạt chỉ tiêu|không đạt được|' +
      'không xong|không làm được|không thực hiện được|not fulfilled',
  ],
  [
    'notStarted',
    'chưa triển khai|chưa triển khai thực hiện|chưa thực hiện|chưa làm|chưa làm gì|chưa bắt đầu|chưa tiến hành|not started',
  ],
  ['stopped', 'dừng thực hiện|đã dừng thực hiện|được cho dừng|được cho dừng thực hiện|stopped'],
];

/** Phrases that are the result as well. */
const TOLD_STATUSES: readonly (readonly [CommitmentStatus, string])[] = [
  ['fulfilled', 'vượt chỉ tiêu|đã vượt chỉ tiêu'],
  ['inProgress', 'gần xong|sắp xong|đang trình ký'],
];

/** Longest first, so that «chưa triển khai xong» is not read as «chưa triển khai». */
const PHRASES: readonly StatusPhrase[] = [
  ...STATUSES.flatMap((entry) => statusPhrases(entry, false)),
  ...TOLD_STATUSES.flatMap((entry) => statusPhrases(entry, true)),
].sort((left, right) => right.words.length - left.words.length);

/** Words at a sentence's end that only make it polite. */
const POLITE = phrasesOf(
  'r|rồi|rùi|ạ|a|nhé|nhe|nha|nhá|ah|anh|chị|em|đồng chí|rồi ạ|nhé anh|nhé chị',
);
const OPENING = phrasesOf('dạ|ok|oke|em báo|báo cáo|thưa anh|thưa chị|dạ thưa');

/** What may follow a status without a comma and leave it clear. */
const FOLLOWING: Readonly<Record<CommitmentStatus, RegExp>> = {
  unknown: /^(?!)/u,
  fulfilled: /^(?:ngày|ngay|từ|trong|theo|đúng hạn|đúng tiến độ|nhưng|tại|vượt|100\s*%)/iu,
  notFulfilled: /^(?:do|vì|bởi|theo)(?![\p{L}\d])/iu,
  notStarted: /^(?:do|vì|bởi|theo)(?![\p{L}\d])/iu,
  awaitingAppraisal: /^(?:của|cua|từ|theo|do)(?![\p{L}\d])/iu,
  inProgress: /^./u,
  stopped: /^(?:theo|do|vì)(?![\p{L}\d])/iu,
};

const QUESTION =
  /[?？]|(?<![\p{L}])(?:chưa|chua|vậy|vay|hả|không|ko)(?:\s+(?:ạ|a|nhỉ|em|anh|chị))*\s*$/iu;

/**
 * The status that a message begins with, and the rest of it as typed. Null where the words leave
 * it open: a question, a hedge («hoàn thành cơ bản»), two statuses. Negation is part of the
 * phrases: «chưa xong» goes on, «không hoàn thành» has failed.
 */
export function statusIn(text: string): StatedStatus | null {
  const said = text.normalize('NFC').trim();
  if (QUESTION.test(said)) return null;
  const typed = typedWords(said);
  const phrase = phraseAt(typed, lengthOfAny(typed, OPENING)) ?? phraseAt(typed, 0);
  if (phrase === null) return null;
  const after = said.slice(typed[politeEnd(typed, phrase.end) - 1]?.end);
  const rest = tidyRest(after);
  if (!isClear(after, rest, phrase.status)) return null;
  const told = said.slice(typed[phrase.start]?.start, typed[phrase.end - 1]?.end);
  return { status: phrase.status, rest: resultOf(phrase, told, after, rest) };
}

/** Whether a text begins with the words for a status, whatever follows them. */
export function beginsWithStatus(text: string): boolean {
  return phraseAt(typedWords(text), 0) !== null;
}

/** A phrase and the typed words that it takes, the one at `end` not included. */
interface FoundPhrase extends StatusPhrase {
  readonly start: number;
  readonly end: number;
}

function phraseAt(typed: readonly TypedWord[], start: number): FoundPhrase | null {
  for (const phrase of PHRASES) {
    const length = lengthOfPhrase(typed, phrase.words, start);
    if (length > 0) return { ...phrase, start, end: start + length };
  }
  return null;
}

function politeEnd(typed: readonly TypedWord[], from: number): number {
  const length = lengthOfAny(typed, POLITE, from);
  return length === 0 ? from : politeEnd(typed, from + length);
}

/** Whether what follows leaves the status as it was said. */
function isClear(after: string, rest: string, status: CommitmentStatus): boolean {
  if (rest === '') return true;
  if (!isSetApart(after) && !FOLLOWING[status].test(after.trim())) return false;
  const other = statusIn(rest);
  return other === null || other.status === status;
}

/** Words that go on from the status are no sentence without it: «đang chờ thẩm định của Sở». */
function resultOf(phrase: FoundPhrase, told: string, after: string, rest: string): string {
  if (phrase.isResult) return rest === '' ? told : `${told}, ${rest}`;
  const goesOn = ONGOING.has(phrase.status) && /^\p{L}/u.test(rest) && !isSetApart(after);
  return goesOn ? `${told} ${rest}` : rest;
}

const ONGOING: ReadonlySet<CommitmentStatus> = new Set(['inProgress', 'awaitingAppraisal']);

function isSetApart(after: string): boolean {
  return /^\s*[,;:.…(–—-]/u.test(after);
}

function tidyRest(after: string): string {
  return after
    .replace(/^[\s,;:.…–—-]+/u, '')
    .replace(/[\s,;]+$/u, '')
    .replace(/^(?:nhưng|nhung)\s+/iu, '');
}

function statusPhrases(
  [status, phrases]: readonly [CommitmentStatus, string],
  isResult: boolean,
): StatusPhrase[] {
  return phrasesOf(phrases).map((words) => ({ words, status, isResult }));
}
