/** What is wrong with the numbers of a list of items. */
export interface NumberingFaults {
  /** Each number that stands more than once, once, in order of the list. */
  readonly repeated: readonly string[];
  /** Numbers between others that stand nowhere, by their place. */
  readonly missing: readonly string[];
}

/** The letters with which Vietnamese papers count: «d» is before «đ», «e», «g». Source: quirk Q-45. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

interface Place {
  readonly parent: string;
  /** From 1. */
  readonly order: number;
  readonly isLetter: boolean;
}

/**
 * Repeated and missing numbers. The parts of an item count from 1; the list itself too, unless
 * `after` is the last number of the list before it and this one goes on from there. Text that is no
 * number is left out; of a list with more holes than numbers nothing is said.
 */
export function numberingFaults(numbers: readonly string[], after = 0): NumberingFaults {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const number of numbers) (seen.has(number) ? repeated : seen).add(number);
  const groups = Map.groupBy(numbers.flatMap(placeOf), ({ parent }) => parent);
  const missing = [...groups].flatMap(([parent, places]) => {
    const holes = holesAmong(places, parent === '' ? after : 0);
    return holes.map((order) => printed(order, parent, places));
  });
  return { repeated: [...repeated], missing };
}

function holesAmong(places: readonly Place[], after: number): number[] {
  const orders = new Set(places.map(({ order }) => order));
  const first = Math.min(...orders);
  const from = first === after + 1 ? first : 1;
  const length = Math.max(0, Math.max(...orders) - from + 1);
  const holes = Array.from({ length }, (_, index) => from + index).filter(
    (order) => !orders.has(order),
  );
  return holes.length < orders.size ? holes : [];
}

function printed(order: number, parent: string, places: readonly Place[]): string {
  const isLetter = places.every((place) => place.isLetter);
  const last = isLetter ? LETTERS.charAt(order - 1) : String(order);
  return parent === '' ? last : `${parent}.${last}`;
}

function placeOf(number: string): Place[] {
  const bare = number.replace(/[.)]+$/u, '').toLowerCase();
  const dot = bare.lastIndexOf('.');
  const parent = bare.slice(0, Math.max(0, dot));
  const last = bare.slice(dot + 1);
  if (/^\d{1,3}$/u.test(last)) return [{ parent, order: Number(last), isLetter: false }];
  const letter = last.length === 1 ? LETTERS.indexOf(last) : -1;
  return letter < 0 ? [] : [{ parent, order: letter + 1, isLetter: true }];
}
