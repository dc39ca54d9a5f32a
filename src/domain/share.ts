/** A percentage as printed. */
export interface PrintedPercent {
  /** In percent. */
  readonly value: number;
  /** How many digits stand after the decimal mark. */
  readonly decimals: number;
  /** «trên 97%», «gần 98%», «khoảng 16%»; null where it claims to be exact. */
  readonly approximation: 'above' | 'below' | 'about' | null;
}

export type ShareVerdict = 'right' | 'coarse' | 'truncated' | 'wrong';

/** What binary fractions may add to a comparison of printed decimals. */
const NOISE = 1e-9;

/** How far «khoảng» may be from the figure, in percentage points. */
const ABOUT = 1;

/** «gần 98%» is said of a figure close below it, in percentage points. */
const NEARLY = 5;

/** The part in percent of the whole; the whole must not be 0. */
export function percentOf(part: number, whole: number): number {
  return (part / whole) * 100;
}

/**
 * Whether a printed percentage follows from its figures: `right` within rounding, `coarse` within
 * rounding to whole percents, `truncated` where decimals were cut off, else `wrong`. Whole percents
 * that were cut off are wrong: they are off by up to one. Source: quirks.
 */
export function judgeShare(part: number, whole: number, printed: PrintedPercent): ShareVerdict {
  return judgePercent(percentOf(part, whole), printed);
}

/** The same for a percentage that was computed already. */
export function judgePercent(actual: number, printed: PrintedPercent): ShareVerdict {
  const { value, decimals, approximation } = printed;
  const noise = NOISE * Math.max(1, Math.abs(actual));
  const half = 0.5 * 10 ** -decimals + noise;
  const difference = actual - value;
  if (approximation !== null) return isNear(difference, half, approximation) ? 'right' : 'wrong';
  if (Math.abs(difference) <= half) {
    return decimals === 0 && Math.abs(difference) > noise ? 'coarse' : 'right';
  }
  return decimals > 0 && difference > 0 && difference < 10 ** -decimals ? 'truncated' : 'wrong';
}

function isNear(
  difference: number,
  half: number,
  approximation: 'above' | 'below' | 'about',
): boolean {
  if (approximation === 'about') return Math.abs(difference) <= ABOUT + half;
  if (approximation === 'above') return difference >= -half;
  return difference <= half && difference >= -NEARLY;
}

/** Rounded half up to the decimals, as Vietnamese papers print. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round((value + Math.sign(value) * NOISE) * scale) / scale;
}

/**
 * The whole number of things of which the count is the printed percentage, cut off instead of
 * rounded; null where one gives it rounded, or none gives it. Source: quirk Q-37.
 */
export function truncatedWhole(count: number, printed: PrintedPercent): number | null {
  const near = percentOf(count, printed.value);
  const wholes = [Math.floor(near) - 1, Math.floor(near), Math.ceil(near), Math.ceil(near) + 1];
  const possible = wholes.filter((whole) => whole > 0);
  const verdicts = possible.map((whole) => judgeShare(count, whole, printed));
  if (verdicts.includes('right')) return null;
  return possible[verdicts.indexOf('truncated')] ?? null;
}
