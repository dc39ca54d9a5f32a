import type { Addend } from '../domain/sum.ts';
import { maskedSpans, type Span } from './figure-masks.ts';
import { parseNumber } from './numbers.ts';
import { wordKeys } from './word-keys.ts';

/** What is counted or measured, by the words after a figure. */
export interface Unit {
  /** What «nghìn», «triệu», «tỷ» multiply with; 1 without them. */
  readonly scale: number;
  /** The first two words as keys; empty where no word follows. */
  readonly words: readonly string[];
}

/** A number that counts or measures something, where it stands in a text. */
export interface Figure extends Span {
  /** As printed, not multiplied by its unit's scale. */
  readonly value: number;
  /** How many digits stand after the decimal mark. */
  readonly decimals: number;
  readonly isPercent: boolean;
  /** Its digits as printed. */
  readonly digits: string;
  readonly unit: Unit;
}

const SCALES: readonly (readonly [string, number])[] = [
  ['nghìn', 1e3],
  ['ngàn', 1e3],
  ['triệu', 1e6],
  ['tỷ', 1e9],
  ['tỉ', 1e9],
];
const SCALE_OF = new Map(SCALES);

/** Words that count in one syllable, whatever follows them; others take their second one along. */
const ONE_SYLLABLE = new Set(
  wordKeys(
    'xã phường ấp khóm thôn bản huyện tỉnh trường lớp vụ người hộ ha km m tấn tạ kg lít cuộc buổi em trẻ con căn ' +
      'cái bài tin đơn lượt giải suất ca đợt mẫu máy bộ tổ đoàn trạm chợ cầu tuyến điểm khu cụm lô đồng usd tour ' +
      'clip sao cây thửa phòng ban sở ngành chuyến vùng mã việc ý bản thẻ phiếu cột bể giếng tàu xe',
  ),
);

const FIGURE = /(?<![\p{L}\p{N}_]|[\p{L}\p{N}][.,-])\d+(?:[.,]\d+)*(?![\p{N}_])(\s*%)?/gu;

/** The figures of a text in their order: no dates, no years, no numbers of documents or items. */
export function figuresIn(text: string): Figure[] {
  const printed = [...text.matchAll(FIGURE)];
  const masked = printed.length === 0 ? [] : maskedSpans(text);
  return printed.flatMap(({ 0: found, 1: percent, index }) => {
    const end = index + found.length;
    const digits = percent === undefined ? found : found.slice(0, -percent.length);
    const value = parseNumber(percent === undefined ? digits : `${digits}%`);
    if (value === null || masked.some((span) => span.start < end && index < span.end)) return [];
    const isPercent = percent !== undefined;
    const unit = isPercent ? { scale: 1, words: [] } : unitAt(text, end);
    return [
      { value, decimals: decimalsOf(digits, value), isPercent, digits, unit, start: index, end },
    ];
  });
}

/** The value in its base unit, and what its last printed digit is worth. */
export function addendOf({ value, decimals, unit: { scale } }: Figure): Addend {
  return { value: value * scale, step: 10 ** -decimals * scale };
}

/** Whether two figures count the same things: «15 trường tiểu học» and «40 trường». */
export function isSameUnit(one: Unit, other: Unit): boolean {
  const [first, second] = one.words;
  const [otherFirst, otherSecond] = other.words;
  if (first === undefined || first !== otherFirst) return false;
  return ONE_SYLLABLE.has(first) || second === otherSecond;
}

export function isMoney({ words: [first] }: Unit): boolean {
  return first === 'đồng' || first === 'usd' || first === 'vnd';
}

/** A point is a decimal mark where it was read as one. */
function decimalsOf(digits: string, value: number): number {
  const [, tail = ''] = /[.,](\d+)$/u.exec(digits) ?? [];
  return digits.includes(',') || Number(digits) === value ? tail.length : 0;
}

const NEXT_WORD = /^[ \u00a0\n]*(\p{L}[\p{L}\p{M}]*)/u;

/** «5 nghìn tỷ đồng» has one word and is in nghìn × tỷ; «tỷ» alone is money as well. */
function unitAt(text: string, from: number): Unit {
  let scale = 1;
  const words: string[] = [];
  let rest = text.slice(from, from + 60);
  while (words.length < 2) {
    const [taken, word] = NEXT_WORD.exec(rest) ?? [];
    if (taken === undefined || word === undefined) break;
    const [key = ''] = wordKeys(word);
    const worth = words.length === 0 ? SCALE_OF.get(key) : undefined;
    if (worth === undefined) words.push(key);
    scale *= worth ?? 1;
    rest = rest.slice(taken.length);
  }
  const isBareMoney = words.length === 0 && scale >= 1e6;
  return { scale, words: isBareMoney ? ['đồng'] : words };
}
