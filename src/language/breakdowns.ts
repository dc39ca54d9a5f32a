import type { Span } from './figure-masks.ts';
import { isMoney, isSameUnit } from './figures.ts';
import { isChange } from './percent-links.ts';
import type { Quantity, Reading } from './quantities.ts';
import { textBefore } from './sentences.ts';

/** A total and the parts that the text gives of it. */
export interface Breakdown extends Span {
  readonly total: Quantity;
  /** At least one; all in the total's unit. */
  readonly parts: readonly Quantity[];
  /** The parts are said to be all: «gồm», or one of them is what remains. */
  readonly isWhole: boolean;
  /** Parts that cannot overlap: money, or what remains. */
  readonly isApart: boolean;
}

const MARKER =
  /(?<!\p{L})(?:trong đó|trong số đó|gồm có|bao gồm|gồm|chia ra|chia thành)(?:\s+(?:có|là|các|được))?(?!\p{L})\s*:?|:(?<=(?<!\p{L})tổng[^;:\n]{0,80}\d[^;:\n]{0,40}:)/giu;
const OTHERS = /(?<!\p{L})(?:khác|v\.v|\.\.\.|…)/iu;
const REMAINING = /(?<!\p{L})còn(?:\s+lại)?\s*(?:là|có)?[\s:]*$/iu;
/** «còn lại là:» and no more. */
const NEAR = 30;
const BULLET = /^\s*[-–+•*]/u;

/** The breakdowns of a paragraph or a result: «Trong đó …», «gồm …». */
export function breakdownsIn({ text, quantities }: Reading): Breakdown[] {
  const markers = [...text.matchAll(MARKER)];
  return markers.flatMap((marker, index) => {
    const start = marker.index + marker[0].length;
    const next = markers[index + 1]?.index ?? text.length;
    const end = Math.min(scopeEnd(text, start, marker[0].trimEnd().endsWith(':')), next);
    const total = totalBefore(text, marker.index, quantities);
    if (total === undefined) return [];
    const parts = partsBetween(text, start, end, total, quantities);
    if (parts.length === 0) return [];
    const isConsisting = /gồm|chia/iu.test(marker[0]);
    const hasRest = parts.some((part) => isRemainder(text, part));
    const isWhole = (isConsisting && !OTHERS.test(text.slice(start, end))) || hasRest;
    return [{ total, parts, isWhole, isApart: hasRest || isMoney(total.unit), start, end }];
  });
}

/** The last quantity before the marker in the same sentence or the one before. */
function totalBefore(
  text: string,
  marker: number,
  quantities: readonly Quantity[],
): Quantity | undefined {
  const before = textBefore(text, marker);
  const from =
    marker - before.length + before.replace(/[.\n]\s*$/u, ' ').search(/[^.\n]*(?:\.\d[^.\n]*)*$/u);
  const near = quantities.filter(({ start, end }) => start >= from && end <= marker);
  return near.filter(({ start }) => !isChange(textBefore(text, start))).at(-1);
}

/** To the closing bracket, through a list of bullets, or to the sentence's end. */
function scopeEnd(text: string, start: number, hasColon: boolean): number {
  const rest = text.slice(start);
  const isBracketed = /\([^)]*$/u.test(textBefore(text, start));
  if (isBracketed) return start + rest.search(/\)|$/u);
  if (hasColon && /^\s*\n/u.test(rest)) return start + listLength(rest);
  return start + rest.search(/\.(?=\s|$)|\n|$/u);
}

function listLength(rest: string): number {
  const lines = [...rest.split('\n'), ''];
  const after = lines.findIndex((line, index) => index > 0 && !BULLET.test(line));
  return lines.slice(0, after).join('\n').length;
}

function partsBetween(
  text: string,
  start: number,
  end: number,
  total: Quantity,
  quantities: readonly Quantity[],
): Quantity[] {
  const inner = [...text.slice(start, end).matchAll(/\([^()]*\)/gu)].map(({ 0: found, index }) => ({
    start: start + index,
    end: start + index + found.length,
  }));
  return quantities.filter(
    (part) =>
      part.start >= start &&
      part.end <= end &&
      isSameUnit(part.unit, total.unit) &&
      !isChange(textBefore(text, part.start)) &&
      !inner.some((bracket) => bracket.start < part.start && part.end < bracket.end),
  );
}

/** «còn lại 64 trạm». */
export function isRemainder(text: string, { start }: Span): boolean {
  return REMAINING.test(textBefore(text, start, NEAR));
}

/** A subset of a total, and the list after it that breaks down one of the two. */
export interface SubsetList extends Span {
  readonly total: Quantity;
  readonly subset: Quantity;
  /** At least three. */
  readonly parts: readonly number[];
}

const EACH = /(?<!\p{L})mỗi\s+[^,;.\d]{0,40}$/iu;

/** Lists after «Có 19 thí sinh. Trong đó có 18 …»: of the 19 or of the 18? Source: quirk Q-38. */
export function subsetListsIn(reading: Reading): SubsetList[] {
  const { text, quantities } = reading;
  return breakdownsIn(reading).flatMap(({ total, parts, end }) => {
    const [subset] = parts;
    if (subset === undefined || parts.length > 1 || subset.count.value >= total.count.value)
      return [];
    const listed = quantities.filter(
      (part) => part.start >= end && part.whole === null && isSameUnit(part.unit, subset.unit),
    );
    if (listed.length < 3) return [];
    return [
      {
        total,
        subset,
        parts: listed.flatMap((part) => timesEach(text, part)),
        start: total.start,
        end,
      },
    ];
  });
}

/** «A; B; C, mỗi đơn vị có 1 thí sinh» counts three times. */
function timesEach(text: string, part: Quantity): number[] {
  const before = textBefore(text, part.start);
  const sentence = before.slice(before.search(/[^.\n]*$/u));
  const each = EACH.exec(sentence);
  if (each === null) return [part.count.value];
  const named = sentence.slice(0, each.index).split(/[;,]/u);
  return named.filter((name) => name.trim() !== '').map(() => part.count.value);
}
