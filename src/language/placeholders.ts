import { textBefore } from './sentences.ts';

/** Dots of any length that stand where a figure or a word should, with what is around them. */
const DOTS = /(?:…\.*|\.{3,})+|(?<=\s)\.{2}(?=\s)/gu;

/** Blanks of other shapes; each stands for something missing wherever it is. */
const BLANKS: readonly RegExp[] = [
  /_{3,}|(?<=\s)__(?=\s|%|$)/gu,
  /\[\s*(?:…|\.{2,}|_+)?\s*\]/gu,
  /(?<=\s)\(\s*\)/gu,
  /(?<![\p{L}\p{N}])x{2,}(?:[.,/]x+)*(?![\p{L}\p{N}])/gu,
  /(?<=(?:đạt|được|là|có|khoảng|ngày|số)\s)X{2,}(?=\s*(?:%|\p{Ll}|[/.,]))|(?<![\p{L}\p{N}])X{2,}(?=\s*(?:%|(?:tỷ|triệu|nghìn|đồng|ha|km|hộ|người|hồ sơ|dự án)(?!\p{L})))/gu,
  /(?<!\p{L})số\s*:?\s+\/(?=\p{Lu})/gu,
  /(?<![\p{L}\p{N}])[xX](?=\s*%)/gu,
  /\?{2,}(?=\s*(?:%|\p{Ll}))|(?<=\s)\?(?=\s*%)/gu,
  /[[<{]\s*(?:điền|nhập|ghi|bổ sung|cập nhật|tên|số liệu|số lượng)(?!\p{L})[^\]>}]{0,60}[\]>}]/giu,
  /\((?:điền|cập nhật|bổ sung)\s+(?:số|sau|nội dung|tên|ngày)[^)]{0,40}\)/giu,
];

/** Words after which something must come. */
const WANTS_MORE =
  /(?:(?<!\p{L})(?:đạt|là|được|còn|khoảng|ngày|tháng|năm|số|bằng|chiếm|t[ỷỉ] lệ|gồm có|ước|hơn|gần)|[:=/])\s*$/iu;
const LEADER = /^(?:\.{5,}|…{3,}|(?:…\.|\.…)+)/u;
const EXCERPT = 24;
/** How much around dots tells what they are. */
const NEAR = 60;

/** What any of them has: most texts have none of it. */
const HINT = /[…_[<{?]|\.{2}|số\s*:?\s+\/|\(\s*\)|\((?:điền|cập nhật|bổ sung)|xx|XX|[xX]\s*%/u;

/**
 * The places of a text that wait to be filled in, each with the words around it: «… doanh nghiệp»,
 * «...%», dotted lines, «xx», «[ ]», «____». Dots that end a list or a quotation are none: «An
 * Giang…», «giao thông,..». Source: quirks.
 */
export function placeholdersIn(text: string): string[] {
  const composed = text.normalize('NFC');
  if (!HINT.test(composed)) return [];
  const dots = [...composed.matchAll(DOTS)].filter(({ 0: found, index }) =>
    isGap(
      textBefore(composed, index, NEAR),
      found,
      composed.slice(index + found.length, index + found.length + NEAR),
    ),
  );
  const blanks = BLANKS.flatMap((blank) => [...composed.matchAll(blank)]);
  const spans = [...dots, ...blanks].sort((left, right) => left.index - right.index);
  return spans
    .filter(({ index }, position) => !goesOn(composed, spans[position - 1], index))
    .map(({ 0: found, index }) => excerptAt(composed, index, index + found.length));
}

/** «…/…/2023» is one blank. */
function goesOn(text: string, before: RegExpExecArray | undefined, index: number): boolean {
  if (before === undefined) return false;
  return /^\s*\/?\s*$/u.test(text.slice(before.index + before[0].length, index));
}

/** What stands before and after dots tells a gap from an «and so on». */
function isGap(before: string, dots: string, after: string): boolean {
  const opened = /^(.*)([[(])\s*$/su.exec(before);
  const closed = /^\s*[\])](.*)$/su.exec(after);
  if (opened !== null && closed !== null) return isBracketedGap(opened, String(closed[1]));
  if (/^\s*%/u.test(after)) return true;
  if (/["“«'(,;]\s*$/u.test(before)) return false;
  if (LEADER.test(dots)) return true;
  if (/[\p{L}\p{N}]$/u.test(before)) return isAttachedGap(before, after);
  if (WANTS_MORE.test(before)) return !/^\s*["”»]/u.test(after);
  return /^\s*(?:\p{Ll}|\/|\d)/u.test(after) && !/^\s*(?:và|hoặc|v\.v)(?!\p{L})/u.test(after);
}

/** «(…) tỷ đồng»; «[…]» is a blank of its own. */
function isBracketedGap([, before, bracket]: readonly string[], after: string): boolean {
  return bracket === '(' && WANTS_MORE.test(String(before)) && /^\s*(?:%|\p{Ll})/u.test(after);
}

/** «ngày…tháng…» and «…/KH-UBND»; a word with dots at its end goes on in thought. */
function isAttachedGap(before: string, after: string): boolean {
  if (/^\//u.test(after)) return true;
  return /(?<!\p{L})(?:đạt|ngày|tháng|năm|khoảng)$/iu.test(before) && /^\s?\p{Ll}/u.test(after);
}

function excerptAt(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - EXCERPT), start);
  const after = text.slice(end, end + EXCERPT);
  const cutBefore = start > EXCERPT ? before.replace(/^\S*\s/u, '') : before;
  const cutAfter = end + EXCERPT < text.length ? after.replace(/\s\S*$/u, '') : after;
  return `${cutBefore}${text.slice(start, end)}${cutAfter}`.replace(/\s+/gu, ' ').trim();
}
