import { type Box, distinct, type Rule } from './pdf-geometry.ts';

/** The cells that drawn lines make: columns between `xs`, rows between `ys`, walls where lines run. */
export interface DrawnGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Whether a line stands on the right of the cell. */
  hasWall(row: number, column: number): boolean;
  /** Whether a line runs under the cell. */
  hasFloor(row: number, column: number): boolean;
}

/** Lines that lie nearer than that are one, drawn twice or with a border of its own a cell. */
const NEAR = 3;

/** Shorter than that is an underline's end or a sign. */
const SHORTEST = 4;

/** The grids on a page, from top to bottom: sets of lines that touch each other. */
export function drawnGrids(rules: readonly Rule[]): DrawnGrid[] {
  const lying = joinRules(rules.filter(({ isLying }) => isLying));
  const standing = joinRules(rules.filter(({ isLying }) => !isLying));
  return groupsOf(lying, standing)
    .map(gridOf)
    .filter(({ xs, ys }) => xs.length > 2 && ys.length > 1)
    .sort((one, other) => (one.ys[0] ?? 0) - (other.ys[0] ?? 0));
}

export function boxOf({ xs, ys }: DrawnGrid): Box {
  return {
    left: xs[0] ?? 0,
    top: ys[0] ?? 0,
    right: xs.at(-1) ?? 0,
    bottom: ys.at(-1) ?? 0,
  };
}

/** Pieces of one line, end to end, made one. */
function joinRules(rules: readonly Rule[]): Rule[] {
  const rows: { at: number; pieces: Rule[] }[] = [];
  for (const rule of [...rules].sort((one, other) => one.at - other.at)) {
    const row = rows.at(-1);
    if (row !== undefined && rule.at - row.at <= NEAR) row.pieces.push(rule);
    else rows.push({ at: rule.at, pieces: [rule] });
  }
  return rows.flatMap(({ at, pieces }) => joinPieces(at, pieces));
}

function joinPieces(at: number, pieces: Rule[]): Rule[] {
  const made: { isLying: boolean; at: number; from: number; to: number }[] = [];
  for (const piece of pieces.sort((one, other) => one.from - other.from)) {
    const last = made.at(-1);
    if (last !== undefined && piece.from <= last.to + NEAR) last.to = Math.max(last.to, piece.to);
    else made.push({ ...piece, at });
  }
  return made.filter(({ from, to }) => to - from >= SHORTEST);
}

interface RuleGroup {
  readonly lying: Rule[];
  readonly standing: Rule[];
}

/** Each standing line draws together what it touches. */
function groupsOf(lying: readonly Rule[], standing: readonly Rule[]): RuleGroup[] {
  let groups: RuleGroup[] = lying.map((rule) => ({ lying: [rule], standing: [] }));
  for (const rule of standing) {
    const touched = groups.filter((group) => group.lying.some((other) => touch(other, rule)));
    if (touched.length === 0) continue;
    const one = {
      lying: touched.flatMap((group) => group.lying),
      standing: [...touched.flatMap((group) => group.standing), rule],
    };
    groups = [...groups.filter((group) => !touched.includes(group)), one];
  }
  return groups.filter((group) => group.standing.length > 0);
}

function touch(lying: Rule, standing: Rule): boolean {
  return (
    standing.at >= lying.from - NEAR &&
    standing.at <= lying.to + NEAR &&
    lying.at >= standing.from - NEAR &&
    lying.at <= standing.to + NEAR
  );
}

/** Where a table is open at a side, its lines' ends close it. */
function gridOf({ lying, standing }: RuleGroup): DrawnGrid {
  const xs = distinct(
    [...standing.map(({ at }) => at), ...endsBeyond(lying, standing)],
    NEAR * 1.5,
  );
  const ys = distinct([...lying.map(({ at }) => at), ...endsBeyond(standing, lying)], NEAR * 1.5);
  const runs = (rules: readonly Rule[], at: number, through: number) =>
    rules.some(
      (rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= through && rule.to >= through,
    );
  return {
    xs,
    ys,
    hasWall: (row, column) => runs(standing, xs[column + 1] ?? 0, middle(ys, row)),
    hasFloor: (row, column) => runs(lying, ys[row + 1] ?? 0, middle(xs, column)),
  };
}

/** The far ends of lines that run well past the last of those that cross them. */
function endsBeyond(rules: readonly Rule[], crossing: readonly Rule[]): number[] {
  const first = Math.min(...crossing.map(({ at }) => at));
  const last = Math.max(...crossing.map(({ at }) => at));
  const from = Math.min(...rules.map((rule) => rule.from));
  const to = Math.max(...rules.map((rule) => rule.to));
  return [...(from < first - 2 * NEAR ? [from] : []), ...(to > last + 2 * NEAR ? [to] : [])];
}

function middle(values: readonly number[], index: number): number {
  return ((values[index] ?? 0) + (values[index + 1] ?? 0)) / 2;
}
