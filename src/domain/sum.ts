/** A quantity as printed, in its base unit. */
export interface Addend {
  readonly value: number;
  /** What one more of its last printed digit is worth; 1 for a count. */
  readonly step: number;
}

export type SumVerdict = 'equal' | 'short' | 'over';

/**
 * Whether parts make a total. Counts must make it exactly; measures may miss it by half of the last
 * printed digit of each. Source: quirks.
 */
export function judgeSum(parts: readonly Addend[], total: Addend): SumVerdict {
  const difference = sumOf(parts) - total.value;
  if (Math.abs(difference) <= toleranceOf([...parts, total])) return 'equal';
  return difference > 0 ? 'over' : 'short';
}

/** Without the noise of binary fractions. */
export function sumOf(parts: readonly Addend[]): number {
  const sum = parts.reduce((total, { value }) => total + value, 0);
  return Number(sum.toPrecision(12));
}

function toleranceOf(addends: readonly Addend[]): number {
  const half = addends.reduce((total, { step }) => total + (step === 1 ? 0 : step / 2), 0);
  const largest = Math.max(...addends.map(({ value }) => Math.abs(value)));
  return half + largest * 1e-12;
}

/** The percentages of one whole: each may be off by half of its last digit. Source: quirk Q-54. */
export function judgeHundred(percents: readonly Addend[]): SumVerdict {
  const slack = percents.reduce((total, { step }) => total + step / 2, 1e-9);
  const difference = sumOf(percents) - 100;
  if (Math.abs(difference) <= slack) return 'equal';
  return difference > 0 ? 'over' : 'short';
}
