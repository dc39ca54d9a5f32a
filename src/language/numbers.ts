const groups = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

/** Vietnamese form: dot for thousands, comma for decimals. */
export function formatNumber(value: number): string {
  return groups.format(value);
}

/** One decimal with a comma, without the sign: `35,2`. Source: rule R07. */
export function formatPercent(value: number): string {
  return value.toFixed(1).replace('.', ',');
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** The roman numeral of a small whole number above 0, for headings. */
export function romanNumeral(value: number): string {
  const largest = ROMAN.find(([worth]) => worth <= value);
  return largest === undefined ? '' : largest[1] + romanNumeral(value - largest[0]);
}
