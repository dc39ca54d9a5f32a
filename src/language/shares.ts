import type { PrintedPercent } from '../domain/share.ts';
import type { Span } from './figure-masks.ts';
import { type Figure, isSameUnit, type Unit } from './figures.ts';
import {
  approximationBefore,
  isChange,
  isExplained,
  linkIn,
  percentContext,
} from './percent-links.ts';
import type { Reading } from './quantities.ts';
import type { Ratio } from './ratios.ts';
import { clauseAfter } from './sentences.ts';
import { wordKeys } from './word-keys.ts';

/** A ratio with the percentage that the text gives for it. */
export interface StatedShare extends Ratio {
  readonly percent: PrintedPercent;
  /** The percentage is said to be one of a plan. */
  readonly isOfPlan: boolean;
  /** Where ratio and percentage stand together. */
  readonly stated: Span;
}

/**
 * The ratios for which the text gives a percentage, after them («a/b đv, đạt p%») or before them
 * («p% (a/b đv)»). Source: product notes 1.7.
 */
export function sharesIn({ text, figures, ratios }: Reading): StatedShare[] {
  const taken = new Set<Figure>();
  return ratios.flatMap((ratio) => {
    const share = shareAfter(text, ratio, figures) ?? shareBefore(text, ratio, figures, taken);
    if (share === null) return [];
    taken.add(share.figure);
    return [share.stated];
  });
}

const ASIDE = /^[^,;.()\n%]*(?<!\p{L})(?:của|ở|tại|thuộc|cho)\s+$/u;

interface Found {
  readonly figure: Figure;
  readonly stated: StatedShare;
}

function shareAfter(text: string, ratio: Ratio, figures: readonly Figure[]): Found | null {
  const figure = figures.find(
    ({ start }) => start >= ratio.end && !isAside(text, ratio.end, start),
  );
  if (figure?.isPercent !== true) return null;
  const link = linkIn(text.slice(ratio.end, figure.start));
  const context = percentContext(text.slice(figure.end));
  if (link === null || context === 'compared') return null;
  if (context === 'ofOther' && !namesUnit(text, figure.end, ratio.unit)) return null;
  return found(ratio, figure, link.approximation, context === 'ofPlan');
}

/** «62/63 hồ sơ của 5 xã, đạt 98,41%»: the 5 only says whose. */
function isAside(text: string, from: number, figure: number): boolean {
  return ASIDE.test(text.slice(from, figure));
}

function shareBefore(
  text: string,
  ratio: Ratio,
  figures: readonly Figure[],
  taken: ReadonlySet<Figure>,
): Found | null {
  const figure = figures[figures.indexOf(ratio.figures[0]) - 1];
  if (figure?.isPercent !== true || taken.has(figure)) return null;
  if (!isExplained(text.slice(figure.end, ratio.start))) return null;
  if (isChange(text.slice(0, figure.start))) return null;
  const isOfPlan = percentContext(text.slice(figure.end)) === 'ofPlan';
  return found(ratio, figure, approximationBefore(text.slice(0, figure.start)), isOfPlan);
}

function found(
  ratio: Ratio,
  figure: Figure,
  approximation: PrintedPercent['approximation'],
  isOfPlan: boolean,
): Found {
  const percent = { value: figure.value, decimals: figure.decimals, approximation };
  const stated = {
    start: Math.min(ratio.start, figure.start),
    end: Math.max(ratio.end, figure.end),
  };
  return { figure, stated: { ...ratio, percent, isOfPlan, stated } };
}

/** «chiếm 27,6% tổng số nội dung» is still a share of the ratio's own whole. */
function namesUnit(text: string, from: number, unit: Unit): boolean {
  const words = wordKeys(clauseAfter(text, from));
  return words.some((_, index) =>
    isSameUnit({ scale: 1, words: words.slice(index, index + 2) }, unit),
  );
}
