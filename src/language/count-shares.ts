import type { PrintedPercent } from '../domain/share.ts';
import { breakdownsIn } from './breakdowns.ts';
import { type Figure, isSameUnit } from './figures.ts';
import { isChange, linkIn, percentContext } from './percent-links.ts';
import type { Quantity, Reading } from './quantities.ts';

/** A quantity without a whole of its own, and the percentage that the text gives for it. */
export interface CountShare {
  readonly quantity: Quantity;
  readonly percent: PrintedPercent;
  /** «chiếm», «tỷ lệ» or in brackets: a share of a total, where it is not of a plan. */
  readonly isShare: boolean;
  readonly context: 'ofPlan' | 'ofOther' | null;
}

/** A count's own noun phrase may be long. */
const MOST_WORDS = 16;

/** Counts and measures with a percentage behind them: «07 trường, tỷ lệ 19,44%», «3.350 tỷ đồng đạt 21,8%». */
export function countSharesIn({ text, figures, quantities }: Reading): CountShare[] {
  return quantities
    .filter(({ whole, start }) => whole === null && !isChange(text.slice(0, start)))
    .flatMap((quantity) => countShareOf(text, quantity, figures));
}

function countShareOf(text: string, quantity: Quantity, figures: readonly Figure[]): CountShare[] {
  const percent = figures.find(({ start }) => start >= quantity.end);
  if (percent?.isPercent !== true) return [];
  const link = linkIn(text.slice(quantity.end, percent.start), MOST_WORDS);
  const context = percentContext(text.slice(percent.end));
  if (link === null || context === 'compared') return [];
  const { value, decimals } = percent;
  const printed = { value, decimals, approximation: link.approximation };
  return [{ quantity, percent: printed, isShare: link.isShare && context === null, context }];
}

/** A share of a total told before it, with everything of its kind that it may be counted of. */
export interface SubsetShare extends CountShare {
  /** In the order of the text, at least one. */
  readonly totals: readonly Totalled[];
  /** The total that the text most likely means. */
  readonly meant: number;
}

/** A count that may be a total, with the share that it has itself of a larger one. */
export interface Totalled {
  readonly count: number;
  readonly ownPercent: PrintedPercent | null;
}

const TOTAL_WORDS =
  /(?<!\p{L})(?:trong đó|trong số đó|tổng|toàn\s+\p{L}+\s+(?:hiện\s+)?có)(?!\p{L})/iu;

/** Shares within «trong đó» and after «tổng số», each with the totals before it. Source: quirk Q-36. */
export function subsetSharesIn(reading: Reading): SubsetShare[] {
  const { text, quantities } = reading;
  if (!TOTAL_WORDS.test(text)) return [];
  const shares = countSharesIn(reading);
  const parts = new Set(
    breakdownsIn(reading).flatMap((each) => each.parts.map(({ start }) => start)),
  );
  return shares
    .filter(({ isShare, quantity }) => isShare && TOTAL_WORDS.test(text.slice(0, quantity.start)))
    .flatMap((share) => {
      const before = quantities.filter(
        ({ unit, end }) => end <= share.quantity.start && isSameUnit(unit, share.quantity.unit),
      );
      const [first] = before;
      if (first === undefined) return [];
      const own = new Set(shares.map(({ quantity }) => quantity.start));
      const meant =
        before.findLast(
          ({ start, count }) =>
            !parts.has(start) && !own.has(start) && count.value >= share.quantity.count.value,
        ) ?? first;
      const totals = before.flatMap((quantity) => totalsOf(quantity, shares));
      return [{ ...share, totals, meant: meant.count.value }];
    });
}

function totalsOf(quantity: Quantity, shares: readonly CountShare[]): Totalled[] {
  const own = shares.find((share) => share.quantity.start === quantity.start)?.percent ?? null;
  const count = { count: quantity.count.value, ownPercent: own };
  return quantity.whole === null
    ? [count]
    : [count, { count: quantity.whole.value, ownPercent: null }];
}
