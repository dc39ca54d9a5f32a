import type { Addend } from '../domain/sum.ts';
import type { Span } from './figure-masks.ts';
import { addendOf, type Figure, figuresIn, type Unit } from './figures.ts';
import { type Ratio, ratiosIn } from './ratios.ts';

/** So many of something: «40 trường», or the 40 of «40/55 trường». */
export interface Quantity extends Span {
  readonly count: Addend;
  /** What it is counted of; null where it stands alone. */
  readonly whole: Addend | null;
  readonly unit: Unit;
  /** Its last figure. */
  readonly figure: Figure;
}

/** A composed text with its figures, read once for all that is asked of it. */
export interface Reading {
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly ratios: readonly Ratio[];
  /** Ratios, and figures with a unit; in order. Percentages are none. */
  readonly quantities: readonly Quantity[];
}

/** Reads a text in any form of Unicode; a text without figures has none. */
export function readFigures(raw: string): Reading {
  const text = raw.normalize('NFC');
  const figures = figuresIn(text);
  const ratios = ratiosIn(text, figures);
  return { text, figures, ratios, quantities: quantitiesOf(figures, ratios) };
}

function quantitiesOf(figures: readonly Figure[], ratios: readonly Ratio[]): Quantity[] {
  const inRatios = new Set(ratios.flatMap((ratio) => ratio.figures));
  const counts = figures
    .filter((figure) => !inRatios.has(figure) && !figure.isPercent && figure.unit.words.length > 0)
    .map((figure) => ({
      count: addendOf(figure),
      whole: null,
      unit: figure.unit,
      figure,
      start: figure.start,
      end: figure.end,
    }));
  const fractions = ratios.map(({ part, whole, unit, figures: [, last], start, end }) => ({
    count: part,
    whole,
    unit,
    figure: last,
    start,
    end,
  }));
  return [...counts, ...fractions].sort((left, right) => left.start - right.start);
}
