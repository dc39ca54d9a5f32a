import { carry, compose, type Matrix, type Rule } from './pdf-geometry.ts';
import { listIn, numbersIn, type Steps, stepsOf } from './pdf-steps.ts';

const STROKES = [
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
];
const FILLS = ['fill', 'eoFill'];

/** Filled boxes thinner than that are lines, as many programs draw them. */
const THIN = 2.5;

/** The lying and standing lines that a page draws, in the coordinates of `view`. */
export function rulesOf(steps: Steps, view: Matrix): Rule[] {
  const rules: Rule[] = [];
  for (const { paint, path, matrix } of drawnPaths(steps)) {
    const figures = figuresOf(path, compose(view, matrix));
    if (STROKES.includes(paint)) rules.push(...figures.flatMap(strokedRules));
    if (FILLS.includes(paint)) rules.push(...figures.flatMap(filledRule));
  }
  return rules;
}

/** Whether a page draws anything but letters; a path may also only cut what is drawn. */
export function hasFigures(steps: Steps): boolean {
  return drawnPaths(steps).some(({ paint }) => STROKES.includes(paint) || FILLS.includes(paint));
}

interface DrawnPath {
  /** The name of the step that draws it. */
  readonly paint: string;
  readonly path: readonly number[];
  readonly matrix: Matrix;
}

function drawnPaths(steps: Steps): DrawnPath[] {
  const names = new Map(Object.entries(steps.names).map(([name, number]) => [number, name]));
  return [...stepsOf(steps)].flatMap(({ name, given, matrix }) =>
    name === 'constructPath'
      ? {
          paint: names.get(Number(given[0])) ?? '',
          path: numbersIn(listIn(given[1])[0]),
          matrix,
        }
      : [],
  );
}

type Point = readonly [number, number];

/** How many numbers follow each kind of step in a path: move, line, two curves, close. */
const OPERANDS = [2, 2, 6, 4, 0];

/** The figures of a path as chains of corners; curves only by their ends. */
function figuresOf(path: readonly number[], matrix: Matrix): Point[][] {
  const figures: Point[][] = [];
  for (let at = 0; at < path.length; ) {
    const kind = path[at] ?? 4;
    const count = OPERANDS[kind] ?? 0;
    const figure = figures.at(-1);
    const point = carry(matrix, path[at + count - 1] ?? 0, path[at + count] ?? 0);
    if (kind === 0 || figure === undefined) figures.push([point]);
    else if (kind === 4) figure.push(figure[0] ?? point);
    else figure.push(point);
    at += 1 + count;
  }
  return figures;
}

function strokedRules(figure: readonly Point[]): Rule[] {
  return figure.slice(1).flatMap((to, index) => ruleBetween(figure[index] ?? to, to));
}

function ruleBetween([x1, y1]: Point, [x2, y2]: Point): Rule[] {
  const isLying = Math.abs(y1 - y2) < 1;
  const isStanding = Math.abs(x1 - x2) < 1;
  if (isLying === isStanding) return [];
  return [
    isLying
      ? { isLying, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }
      : { isLying, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) },
  ];
}

function filledRule(figure: readonly Point[]): Rule[] {
  const xs = figure.map(([x]) => x);
  const ys = figure.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (bottom - top < THIN && right - left > THIN)
    return ruleBetween([left, (top + bottom) / 2], [right, (top + bottom) / 2]);
  if (right - left < THIN && bottom - top > THIN)
    return ruleBetween([(left + right) / 2, top], [(left + right) / 2, bottom]);
  return [];
}
