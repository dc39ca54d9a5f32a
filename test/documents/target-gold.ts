import type { Target } from '../../src/domain/target.ts';

/** A target as a person read it; the fields are told in `test/fixtures/targets/README.md`. */
export interface GoldTarget {
  readonly value?: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly unit: string | null;
  readonly compare: string;
  readonly direction: 'higher' | 'lower' | 'zero' | null;
  readonly also?: {
    readonly value?: readonly (number | null)[];
    readonly unit?: readonly string[];
    readonly compare?: readonly string[];
    readonly direction?: readonly string[];
  };
  readonly optional?: boolean;
}

/** An item with its targets, and other lists of them that are as good. */
export interface GoldItem {
  readonly targets: readonly GoldTarget[];
  readonly alternatives?: readonly (readonly GoldTarget[])[];
}

export interface Judgement {
  /** How many of the targets that must be found were. */
  readonly right: number;
  readonly asked: number;
  readonly missing: readonly GoldTarget[];
  readonly wrong: readonly Target[];
}

/** What was found against the list that fits it best. */
export function judge({ targets, alternatives = [] }: GoldItem, found: readonly Target[]) {
  const judged = [targets, ...alternatives].map((list) => judgeList(list, found));
  const faults = ({ missing, wrong }: Judgement) => missing.length + wrong.length;
  return judged.reduce((best, each) => (faults(each) < faults(best) ? each : best));
}

function judgeList(list: readonly GoldTarget[], found: readonly Target[]): Judgement {
  const left = [...found];
  const missing = list.filter((gold) => {
    const index = left.findIndex((target) => isSame(gold, target));
    if (index >= 0) left.splice(index, 1);
    return index < 0 && gold.optional !== true;
  });
  const asked = list.filter(({ optional }) => optional !== true).length;
  return { right: asked - missing.length, asked, missing, wrong: left };
}

function isSame(gold: GoldTarget, target: Target): boolean {
  const { also = {} } = gold;
  const isUnit = gold.unit === null || [gold.unit, ...(also.unit ?? [])].includes(`${target.unit}`);
  if (gold.low !== undefined)
    return isUnit && target.value === gold.low && target.high === gold.high;
  return (
    isUnit &&
    [gold.value, ...(also.value ?? [])].includes(target.value) &&
    [gold.compare, ...(also.compare ?? [])].includes(target.compare) &&
    (gold.direction === null ||
      [gold.direction, ...(also.direction ?? [])].includes(directionOf(target)))
  );
}

function directionOf({ kind, direction }: Target): string {
  if (kind === 'zeroEvent') return 'zero';
  return direction === 'higherBetter' ? 'higher' : 'lower';
}
