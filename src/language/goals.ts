import { isMoney, isSameUnit } from './figures.ts';
import { isChange } from './percent-links.ts';
import type { Quantity, Reading } from './quantities.ts';
import { clauseAfter, clauseBefore } from './sentences.ts';
import { wordKeys } from './word-keys.ts';

/** A figure that an item itself sets, with the words that say of what. */
interface Goal {
  readonly value: number;
  readonly words: ReadonlySet<string>;
}

/** Words that name no subject. */
const EMPTY = new Set(
  wordKeys(
    'tổng số ước đạt được là có và của các ít nhất thêm trên từ đến cho khoảng hơn gần đã trong năm tỷ lệ với theo ' +
      'thực hiện kế hoạch chỉ tiêu dự toán tính thời điểm báo cáo đơn vị',
  ),
);

/**
 * The goal of an item's own text that a quantity of its result is counted against: of the same
 * unit, and of the same subject where there are several or money; null where that is open.
 * Source: quirk Q-30.
 */
export function goalFor(quantity: Quantity, result: Reading, item: Reading): number | null {
  const goals = item.quantities
    .filter(({ whole, unit }) => whole === null && isSameUnit(unit, quantity.unit))
    .map((goal): Goal => ({ value: goal.count.value, words: subjectOf(item.text, goal) }));
  const said = subjectOf(result.text, quantity);
  const scores = goals.map(({ words }) => [...words].filter((word) => said.has(word)).length);
  const best = Math.max(0, ...scores);
  const [only, ...others] = goals.filter((_, index) => scores[index] === best);
  if (only === undefined || others.length > 0) return null;
  return best > 0 || !isMoney(quantity.unit) ? only.value : null;
}

/** The words before a figure in its own clause; behind it, where none stand before. */
function subjectOf(text: string, { start, figure }: Quantity): ReadonlySet<string> {
  const clause = clauseBefore(text, start);
  const before = clause.replace(/^.*\((?=.*\p{L})/u, '');
  const words = isMoney(figure.unit) ? before : `${before} ${clauseAfter(text, figure.end)}`;
  const unit = new Set(figure.unit.words);
  return new Set(
    wordKeys(words).filter((word) => !/^\d+$/u.test(word) && !EMPTY.has(word) && !unit.has(word)),
  );
}

/** By how much a text says that a level is over or under a threshold. */
export interface Excess {
  /** In percent. */
  readonly level: number;
  /** In percentage points or percent, without a sign. */
  readonly excess: { readonly value: number; readonly decimals: number };
  /** In percent: printed beside it («(chỉ tiêu 27,38%)»); null where the item must tell. */
  readonly threshold: number | null;
  /** The level is one of a plan, which is then 100 percent. */
  readonly isOfPlan: boolean;
}

const OVER = /^[^.;\n]{0,60}(?:vượt|cao hơn|thấp hơn|hụt)/iu;
const LAST_YEAR =
  /(?<!\p{L})(?:năm trước|cùng kỳ|năm ngoái|kỳ trước|so với năm|năm\s+\d{4})(?!\p{L})/iu;
const THRESHOLD = /^\s*(?:so với\s+)?[([]?\s*(?:chỉ tiêu|kế hoạch|KH|mục tiêu)[^)\].;\d]*$/iu;
const PLAN = /(?<!\p{L})(?:kế hoạch|chỉ tiêu|dự toán)(?!\p{L})/iu;

/** Every «101,5%, vượt 3,5%» of a text; what is compared with another year is none. Source: quirk Q-31. */
export function excessesIn({ text, figures }: Reading): Excess[] {
  const percents = figures.filter(({ isPercent }) => isPercent);
  return percents.flatMap((excess, index) => {
    const level = percents[index - 1];
    if (level === undefined || !isChange(text.slice(0, excess.start))) return [];
    const between = text.slice(level.end, excess.start);
    const after = text.slice(excess.end, excess.end + 40);
    if (
      !OVER.test(between) ||
      LAST_YEAR.test(between) ||
      (/^\s*so/iu.test(after) && LAST_YEAR.test(after))
    )
      return [];
    const next = percents[index + 1];
    const isGiven = next !== undefined && THRESHOLD.test(text.slice(excess.end, next.start));
    return [
      {
        level: level.value,
        excess: { value: excess.value, decimals: excess.decimals },
        threshold: isGiven ? next.value : null,
        isOfPlan: PLAN.test(between.slice(0, between.search(/vượt|hơn|hụt/iu))),
      },
    ];
  });
}

/** The only percentage that an item sets; null where it sets none or several. */
export function thresholdIn({ figures }: Reading): number | null {
  const [only, ...others] = figures.filter(({ isPercent }) => isPercent);
  return only === undefined || others.length > 0 ? null : only.value;
}
