import type { BulkUpdate } from '../domain/bulk-update.ts';
import type { CommitmentStatus } from '../domain/commitment-status.ts';
import { setApart } from './item-exceptions.ts';
import { type ItemGroup, readItemGroups } from './item-groups.ts';
import { type ItemSubject, itemSubject } from './item-subjects.ts';
import { withoutPoliteness } from './politeness.ts';
import { type StatedStatus, statusIn } from './status-words.ts';
import { lengthOfAny, phrasesOf, type TypedWord, textFrom, typedWords } from './typed-words.ts';

/** A bulk update as it was said. */
export interface BulkSentence extends BulkUpdate {
  /** What was said of all of them besides the status: it is no single item's result. */
  readonly remark: string;
  /** It speaks of items, so it can be no result of a single one. */
  readonly isSure: boolean;
}

/** In characters; more is a report, and no sentence about the items of one. */
const LONGEST = 2_000;

/** What people say before it. */
const OPENING = phrasesOf(
  'em báo cáo|xin báo cáo|báo cáo|đề nghị ghi|nhờ ghi|ghi nhận|ghi|đánh dấu|chọn|cập nhật|sửa lại|sửa|cho',
);
/** What may stand between the items and their status. */
const LINK = phrasesOf('đều|là|thì|hiện|hiện nay|vẫn|ở tình trạng|tình trạng|có tình trạng|are');
/** «xong hết»: all, where it follows a status. */
const WHOLLY = phrasesOf('hết|hết cả|cả|hết rồi|hết cả rồi');

/**
 * Reads a message about many items: «tất cả đang thực hiện, trừ 1.3 hoàn thành», «xong hết trừ
 * mục 7», «1.2 xong, còn lại đang làm», «1.1 và 1.2 xong, 1.3 đang làm». Null for questions and
 * for all other messages. Source: moonshot M2, domain notes 7.1.
 */
export function readBulk(text: string): BulkSentence | null {
  if (text.length > LONGEST || /[?？]/u.test(text)) return null;
  const said = after(withoutPoliteness(text.normalize('NFC')), OPENING);
  return readSubjectFirst(said) ?? readStatusFirst(said) ?? readSeveral(said);
}

/** «tất cả đang thực hiện, trừ …», «trừ …, còn lại đang thực hiện». */
function readSubjectFirst(text: string): BulkSentence | null {
  const typed = typedWords(text);
  let subject = itemSubject(typed, 0);
  while (subject !== null) {
    const before = groupsBefore(text.slice(0, typed[subject.start]?.start));
    const tail = textFrom(text, typed, subject.end);
    const read = before === null ? null : readOfSubject(subject, before, tail);
    if (read !== null) return read;
    subject = itemSubject(typed, subject.end);
  }
  return null;
}

/** The items told of before «còn lại»: none where nothing is said, null for other words. */
function groupsBefore(text: string): readonly ItemGroup[] | null {
  const typed = typedWords(text);
  if (typed.length === 0) return [];
  const whole = itemSubject(typed, 0);
  const said = whole?.start === 0 ? textFrom(text, typed, whole.end) : text;
  if (said === '') return [];
  if (!/\d/u.test(said)) return null;
  const { head, groups } = setApart(said);
  return head === '' ? groups : readItemGroups(said);
}

function readOfSubject(
  subject: ItemSubject,
  before: readonly ItemGroup[],
  tail: string,
): BulkSentence | null {
  const { head, groups, isExcept } = setApart(tail);
  const said = after(head, LINK);
  const status = head === '' && isExcept ? soleStatus(groups) : null;
  // «tất cả trừ 1.3 đang thực hiện» tells of the others.
  if (status !== null) {
    return bulkOf({ status, rest: '' }, [...before, ...groups.map(open)], subject);
  }
  const stated = statusIn(said);
  if (stated === null) return null;
  const named = [...before, ...groups];
  // «các mục chưa thực hiện» may as well be what somebody looks for.
  const isReport = subject.isWhole || said !== head || named.length > 0;
  return isReport ? bulkOf(stated, named, subject) : null;
}

/** «xong hết trừ mục 7», «hoàn thành tất cả các mục», «đang thực hiện, trừ 1.3 hoàn thành». */
function readStatusFirst(text: string): BulkSentence | null {
  const { head, groups, isExcept } = setApart(text);
  const typed = typedWords(head);
  const subject = itemSubject(typed, 0);
  const isLast = subject?.isWhole === true && subject.end === typed.length;
  const start = isLast ? subject.start : lastWords(typed, WHOLLY);
  const stated = statusIn(head.slice(0, typed[start]?.start));
  const isAll = start < typed.length || (isExcept && groups.every(isNumbered));
  return stated?.rest === '' && isAll ? bulkOf(stated, groups, subject) : null;
}

/** Where the words begin that one of the phrases makes the last; their number where none does. */
function lastWords(typed: readonly TypedWord[], phrases: readonly string[][]): number {
  const start = typed.findIndex(
    (_, place) => lengthOfAny(typed, phrases, place) === typed.length - place,
  );
  return start < 0 ? typed.length : start;
}

/** «1.1 và 1.2 xong, 1.3 đang làm»: no others are meant. */
function readSeveral(text: string): BulkSentence | null {
  const groups = readItemGroups(text);
  if (groups === null) return null;
  const named = groups.flatMap(({ items }) => items);
  const isMany = named.length > 1 || named.some(({ last }) => last !== null);
  const isTold = groups.some(({ status }) => status !== null);
  return isMany && isTold ? bulkOf(null, groups, null) : null;
}

function bulkOf(
  stated: StatedStatus | null,
  groups: readonly ItemGroup[],
  subject: ItemSubject | null,
): BulkSentence {
  return {
    status: stated?.status ?? null,
    named: groups.flatMap(({ items }) => items),
    remark: stated?.rest ?? '',
    isSure: subject?.isSure === true || groups.some(({ isSure }) => isSure),
  };
}

/** The status of the only list of items, where nothing else is said of it; null for others. */
function soleStatus([only, ...more]: readonly ItemGroup[]): CommitmentStatus | null {
  const isAlone = more.length === 0 && only?.items.every(({ result }) => result === null) === true;
  return isAlone ? only.status : null;
}

function isNumbered({ items }: ItemGroup): boolean {
  return items.every(({ first }) => /^\d\S*$/u.test(first));
}

/** The same items without a status of their own. */
function open(group: ItemGroup): ItemGroup {
  return { ...group, items: group.items.map((item) => ({ ...item, status: null })), status: null };
}

/** The text without the phrases of a list at its start, as often as they stand there. */
function after(text: string, phrases: readonly string[][]): string {
  const typed = typedWords(text);
  const length = lengthOfAny(typed, phrases);
  return length === 0 ? text : after(textFrom(text, typed, length), phrases);
}
