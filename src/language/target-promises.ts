import type { Bound } from './target-bounds.ts';
import type { Change } from './target-changes.ts';
import type { Quantity } from './target-quantities.ts';
import {
  findAt,
  findBefore,
  findWithin,
  type Span,
  type TargetText,
  type Wording,
  wording,
} from './target-text.ts';

interface Candidate {
  readonly text: TargetText;
  readonly clause: Span;
  readonly quantity: Quantity;
  readonly from: number;
  readonly bound: Bound | null;
  readonly change: Change | null;
}

/** How big a thing is, where it lies, whom it is for: told, not promised. */
const DESCRIBED = wording(
  '(?<!\\p{L})(?:quy mô|công suất|có (?:tổng )?(?:vốn|doanh thu|diện tích|quy mô|công suất)(?: đầu tư| đăng ký| điều lệ)?(?: từ)?|chiều dài|tổng chiều dài|dài|chiều rộng|rộng|tổng mức đầu tư|vốn điều lệ|dung tích|tải trọng|dân số|địa bàn(?!\\s*:)|bán kính|cách|sau|trước|trong vòng|suốt|hơn nửa)\\s*(?:là|của|khoảng|trên|hơn|gần|cả|:|\\s)*',
);
/** What was, with which the promise is compared. */
const EARLIER = wording(
  '(?:\\(\\s*(?:thực hiện\\s+|ước\\s+|ước thực hiện\\s+|kết quả\\s+)?(?:năm\\s+#+|năm trước|cùng kỳ[^()\\d]*)\\s*(?:là|đạt|:|ước)*\\s*|(?<!\\p{L})so với\\s+(?:mức\\s+|tỷ lệ\\s+)?)',
);
const OWNERSHIP = wording('\\s*vốn (?:nước ngoài|nhà nước|đầu tư nước ngoài|tư nhân)');
/** «trên 01 ha», «trên 10.000 dân»: what something else is measured by. */
const PER_ONE = wording('(?<!\\p{L})(?:trên|mỗi|cứ|bình quân)\\s+');
const INDEX = wording(
  '(?<!\\p{L})(?:chỉ số|hệ số|index|điểm|pci|papi|par|dti|hdi|ddci|sipas|gini|icor)(?!\\p{L})',
);
const LEVEL_WORD = wording('(?<!\\p{L})(?:đạt|bằng|là|mức|lên|còn|từ|:)[\\s(]*');

const NOT_PROMISED: readonly Wording[] = [DESCRIBED, EARLIER];

/** Whether a figure is a promise, and not the size of a thing, an earlier value, an age or a term. */
export function isPromised(candidate: Candidate): boolean {
  const { text, clause, quantity, from } = candidate;
  if (NOT_PROMISED.some((words) => findBefore(text, words, from, quantity.start))) return false;
  if (findAt(text, OWNERSHIP, quantity.end) && quantity.unit?.unit === '%') return false;
  if (isPerOne(candidate)) return false;
  if (quantity.unit === null) {
    return quantity.total === null && isIndex(text, { start: clause.start, end: quantity.start });
  }
  return hasReason(candidate);
}

function isPerOne({ text, from, quantity: { unit, value, start } }: Candidate): boolean {
  const isOne = value === 1 && unit?.kind === 'count';
  return (
    (isOne || /^d[âa]n$/u.test(String(unit?.unit))) &&
    findBefore(text, PER_ONE, from, start) !== null
  );
}

/** A bare figure is an index only where one is named and reached. */
function isIndex(text: TargetText, before: Span): boolean {
  const isNamed = findWithin(text, INDEX, before).length > 0;
  return isNamed && findBefore(text, LEVEL_WORD, before.start, before.end) !== null;
}

/** Terms and nouns that no list knows need a word that makes them a promise. */
function hasReason({ quantity, bound, change }: Candidate): boolean {
  if (quantity.unit?.kind === 'time') {
    return bound !== null || change === 'decrease' || change === 'downTo';
  }
  return quantity.unit?.isKnown === true || bound !== null || change !== null;
}
