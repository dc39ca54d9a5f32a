import type { Matrix, Turns } from './pdf-geometry.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** The direction of most letters of a page; 0 for a page without any. */
export function mostTurns(letters: readonly { readonly turns: Turns }[]): Turns {
  const all: readonly Turns[] = [0, 1, 2, 3];
  const counted = all.map((turns) => letters.filter((letter) => letter.turns === turns).length);
  return all[counted.indexOf(Math.max(...counted))] ?? 0;
}

/** Carries a page whose words run that way over to one on which they run to the right. */
export function turnBack(turns: Turns, { width, height }: PageSize): Matrix {
  switch (turns) {
    case 0:
      return [1, 0, 0, 1, 0, 0];
    case 1:
      return [0, -1, 1, 0, 0, width];
    case 2:
      return [-1, 0, 0, -1, width, height];
    case 3:
      return [0, 1, -1, 0, height, 0];
  }
}

export function turnedSize(turns: Turns, { width, height }: PageSize): PageSize {
  return turns === 1 || turns === 3 ? { width: height, height: width } : { width, height };
}

export function turnsOf(alongX: number, alongY: number): Turns {
  if (Math.abs(alongY) <= Math.abs(alongX)) return alongX >= 0 ? 0 : 2;
  return alongY > 0 ? 1 : 3;
}
