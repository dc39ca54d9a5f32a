import type { Target, TargetDoubt, TargetKind } from '../domain/target.ts';
import { boundAround } from './target-bounds.ts';
import {
  baselineIn,
  type Change,
  changeBefore,
  isRate,
  startBefore,
  verbBefore,
} from './target-changes.ts';
import { type Draft, draft } from './target-drafts.ts';
import { compareOf, isLowWanted, kindOf, type Reading } from './target-kinds.ts';
import { isPromised } from './target-promises.ts';
import { type Quantity, quantitiesOf } from './target-quantities.ts';
import { findBefore, type Span, type TargetText, wording } from './target-text.ts';

/** Every figure of a text that is promised, in order. Source: rules T01-T09, T14, T15, T17-T22. */
export function figureTargets(text: TargetText): Draft[] {
  const quantities = quantitiesOf(text);
  return text.clauses.flatMap((clause) => {
    const inside = quantities.filter(({ start }) => clause.start <= start && start < clause.end);
    return targetsOf(text, clause, inside);
  });
}

function targetsOf(text: TargetText, clause: Span, quantities: readonly Quantity[]): Draft[] {
  const drafts: Draft[] = [];
  let change: Change | null = null;
  for (const [index, quantity] of quantities.entries()) {
    const from = quantities[index - 1]?.end ?? clause.start;
    const next = quantities[index + 1]?.start ?? clause.end;
    const start = startBefore(text, { start: clause.start, end: quantity.start });
    // A verb reaches over a list: «giảm 5% số vụ, 10% số người chết».
    change = changeBefore(text, { start: from, end: quantity.start }) ?? change;
    const bound = boundAround(text, from, quantity);
    const baseline = start?.baseline ?? baselineAround(text, { start: from, end: next }, quantity);
    const reading = { text, clause, quantity, from, change, bound, baseline };
    // «từ 60% lên 65%»: the level that it starts from is no target.
    if (start !== null && Number(drafts.at(-1)?.end) > start.start) drafts.pop();
    if (isPromised(reading)) drafts.push(targetOf(reading));
  }
  return drafts;
}

/** After the figure; before it only where no other figure can have it. */
function baselineAround(text: TargetText, { start, end }: Span, quantity: Quantity) {
  const after = baselineIn(text, { start: quantity.end, end });
  return after ?? baselineIn(text, { start, end: quantity.start });
}

const RANGE = wording('(?<!\\p{L})từ\\s+');

function targetOf(reading: Reading): Draft {
  const { text, quantity, bound, baseline } = reading;
  const kind = kindOf(reading);
  const compare = compareOf(kind, reading);
  const isLow = compare === '≤' || compare === '<' || kind === 'decreaseBy' || isLowWanted(reading);
  return draft(text, spanOf(reading), {
    kind,
    value: quantity.value,
    compare,
    isCompareStated: bound !== null || quantity.high !== null,
    high: quantity.high,
    highCompare: quantity.highCompare,
    total: quantity.total,
    ...measureOf(quantity),
    direction: isLow ? 'lowerBetter' : 'higherBetter',
    baseline,
    doubts: doubtsOf(kind, reading),
  });
}

/** With the words of comparison and the verb of change right before them. */
function spanOf({ text, quantity, bound, from }: Reading): Span {
  const first = Math.min(quantity.start, bound?.start ?? quantity.start);
  const range = quantity.high === null ? null : findBefore(text, RANGE, from, first);
  const start = range?.start ?? first;
  return {
    start: verbBefore(text, from, start)?.start ?? start,
    end: Math.max(quantity.end, bound?.end ?? quantity.end),
  };
}

function measureOf({ unit }: Quantity): Pick<Target, 'unit' | 'scale' | 'baseUnit'> {
  if (unit === null) return { unit: null, scale: 1, baseUnit: null };
  return { unit: unit.unit, scale: unit.scale, baseUnit: unit.baseUnit };
}

function isShare({ unit }: Quantity): boolean {
  return unit?.unit === '%' || unit?.unit === '‰';
}

const ABOUT = wording('(?<!\\p{L})(?:khoảng|gần|xấp xỉ|chừng)\\s*');

function doubtsOf(kind: TargetKind, { text, clause, quantity, from }: Reading): TargetDoubt[] {
  const isChange = kind === 'decreaseBy' || kind === 'increment';
  const doubts: readonly (readonly [TargetDoubt, boolean])[] = [
    ['percentOrPoints', isChange && isShare(quantity) && isRate(text, clause)],
    ['decimalPoint', quantity.hasDecimalPoint],
    ['approximate', findBefore(text, ABOUT, from, quantity.start) !== null],
  ];
  return doubts.filter(([, applies]) => applies).map(([doubt]) => doubt);
}
