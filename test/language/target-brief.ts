import type { Target } from '../../src/domain/target.ts';
import { readTargets } from '../../src/language/targets.ts';

/** The targets of a text as short lines: «count ≥ 15 xã», «interval ≥ 5 ≤ 10 %», «rank ≤ 12/34 hạng». */
export function brief(text: string): string[] {
  return readTargets(text).map(briefly);
}

function briefly({ kind, compare, value, total, high, highCompare, unit, label }: Target): string {
  const of = total === null ? '' : `/${total}`;
  const upTo = high === null ? [] : [String(highCompare), String(high)];
  const amount = value === null ? [] : [`${value}${of}`, ...upTo];
  return [kind, compare, ...amount, unit, label].filter((part) => part !== null).join(' ');
}
