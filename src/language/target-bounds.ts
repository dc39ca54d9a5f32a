import type { Comparison } from '../domain/target.ts';
import {
  findAt,
  findBefore,
  type Span,
  type TargetText,
  type Wording,
  wording,
} from './target-text.ts';

/** A comparison in words, and how far they reach around the figure. */
export interface Bound extends Span {
  readonly compare: Comparison;
}

/** Words that may stand between a comparison and its figure. */
const BETWEEN =
  '(?:\\s+(?:là|đạt|có|cho|thêm|từ|đến|khoảng|mức|ở mức|được|tỷ lệ|tăng|giảm|bằng|về|hạng|số))*[\\s:(“"]*';

const before = (words: string): Wording => wording(`(?<!\\p{L})(?:${words})${BETWEEN}`);

/** The longest phrase that ends before the figure wins; so «không dưới» is read before «dưới». */
const BEFORE: readonly (readonly [Comparison, Wording])[] = [
  [
    '≥',
    before(
      'ít nhất|tối thiểu|thấp nhất|không (?:dưới|thấp hơn|ít hơn|nhỏ hơn|kém hơn)|(?:bằng|tương đương) (?:hoặc|hay|và) (?:cao hơn|trên|lớn hơn|vượt|hơn)|đạt(?:,| và| hoặc| hay| -) vượt(?: mức)?|≥|>=',
    ),
  ],
  [
    '≤',
    before(
      'không (?:quá|vượt quá|vượt|cao hơn|nhiều hơn|lớn hơn|trên|để vượt)|tối đa|nhiều nhất|cao nhất|(?:bằng|tương đương) (?:hoặc|hay|và) (?:thấp hơn|dưới|nhỏ hơn)|≤|<=',
    ),
  ],
  ['>', before('trên|(?:(?:lớn|cao|nhiều) )?hơn|vượt(?: mức)?|>')],
  ['<', before('dưới|thấp hơn|ít hơn|nhỏ hơn|chưa đến|chưa tới|<')],
  ['=', before('(?<!mặt |công |đồng |cân |thăng |văn |tấm )bằng|đúng|=')],
];

/** «ít nhất mỗi xã có 01 mô hình»: the adverb may stand some words off. */
const FAR = wording('(?<!\\p{L})(?:(?<least>ít nhất|tối thiểu)|tối đa)(?:\\s+\\p{L}+){1,6}[\\s(]*');

const FROM = wording(
  '(?:(?<=(?:đạt|đạ|có|mức|hạng|điểm|tăng|giảm|chiếm|loại|phấn đấu|lệ|thêm|nhất|thiểu|quân|hơn|nâng|index|số|chí|kết quả)\\s+)|(?<=[(“"]\\s*))từ[\\s(]*',
);
const ANY_FROM = wording('(?<!\\p{L})từ[\\s(]*');
const UP = wording('[”"\\s]*trở lên');
const DOWN = wording('[”"\\s]*trở xuống');
const UP_FURTHER = wording('(?:\\s+\\p{L}+){1,6}?\\s+trở lên');
const OR_MORE = wording('\\s*(?:hoặc|hay) (?:cao|nhiều|lớn|hơn)(?:\\s+hơn)?');

/**
 * The comparison around a figure that starts at `start` and ends with its unit at `end`; looks back
 * no further than `from`. Null where no word says it.
 */
export function boundAround(text: TargetText, from: number, { start, end }: Span): Bound | null {
  const span = { start, end };
  const tail = trailing(text, from, span);
  const head = leading(text, from, start);
  if (tail !== null) return { ...tail, start: Math.min(tail.start, head?.start ?? start) };
  return head && { ...head, end };
}

function leading(text: TargetText, from: number, start: number): Omit<Bound, 'end'> | null {
  const named = BEFORE.flatMap(([compare, words]) => {
    const found = findBefore(text, words, from, start);
    return found === null ? [] : [{ compare, start: found.start }];
  });
  const [first] = named.sort((left, right) => left.start - right.start);
  return first ?? far(text, from, start) ?? lowest(text, from, start);
}

function far(text: TargetText, from: number, start: number): Omit<Bound, 'end'> | null {
  const found = findBefore(text, FAR, from, start);
  return found && { compare: found.groups['least'] === undefined ? '≤' : '≥', start: found.start };
}

/** «đạt từ 80%» names the lowest value, «từ 05 đơn vị» where something comes from. */
function lowest(text: TargetText, from: number, start: number): Omit<Bound, 'end'> | null {
  const found = findBefore(text, FROM, Math.max(0, from - 12), start);
  return found && { compare: '≥', start: found.start };
}

function trailing(text: TargetText, from: number, { start, end }: Span): Bound | null {
  const isFrom = findBefore(text, ANY_FROM, from, start);
  const first = isFrom?.start ?? start;
  const up =
    findAt(text, UP, end) ??
    findAt(text, OR_MORE, end) ??
    (isFrom && findAt(text, UP_FURTHER, end));
  if (up) return { compare: '≥', start: first, end: up.end };
  const down = findAt(text, DOWN, end);
  return down && { compare: '≤', start: first, end: down.end };
}
