import type { ImportedItem } from '../documents/importing/paper.ts';
import type { Target } from '../domain/target.ts';
import { plannedTargets } from '../language/planned-targets.ts';
import { readTargets } from '../language/targets.ts';

/**
 * What `import --json` prints of an item's targets, in the order of its words; those of a column of
 * plans follow, unless the text has them already.
 */
export function targetsJson({ text, figures }: ImportedItem) {
  const own = readTargets(text);
  const planned = figures === null ? [] : plannedTargets(text, figures);
  const further = planned.filter((target) => !own.some((each) => isSame(each, target)));
  return [...own, ...further].map(targetJson);
}

function isSame(one: Target, other: Target): boolean {
  return one.value === other.value && one.unit === other.unit && one.compare === other.compare;
}

function targetJson({ start: _start, end: _end, scale, baseUnit, ...told }: Target) {
  const { value, unit, compare, ...more } = told;
  return { value, unit, compare, ...more, scale, baseUnit };
}
