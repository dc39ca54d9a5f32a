import type { Point } from './outline.ts';

/** How high a point stands by its mark: 0 is the highest. */
export const RANKS: Readonly<Record<Point['kind'], number>> = {
  capital: 0,
  roman: 1,
  heading: 2,
  arabic: 3,
  letter: 4,
  plain: 5,
  bullet: 5,
};

/** Dotted numbers stand below plain ones, plus signs below dashes. */
export function rankOf({ kind, number, text }: Point): number {
  const depth = kind === 'arabic' ? number.split('.').length - 1 : 0;
  return RANKS[kind] + depth * 0.2 + (kind === 'bullet' && text.startsWith('+') ? 0.5 : 0);
}
