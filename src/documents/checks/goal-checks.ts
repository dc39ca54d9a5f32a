import { type Observation, observe } from '../../domain/finding.ts';
import {
  judgePercent,
  judgeShare,
  type PrintedPercent,
  percentOf,
  roundTo,
} from '../../domain/share.ts';
import { countSharesIn } from '../../language/count-shares.ts';
import { isMoney, type Unit } from '../../language/figures.ts';
import { type Excess, excessesIn, goalFor, thresholdIn } from '../../language/goals.ts';
import type { Reading } from '../../language/quantities.ts';
import { sharesIn } from '../../language/shares.ts';
import { shareData } from './share-checks.ts';

/** Percentages of a result against the figures that its item sets. Source: quirks. */
export function checkAgainstItem(result: Reading, item: Reading): Observation[] {
  return [...checkCounts(result, item), ...checkWholes(result, item)];
}

/** «3.350 tỷ đồng đạt 21,8% so dự toán», where the item sets the estimate. */
function checkCounts(result: Reading, item: Reading): Observation[] {
  return countSharesIn(result).flatMap(({ quantity, percent, context }) => {
    if (context === 'ofOther') return [];
    const goal = goalFor(quantity, result, item);
    const isNamed = context === 'ofPlan' || isMoney(quantity.unit);
    return goal === null || !isNamed
      ? []
      : mismatch(quantity.count.value, goal, percent, quantity.unit);
  });
}

/** «3.350/15.367 tỷ đồng, đạt 21,8% dự toán», where the item sets another one. */
function checkWholes(result: Reading, item: Reading): Observation[] {
  return sharesIn(result).flatMap(({ part, whole, percent, isOfPlan, unit, start }) => {
    const quantity = result.quantities.find((each) => each.start === start);
    if (quantity === undefined || !(isOfPlan || isMoney(unit))) return [];
    const goal = goalFor(quantity, result, item);
    if (goal === null || goal === whole.value) return [];
    const isRight = judgeShare(part.value, whole.value, percent) !== 'wrong';
    return isRight ? mismatch(part.value, goal, percent, unit) : [];
  });
}

function mismatch(part: number, goal: number, percent: PrintedPercent, unit: Unit): Observation[] {
  if (judgeShare(part, goal, percent) !== 'wrong') return [];
  const impliedWhole = roundTo(percentOf(part, percent.value) / unit.scale, 0);
  return [
    observe('denominatorMismatch', { ...shareData(part, goal, percent, unit), impliedWhole }),
  ];
}

/**
 * Excesses over a threshold: printed beside them, else the only percentage of the item, else the
 * plan's 100. In points or in percent of it, either may be meant. Source: quirk Q-31.
 */
export function checkExcesses(reading: Reading, item: Reading | null): Observation[] {
  return excessesIn(reading).flatMap((excess) => {
    const threshold = excess.threshold ?? (item === null ? null : thresholdIn(item));
    const known = threshold ?? (excess.isOfPlan ? 100 : null);
    return known === null || isExcess(excess, known) ? [] : [excessWrong(excess, known)];
  });
}

function isExcess({ level, excess, threshold }: Excess, known: number): boolean {
  const possible = [
    level - known,
    percentOf(level, known) - 100,
    ...(threshold === null ? [level - 100] : []),
  ];
  const printed = { ...excess, approximation: null };
  return possible.some((each) => judgePercent(Math.abs(each), printed) !== 'wrong');
}

function excessWrong({ level, excess }: Excess, threshold: number): Observation {
  const expected = roundTo(Math.abs(level - threshold), 2);
  return observe('excessWrong', { level, threshold, printed: excess.value, expected });
}
