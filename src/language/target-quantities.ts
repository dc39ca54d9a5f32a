import { parseNumber } from './numbers.ts';
import { type Found, findAll, findAt, type Span, type TargetText, wording } from './target-text.ts';
import { type FollowingUnit, unitAfter } from './target-units.ts';

/** A figure with what it counts, before anybody asks whether it is promised. */
export interface Quantity extends Span {
  readonly value: number;
  /** The upper end of «5 - 7», «80% - dưới 90%». */
  readonly high: number | null;
  readonly highCompare: '≤' | '<' | null;
  /** The n of «k/n». */
  readonly total: number | null;
  readonly unit: FollowingUnit | null;
  /** The figure may be a slip of the decimal sign. Source: domain notes 7.6. */
  readonly hasDecimalPoint: boolean;
}

const NUMBER = '(?:\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?)(?!\\d)';
const ONES = 'một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười';
/** Figures, and numbers in words behind «ít nhất»; never a part of a name: «E8A», «Covid-19». */
const FIGURE = wording(
  `(?=\\d)(?<!\\d[.,/+:-])(?<!\\p{L}[./+-])(?<![\\p{L}\\d#])(?<figure>${NUMBER})|(?<word>${ONES})(?=\\s)(?<=(?:ít nhất|tối thiểu|tối đa)\\s+(?:là\\s+|có\\s+|từ\\s+)?(?:${ONES}))`,
);
const ENDS = wording(
  `\\s*(?:-|–|—|đến|tới|đến\\s+tối đa|tới\\s+tối đa)\\s*(?<below>dưới\\s+)?(?<figure>${NUMBER})`,
);
const OF = wording(`\\s*/\\s*(?<figure>${NUMBER})`);

/** Every quantity of a text in order; a figure of an interval or a fraction is read once. */
export function quantitiesOf(text: TargetText): Quantity[] {
  const quantities: Quantity[] = [];
  for (const found of findAll(text, FIGURE)) {
    if (found.start < (quantities.at(-1)?.end ?? 0)) continue;
    const quantity = quantityAt(text, found);
    if (quantity !== null) quantities.push(quantity);
  }
  return quantities;
}

function quantityAt(text: TargetText, found: Found): Quantity | null {
  const { figure, word } = found.groups;
  if (figure === undefined) return inWords(text, found, String(word));
  return intervalAt(text, found) ?? fractionAt(text, found) ?? singleAt(text, found);
}

function singleAt(text: TargetText, { start, end, groups }: Found): Quantity | null {
  const unit = unitAfter(text, end);
  // «3D», «12A»: letters glued to a figure that are no unit.
  if (/^\p{L}/u.test(text.key.slice(end)) && !unit?.isKnown) return null;
  return quantity(start, unit?.end ?? end, String(groups['figure']), unit);
}

/** «từ 10% đến 15%», «05 - 07 mô hình», «80% - dưới 90%». */
function intervalAt(text: TargetText, { start, end, groups }: Found): Quantity | null {
  const first = unitAfter(text, end);
  const found = findAt(text, ENDS, end) ?? (first && findAt(text, ENDS, first.end));
  if (!found) return null;
  const unit = unitAfter(text, found.end);
  const low = quantity(start, unit?.end ?? found.end, String(groups['figure']), unit);
  const isMixed = first !== null && first.baseUnit !== unit?.baseUnit;
  const high = figureValue(String(found.groups['figure']), unit);
  if (isMixed || unit === null || high <= low.value) return null;
  return { ...low, high, highCompare: found.groups['below'] === undefined ? '≤' : '<' };
}

/** «24/25 chỉ tiêu»; a fraction of nothing may be a day. Source: domain notes 7.7. */
function fractionAt(text: TargetText, { start, end, groups }: Found): Quantity | null {
  const found = findAt(text, OF, end);
  if (found === null) return null;
  const unit = unitAfter(text, found.end);
  const part = quantity(start, unit?.end ?? found.end, String(groups['figure']), unit);
  return { ...part, total: figureValue(String(found.groups['figure']), unit) };
}

function inWords(text: TargetText, { start, end }: Found, word: string): Quantity | null {
  const unit = unitAfter(text, end);
  if (!unit?.isKnown) return null;
  const value = ONES_VALUES.findIndex((each) => each.includes(word)) + 1;
  return quantity(start, unit.end, String(value), unit);
}

const ONES_VALUES = ONES.split('|').map((word) => [
  word,
  word.normalize('NFD').replace(/\p{M}/gu, ''),
]);

function quantity(
  start: number,
  end: number,
  figure: string,
  unit: FollowingUnit | null,
): Quantity {
  return {
    start,
    end,
    value: figureValue(figure, unit),
    high: null,
    highCompare: null,
    total: null,
    unit,
    hasDecimalPoint: unit?.unit === '%' && figure.includes('.') && !figure.includes(','),
  };
}

/** In the printed unit, words of number worked in: «3,8 triệu lượt» is 3.800.000 lượt. */
function figureValue(figure: string, unit: FollowingUnit | null): number {
  const percent = unit?.unit === '%' ? '%' : '';
  const value = Number(parseNumber(`${figure}${percent}`));
  return rounded(value * (unit?.multiplier ?? 1));
}

/** Decimal figures times a power of ten leave noise in the last digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(15));
}
