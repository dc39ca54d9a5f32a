import type { Addend } from '../domain/sum.ts';
import type { Span } from './figure-masks.ts';
import { addendOf, type Figure, isSameUnit, type Unit } from './figures.ts';

/** «62/63 hồ sơ», «5 trong số 9 nội dung»: k of n. */
export interface Ratio extends Span {
  readonly part: Addend;
  readonly whole: Addend;
  /** Of the whole, which holds for the part where that has none. */
  readonly unit: Unit;
  readonly figures: readonly [Figure, Figure];
}

const SLASH = /^(?:\s*\p{L}[\p{L}\s]{0,40}[23²³]?)?\s*\/\s*$/u;

/** «xếp hạng 12/63 tỉnh» is a place, not a part. */
const RANK = /(?<!\p{L})(?:hạng|thứ|vị trí)(?:\s+(?:thứ|là|số))?\s*$/iu;
const OUT_OF = /^(?:\s+[\p{L}\s]{0,40}?)?\s*(?:(?:trong|trên|\/)\s*(?:tổng\s+)?số\s*(?:là\s+)?)$/iu;
const ABOVE = /^\s*(?:[\p{L}\s]{0,30}?\s)?trên\s+$/iu;

/** The ratios of a text in order. A ratio of two years («72/73 vụ») is one too: only a percentage makes it a share. */
export function ratiosIn(text: string, figures: readonly Figure[]): Ratio[] {
  return figures.flatMap((part, index) => {
    const whole = figures[index + 1];
    if (whole === undefined || !isRatio(text, part, whole)) return [];
    return [ratioOf(part, whole)];
  });
}

function isRatio(text: string, part: Figure, whole: Figure): boolean {
  if (part.isPercent || whole.isPercent || whole.value === 0) return false;
  const before = text.slice(Math.max(0, part.start - 20), part.start);
  if (RANK.test(before) || /\/\s*$/u.test(before) || /^\/\s*\d/u.test(text.slice(whole.end))) {
    return false;
  }
  const between = text.slice(part.end, whole.start);
  const isOneKind = part.unit.words.length === 0 || isSameUnit(part.unit, whole.unit);
  if (SLASH.test(between)) return isOneKind || whole.unit.words.length === 0;
  if (OUT_OF.test(between)) return true;
  return ABOVE.test(between) && (isOneKind || /^\s*trên/iu.test(between));
}

/** A unit printed on one side holds for both. */
function ratioOf(part: Figure, whole: Figure): Ratio {
  const partUnit = hasUnit(part) ? part.unit : whole.unit;
  const wholeUnit = hasUnit(whole) ? whole.unit : part.unit;
  return {
    part: addendOf({ ...part, unit: partUnit }),
    whole: addendOf({ ...whole, unit: wholeUnit }),
    unit: wholeUnit,
    figures: [part, whole],
    start: part.start,
    end: whole.end,
  };
}

function hasUnit({ unit }: Figure): boolean {
  return unit.words.length > 0 || unit.scale > 1;
}
