/** How a value must stand to the target's. */
export type Comparison = '≥' | '≤' | '>' | '<' | '=';

/**
 * How a target is tracked. Source: product notes 1.7; the examples are of the rules named.
 * - `count` so many things (T01, T03), `increment` so many more than before (T02),
 * - `percent` a level (T04, T05, T09, T18), `money` (T06), `points` (T08), `ratio` per head or area (T19),
 * - `rank` a place, where 1 is best (T12), `band` a class with or without its limits (T13),
 * - `interval` a level between two values (T17), `decreaseBy` a fall of so much (T15),
 * - `relative` better than somebody or some year, without a figure (T10, T11),
 * - `zeroEvent` something that must not happen (T16), `allOnTime` every task by its day (T21),
 * - `bundle` so many indicators of a list (T22), `delegated` a value that another paper gives (T23),
 * - `milestone` a thing by a day (T24).
 */
export type TargetKind =
  | 'count'
  | 'increment'
  | 'percent'
  | 'money'
  | 'points'
  | 'ratio'
  | 'rank'
  | 'band'
  | 'interval'
  | 'decreaseBy'
  | 'relative'
  | 'zeroEvent'
  | 'allOnTime'
  | 'bundle'
  | 'delegated'
  | 'milestone';

/** What a change or a comparison counts from. */
export interface TargetBaseline {
  /**
   * `lastYear` is any earlier time; `start` the level named in «từ 60% lên 65%»; `whole` what a share
   * is taken of: «so với GRDP».
   */
  readonly kind: 'lastYear' | 'peer' | 'plan' | 'start' | 'whole';
  /** Null where the text names none. */
  readonly value: number | null;
  readonly asPrinted: string;
}

/**
 * What a person must settle before the target can be tracked.
 * - `percentOrPoints`: a rate changes by a share of itself or by percentage points.
 * - `valueMissing`: another paper gives the value. - `decimalPoint`: «1.37%» may be a slip.
 * - `approximate`: «khoảng», «gần».
 */
export type TargetDoubt = 'percentOrPoints' | 'valueMissing' | 'decimalPoint' | 'approximate';

/** What values are counted in; `scale` units of `base` make one. */
export interface Measure {
  readonly unit: string | null;
  /** 1.000.000.000 for «tỷ đồng», 1 where nothing is converted. */
  readonly scale: number;
  /** The unit to which those of one family are brought: «đồng», «usd»; null without a unit. */
  readonly baseUnit: string | null;
}

export interface Target extends Measure {
  readonly kind: TargetKind;
  /** The figure in `unit`; the lower one of an interval; 0 for `zeroEvent`; null where none is named. */
  readonly value: number | null;
  readonly compare: Comparison;
  /** False where no word of comparison is printed and the kind decides. */
  readonly isCompareStated: boolean;
  /** The upper end of an interval or a band. */
  readonly high: number | null;
  readonly highCompare: '≤' | '<' | null;
  /** The n of «k/n». */
  readonly total: number | null;
  readonly direction: 'higherBetter' | 'lowerBetter';
  /** The name of a band: «nhóm B». */
  readonly label: string | null;
  readonly baseline: TargetBaseline | null;
  /** What else is said of the things counted, as printed: «được công nhận đạt 3 sao trở lên». */
  readonly qualifier: string | null;
  /** On what the target depends, as printed: «nếu có giao vốn». Source: rule R21. */
  readonly condition: string | null;
  /** A part of the target before it: «trong đó, có 02 …». */
  readonly isPart: boolean;
  readonly doubts: readonly TargetDoubt[];
  readonly asPrinted: string;
  /** Where `asPrinted` stands in the text's NFC form; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Whether a reported value meets a target: the achieved level, or how much was gained or cut for a
 * change. Null where nobody can say: no value, or other units. Money is converted within a
 * currency, never across two. Source: rule T06.
 */
export function isReached(
  target: Target,
  reported: { readonly value: number } & Measure,
): boolean | null {
  if (target.value === null || reported.baseUnit !== target.baseUnit) return null;
  const amount = reported.value * reported.scale;
  const reachesLow = holds(amount, target.compare, target.value * target.scale);
  if (target.high === null || target.highCompare === null) return reachesLow;
  return reachesLow && holds(amount, target.highCompare, target.high * target.scale);
}

/** Decimal figures times a scale differ in the last bits. */
const PRECISION = 1e-9;

function holds(amount: number, compare: Comparison, bound: number): boolean {
  const isSame = Math.abs(amount - bound) <= PRECISION * Math.abs(bound);
  if (compare === '=') return isSame;
  if (compare === '≥') return isSame || amount > bound;
  if (compare === '≤') return isSame || amount < bound;
  return !isSame && (compare === '>' ? amount > bound : amount < bound);
}
