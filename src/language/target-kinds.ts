import type { Comparison, TargetBaseline, TargetKind } from '../domain/target.ts';
import type { Bound } from './target-bounds.ts';
import { type Change, isUnwanted } from './target-changes.ts';
import type { Quantity } from './target-quantities.ts';
import {
  findAt,
  findBefore,
  findWithin,
  type Span,
  type TargetText,
  wording,
} from './target-text.ts';

/** A quantity with the words around it that make it a target. */
export interface Reading {
  readonly text: TargetText;
  readonly clause: Span;
  readonly quantity: Quantity;
  /** Where the quantity before ended, or the clause began. */
  readonly from: number;
  readonly bound: Bound | null;
  readonly change: Change | null;
  readonly baseline: TargetBaseline | null;
}

const REACHED = wording('(?<!\\p{L})(?:đạt|vượt|hoàn thành)(?!\\p{L})');
/** «vượt 5% so với dự toán», not «đạt và vượt 18 chỉ tiêu». */
const EXCEEDS = wording('(?<!và |hoặc |, )(?<!\\p{L})vượt(?: mức| thu)?(?: trên| ít nhất)?\\s*');
const LISTED = /^(?:chỉ tiêu|tiêu chí|chi tieu|tieu chi)/u;

/** How a figure is tracked, by its verb first, then by its unit. */
export function kindOf(reading: Reading): TargetKind {
  const { quantity, change } = reading;
  if (change === 'decrease') return 'decreaseBy';
  if (change === 'increase' || quantity.unit?.kind === 'places' || exceedsPlan(reading)) {
    return 'increment';
  }
  return quantity.high === null ? kindByUnit(reading) : 'interval';
}

function kindByUnit({ text, clause, quantity, from }: Reading): TargetKind {
  const { unit, start, value } = quantity;
  if (unit === null) return 'points';
  if (unit.unit === '%' && value === 100 && findWithin(text, ON_TIME, clause).length > 0) {
    return 'allOnTime';
  }
  const isListed = LISTED.test(String(unit.baseUnit));
  if (isListed && findWithin(text, REACHED, { start: from, end: start }).length > 0)
    return 'bundle';
  return unit.kind === 'time' || unit.kind === 'places' ? 'count' : unit.kind;
}

const ON_TIME = wording(
  '(?<!\\p{L})(?:đúng|trước|không (?:trễ|quá|chậm)|trong)\\s+(?:(?:và |hoặc |, )trước\\s+)?(?:thời\\s+)?(?:hạn|gian quy định|tiến độ)(?!\\p{L})',
);

function exceedsPlan({ text, quantity, from, baseline }: Reading): boolean {
  return baseline?.kind === 'plan' && findBefore(text, EXCEEDS, from, quantity.start) !== null;
}

const OF_PLAN = wording('\\s*(?:so với\\s+)?(?:dự toán|chỉ tiêu|kế hoạch(?! vốn))');

/**
 * The printed comparison. Where none is printed, more than was promised keeps the promise, less where
 * less is wanted; only of all there is, nothing is above. Source: product notes 1.7, quirk Q-32.
 */
export function compareOf(kind: TargetKind, reading: Reading): Comparison {
  const { bound, quantity } = reading;
  if (quantity.high !== null || exceedsPlan(reading)) return '≥';
  if (bound !== null) return bound.compare;
  if (reading.change === 'downTo' || (kind !== 'decreaseBy' && isLowWanted(reading))) return '≤';
  return isAllOfIt(reading) ? '=' : '≥';
}

/** «100%», but not of a plan, which may be passed. */
function isAllOfIt({ text, quantity: { unit, value, end } }: Reading): boolean {
  return unit?.unit === '%' && value === 100 && findAt(text, OF_PLAN, end) === null;
}

/** Whether less of it is better: «còn», or a rate that nobody wants. */
export function isLowWanted({ text, quantity, from, change }: Reading): boolean {
  return change === 'downTo' || isUnwanted(text, { start: from, end: quantity.start });
}
