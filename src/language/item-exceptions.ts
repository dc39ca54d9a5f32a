import type { NamedItems } from '../domain/named-items.ts';
import { type ItemGroup, itemGroups, readItemGroups } from './item-groups.ts';
import { withoutPoliteness } from './politeness.ts';
import { isAnyPhrase, lengthOfAny, phrasesOf, textFrom, typedWords } from './typed-words.ts';

const EXCEPT = phrasesOf(
  'ngoại trừ|chỉ trừ|trừ ra|trừ|ngoài ra|ngoài|không kể|không tính|except for|except',
);
/** They set items apart as well, but mean other things too. */
const APART = phrasesOf('riêng|chỉ có|chỉ còn|còn|nhưng|but');

/** A text and the items set apart at its end. */
export interface SetApart {
  /** What stands before them. */
  readonly head: string;
  readonly groups: readonly ItemGroup[];
  /** Whether «trừ» says so. */
  readonly isExcept: boolean;
}

/**
 * Cuts «đang thực hiện, trừ 1.3 hoàn thành» before its exceptions; without any, the whole text is
 * the head. What «trừ» names in other words than numbers is kept as typed: it must not be lost.
 */
export function setApart(text: string): SetApart {
  const typed = typedWords(text);
  const all = itemGroups(text);
  for (const [place, { start }] of typed.entries()) {
    const except = lengthOfAny(typed, EXCEPT, place);
    const apart = lengthOfAny(typed, APART, place);
    const list = textFrom(text, typed, place + Math.max(except, apart));
    const groups = groupsFrom(all, text.length - list.length);
    const isTold = apart > 0 || groups.every(({ status }) => status !== null);
    const isApart = groups.length > 0 && isTold;
    if (except === 0 && !isApart) continue;
    const head = text.slice(0, start).replace(/[\s,;.:–—-]+$/u, '');
    const named = groups.length > 0 ? groups : [unreadable(list || text.slice(start))];
    return { head, groups: named, isExcept: except > 0 };
  }
  return { head: text, groups: [], isExcept: false };
}

/** Those from the one that begins at a place on; none where no group does. */
function groupsFrom(groups: readonly ItemGroup[], start: number): readonly ItemGroup[] {
  const first = groups.findIndex((group) => group.start === start);
  return first < 0 ? [] : groups.slice(first);
}

/** The items named in answer to «mục nào khác?», «trừ» or not; null for other words. */
export function readExceptions(text: string): readonly NamedItems[] | null {
  const said = withoutPoliteness(text.normalize('NFC'));
  const { head, groups } = setApart(said);
  const named = head === '' && groups.length > 0 ? groups : readItemGroups(said);
  return named?.flatMap(({ items }) => items) ?? null;
}

const NO_EXCEPTION = [
  'không mục nào',
  'không có mục nào',
  'không có mục khác',
  'không trừ mục nào',
  'không có',
  'không còn',
  'hết',
  'hết rồi',
  'none',
];

/** «không mục nào». */
export function isNoException(text: string): boolean {
  return isAnyPhrase(withoutPoliteness(text.normalize('NFC')), NO_EXCEPTION);
}

function unreadable(words: string): ItemGroup {
  const first = words.replace(/[\s,;.]+$/u, '');
  const items = [{ first, last: null, status: null, result: null }];
  return { start: 0, items, status: null, isSure: false };
}
