import { type Observation, observe, type ShareData } from '../../domain/finding.ts';
import {
  judgePercent,
  judgeShare,
  type PrintedPercent,
  percentOf,
  roundTo,
  truncatedWhole,
} from '../../domain/share.ts';
import { countSharesIn, subsetSharesIn, type Totalled } from '../../language/count-shares.ts';
import { isMoney, type Unit } from '../../language/figures.ts';
import type { Reading } from '../../language/quantities.ts';
import { type StatedShare, sharesIn } from '../../language/shares.ts';

const LEAST_DECIMALS = 2;

/** One point before three digits: thousands by the rule, decimals by a slip. */
const POINTED = /^\d{1,3}\.\d{3}$/u;

/** Whether every «a/b, đạt p%» of a text adds up. Source: quirks. */
export function checkShares(reading: Reading): Observation[] {
  return sharesIn(reading).flatMap(checkShare);
}

function checkShare({ part, whole, percent, figures, unit }: StatedShare): Observation[] {
  const verdict = judgeShare(part.value, whole.value, percent);
  const data = shareData(part.value, whole.value, percent, unit);
  switch (verdict) {
    case 'right':
      return [];
    case 'coarse':
      return [observe('percentCoarse', data)];
    case 'truncated':
      return [observe('percentTruncated', data)];
    case 'wrong':
      return [
        observe(
          isSlip(part.value, whole.value, percent, figures) ? 'separatorDoubtful' : 'percentWrong',
          data,
        ),
      ];
  }
}

/** Whether it adds up once the point of one figure is a decimal mark. */
function isSlip(
  part: number,
  whole: number,
  percent: PrintedPercent,
  figures: StatedShare['figures'],
): boolean {
  const [top, bottom] = figures.map(({ digits }) => POINTED.test(digits));
  return (
    (top === true && judgeShare(part / 1000, whole, percent) === 'right') ||
    (bottom === true && judgeShare(part, whole / 1000, percent) === 'right')
  );
}

/** Shares of a total told before, which none of the totals gives. Source: quirk Q-36. */
export function checkSubsetShares(reading: Reading): Observation[] {
  return subsetSharesIn(reading).flatMap(({ quantity, percent, totals, meant }) => {
    const part = quantity.count.value;
    if (totals.some((total) => gives(total, part, percent))) return [];
    const impliedWhole = roundTo(percentOf(part, percent.value) / quantity.unit.scale, 0);
    const data = { ...shareData(part, meant, percent, quantity.unit), impliedWhole };
    return [observe('shareOfNoTotal', data)];
  });
}

/** A total that is itself p% of a larger one may have lent its own whole. */
function gives({ count, ownPercent }: Totalled, part: number, percent: PrintedPercent): boolean {
  if (judgeShare(part, count, percent) !== 'wrong') return true;
  if (ownPercent === null) return false;
  const actual = (part / count) * ownPercent.value;
  const spread = (part / count) * 0.5 * 10 ** -ownPercent.decimals;
  return [actual - spread, actual, actual + spread].some(
    (each) => judgePercent(each, percent) !== 'wrong',
  );
}

/** Counts of a plan that is not told: whether some whole number gives the percentage. Source: quirk Q-37. */
export function checkHiddenWholes(reading: Reading): Observation[] {
  return countSharesIn(reading).flatMap(
    ({ quantity: { count, unit, figure }, percent, context }) => {
      const isCount = figure.decimals === 0 && unit.scale === 1 && !isMoney(unit);
      if (!isCount || context !== 'ofPlan' || percent.decimals < LEAST_DECIMALS) return [];
      const whole = truncatedWhole(count.value, percent);
      if (whole === null) return [];
      return [observe('percentTruncated', shareData(count.value, whole, percent, unit))];
    },
  );
}

/** The numbers of a share in its printed unit, the expected percentage with two decimals at least. */
export function shareData(
  part: number,
  whole: number,
  { value, decimals }: PrintedPercent,
  { scale }: Unit,
): ShareData {
  const expected = roundTo(percentOf(part, whole), Math.max(LEAST_DECIMALS, decimals));
  return { part: inUnit(part, scale), whole: inUnit(whole, scale), printed: value, expected };
}

/** Without the noise of binary fractions. */
function inUnit(value: number, scale: number): number {
  return Number((value / scale).toPrecision(12));
}
