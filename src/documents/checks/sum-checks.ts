import { type Observation, observe } from '../../domain/finding.ts';
import { type Addend, judgeHundred, judgeSum, sumOf } from '../../domain/sum.ts';
import { type Breakdown, breakdownsIn, subsetListsIn } from '../../language/breakdowns.ts';
import type { Quantity, Reading } from '../../language/quantities.ts';
import { percentGroupsIn, shareGroupsIn } from '../../language/share-groups.ts';

/** An observation with the line of the text that it is about, counted from 0. */
export interface LineObservation {
  readonly line: number;
  readonly observation: Observation;
}

/** Shares of one whole against it, within and across lines. Source: quirk Q-34. */
export function checkShareGroups(lines: readonly Reading[]): LineObservation[] {
  return shareGroupsIn(lines).flatMap(({ parts, whole, isApart, isWhole, line }) => {
    const verdict = judgeSum(parts, whole);
    const isWrong = (verdict === 'over' && isApart) || (verdict === 'short' && isWhole);
    if (!isWrong) return [];
    return [{ line, observation: observe('sharesNotWhole', sumData(parts, whole)) }];
  });
}

/** Parts against the total told before them. Source: quirks. */
export function checkBreakdowns(reading: Reading): Observation[] {
  return breakdownsIn(reading).flatMap((breakdown) => {
    const parts = breakdown.parts.map(({ count }) => count);
    const { total } = breakdown;
    const wholes = [total.count, ...(total.whole === null ? [] : [total.whole])];
    const verdicts = wholes.map((whole) => judgeSum(parts, whole));
    if (verdicts.includes('equal')) return [];
    const level = levelOf(breakdown, verdicts[0] === 'over');
    return level === null
      ? []
      : [observe('partsNotTotal', sumData(parts, total.count, total.unit.scale), level)];
  });
}

/** Null where parts may be some only; a note where they may overlap. */
function levelOf(breakdown: Breakdown, isOver: boolean): 'note' | 'confirm' | null {
  const { total, parts, isWhole, isApart } = breakdown;
  if (parts.length > 1 && wholesAdd(total, parts)) return 'confirm';
  if (!isOver) return isWhole && parts.length > 1 ? 'confirm' : null;
  const isLarger = parts.some(({ count }) => count.value > total.count.value);
  return isWhole || isApart || isLarger ? 'confirm' : 'note';
}

/** The wholes of the parts make the total's whole, so the parts must make its part. */
function wholesAdd({ whole }: Quantity, parts: readonly Quantity[]): boolean {
  const wholes = parts.flatMap((part) => (part.whole === null ? [] : [part.whole]));
  return whole !== null && wholes.length === parts.length && judgeSum(wholes, whole) === 'equal';
}

/** A list that breaks down the subset told between it and the total: no error. Source: quirk Q-38. */
export function checkSubsetLists(reading: Reading): Observation[] {
  return subsetListsIn(reading).flatMap(({ total, subset, parts }) => {
    const sum = parts.reduce((all, part) => all + part, 0);
    if (sum !== subset.count.value) return [];
    return [observe('partsOfSubset', { parts, sum, subset: sum, total: total.count.value })];
  });
}

const NEARLY_ALL = 95;

/** Percentages of one whole against 100. Source: quirk Q-54. */
export function checkPercentGroups(reading: Reading): Observation[] {
  return percentGroupsIn(reading).flatMap(({ percents, isWhole }) => {
    const verdict = judgeHundred(percents);
    const isTold = isWhole || verdict === 'over' || sumOf(percents) >= NEARLY_ALL;
    if (verdict === 'equal' || !isTold) return [];
    return [observe('percentsNotHundred', sumData(percents, { value: 100, step: 1 }))];
  });
}

/** In the printed unit, without the noise of binary fractions. */
function sumData(parts: readonly Addend[], total: Addend, scale = 1) {
  const inUnit = (value: number) => Number((value / scale).toPrecision(12));
  return {
    parts: parts.map(({ value }) => inUnit(value)),
    sum: inUnit(sumOf(parts)),
    total: inUnit(total.value),
  };
}
