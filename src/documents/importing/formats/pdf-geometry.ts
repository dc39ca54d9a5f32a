/** A place on a page in points, from its top left corner as it is read. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** In which direction words run as the page is shown, in quarter turns to the right: 1 is downwards. */
export type Turns = 0 | 1 | 2 | 3;

/** A letter of a page. */
export interface PageItem extends Box {
  readonly text: string;
  /** The height of its letters. */
  readonly size: number;
  /** Of its letters' feet; lines are told by it. */
  readonly baseline: number;
  readonly turns: Turns;
  readonly isBold: boolean;
  /** The writer put a space before it. */
  readonly isAfterSpace: boolean;
}

export function isUpright({ turns }: PageItem): boolean {
  return turns === 0;
}

/** A drawn line, lying or standing: at `at`, from `from` to `to`. */
export interface Rule {
  readonly isLying: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Six numbers that carry points of one system over into another. Source: PDF 1.7, 8.3.4. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

export function carry([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The box of all of them, of which there is at least one. */
export function boxAround(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

export function middleOf({ left, top, right, bottom }: Box): [number, number] {
  return [(left + right) / 2, (top + bottom) / 2];
}

/** Numbers that lie nearer to each other than that are one; in rising order. */
export function distinct(values: readonly number[], within: number): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    const last = found.at(-1);
    if (last === undefined || value - last > within) found.push(value);
  }
  return found;
}
