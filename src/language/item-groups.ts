import type { CommitmentStatus } from '../domain/commitment-status.ts';
import type { NamedItems } from '../domain/named-items.ts';
import { MEASURE, NUMBER } from './item-mentions.ts';
import { beginsWithStatus, statusIn } from './status-words.ts';
import { isPhrase } from './typed-words.ts';

/** Items named one after another, and what was said of them together. */
export interface ItemGroup {
  /** Where the first number, or its «mục», stands in the text. */
  readonly start: number;
  readonly items: readonly NamedItems[];
  readonly status: CommitmentStatus | null;
  /** No figure can be meant: «mục 3», «1.2». */
  readonly isSure: boolean;
}

const WORD = /(?:mục|muc|nội dung|noi dung|nd|chỉ tiêu|chi tieu|câu)/u.source;
const BEFORE = `(?:(?:tất cả|tat ca)\\s+)?(?:(?:các|cac|những|nhung)\\s+)?(?:${WORD}\\s*)?(?:(?:số|so|từ|tu)\\s+)?`;
/** «1,3» keeps its comma: it may be 1.3, or 1 and 3. */
const FIGURE = `(?:(?<![\\d,])\\d{1,2},\\d{1,2}(?![\\d,.])|${NUMBER})(?!\\.?[\\d/%]|,\\d+\\s*%)`;
const ONE = `${BEFORE}${FIGURE}`;
const RANGE = `${ONE}(?:\\s*(?:-|–|—|đến|den|tới|toi)\\s*${ONE})?`;
const JOIN = /\s*(?:[,;&+]\s*(?:và|va)?|và|va|với|voi)\s*/u.source;
const LIST = new RegExp(`(?<![\\p{L}\\d.,/])${RANGE}(?:${JOIN}${RANGE})*\\.?`, 'giu');
const EACH = new RegExp(RANGE, 'giu');

const FIGURES = /\d[\d.,]*[a-zđ]?/gu;

/** In characters: how far behind a number its status ends. */
const STATUS_LENGTH = 80;

/** What may stand between a number and its status. */
const LINK = /^[\s:–—-]*(?:(?:thì|thi|là|đều|deu|vẫn|van)\s+)*/iu;
const ENDING =
  /(?:[\s,;.]|(?<!\p{L})(?:và|va|còn|con|nhưng|nhung|riêng|rieng|thôi|thoi|nữa|nua|hết|het)(?!\p{L}))+$/iu;

/** Every group in a text, in its order: «1.3 hoàn thành, 2.1 và 2.2 chưa thực hiện», «1.2, 3». */
export function itemGroups(text: string): ItemGroup[] {
  return [...text.matchAll(LIST)]
    .filter(({ 0: list, index }) => isItems(list, text.slice(index + list.length)))
    .map(({ 0: list, index }, place, lists) =>
      groupOf(list, index, text.slice(index + list.length, lists[place + 1]?.index)),
    );
}

/** The groups of a text that is nothing else; null where it begins with other words. */
export function readItemGroups(text: string): ItemGroup[] | null {
  const groups = itemGroups(text);
  return groups[0]?.start === 0 ? groups : null;
}

/** Whether a list of numbers is one of items: nothing follows, or a status, or no figure looks so. */
function isItems(list: string, after: string): boolean {
  if (MEASURE.test(after.trimStart())) return false;
  const said = after.slice(0, STATUS_LENGTH).replace(LINK, '');
  return isSurelyItems(list) || said === '' || beginsWithStatus(unbracketed(said)) || isNot(said);
}

function isSurelyItems(list: string): boolean {
  return /\d\.[\da-zđ]/iu.test(list) || new RegExp(WORD, 'iu').test(list);
}

function groupOf(list: string, start: number, after: string): ItemGroup {
  const said = unbracketed(after.replace(LINK, '')).replace(ENDING, '');
  const { status, result } = readWords(said);
  const items = [...list.matchAll(EACH)].map(({ 0: one }) => ({ ...rangeOf(one), status, result }));
  return { start, items, status, isSure: isSurelyItems(list) };
}

/** «4 ko» has failed; «4 chưa» may be under way or not begun, so it is asked. */
function readWords(said: string): Pick<NamedItems, 'status' | 'result'> {
  if (isPhrase(said, 'không')) return { status: 'notFulfilled', result: null };
  if (isPhrase(said, 'chưa')) return { status: null, result: null };
  const stated = statusIn(said);
  const result = stated === null ? said : stated.rest;
  return { status: stated?.status ?? null, result: result === '' ? null : result };
}

function isNot(said: string): boolean {
  return /^(?:không|khong|ko|k|kh|chưa|chua|ch)(?!\p{L})/iu.test(said);
}

/** «1.3 (hoàn thành)» as «1.3 hoàn thành». */
function unbracketed(said: string): string {
  return said.replace(/^\(([^()]*)\)/u, '$1');
}

function rangeOf(one: string): Pick<NamedItems, 'first' | 'last'> {
  const [first, last = null] = [...one.toLowerCase().matchAll(FIGURES)].map(({ 0: figures }) =>
    figures.replace(/[.,]+$/u, ''),
  );
  return { first: String(first), last };
}
