import { compose, IDENTITY, type Matrix } from './pdf-geometry.ts';

/** The steps by which a page is drawn, in the library's own numbers. */
export interface Steps {
  readonly numbers: readonly number[];
  readonly arguments: readonly unknown[];
  /** The numbers of the steps, by the library's names for them. */
  readonly names: Readonly<Record<string, number>>;
}

export interface Step {
  readonly name: string;
  readonly given: readonly unknown[];
  /** Carries what the step draws over to the page. */
  readonly matrix: Matrix;
}

export const OPENING = new Set(['save', 'paintFormXObjectBegin']);
export const CLOSING = new Set(['restore', 'paintFormXObjectEnd']);

/** The steps with the matrix that holds when they come. */
export function* stepsOf({ numbers, arguments: all, names }: Steps): Generator<Step> {
  const nameOf = new Map(Object.entries(names).map(([name, number]) => [number, name]));
  const stack: Matrix[] = [];
  let matrix = IDENTITY;
  for (const [index, number] of numbers.entries()) {
    const name = nameOf.get(number) ?? '';
    const given = listIn(all[index]);
    if (OPENING.has(name)) stack.push(matrix);
    matrix = moved(matrix, name, given);
    yield { name, given, matrix };
    if (CLOSING.has(name)) matrix = stack.pop() ?? IDENTITY;
  }
}

function moved(matrix: Matrix, name: string, given: readonly unknown[]): Matrix {
  if (name === 'transform') return compose(matrix, matrixIn(given));
  const isForm = name === 'paintFormXObjectBegin' && given[0] !== null;
  return isForm ? compose(matrix, matrixIn(given[0])) : matrix;
}

/** Six numbers, however they are wrapped; the ones that change nothing where there are none. */
export function matrixIn(given: unknown): Matrix {
  const outer = listIn(given);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(
    outer.length === 1 ? outer[0] : given,
  );
  return [a, b, c, d, e, f];
}

export function numbersIn(given: unknown): number[] {
  return listIn(given).map(Number);
}

export function listIn(given: unknown): readonly unknown[] {
  if (Array.isArray(given)) return given;
  return ArrayBuffer.isView(given) ? Array.from(given as Float32Array) : [];
}
