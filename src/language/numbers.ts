const WHOLE = /^\d+$/u;
const THOUSANDS = /^[1-9]\d{0,2}(?:\.\d{3})+$/u;
const POINT_DECIMAL = /^\d+\.\d+$/u;
const COMMA_DECIMAL = /^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+),\d+$/u;

/**
 * The value of one figure as Vietnamese papers print it, with or without a percent sign; null for
 * anything else. A comma marks decimals; points mark thousands where they stand before groups of
 * three, else decimals («1.37%»). Source: domain notes 7.6.
 */
export function parseNumber(text: string): number | null {
  const [, sign, figure = '', percent] = /^([-+−]?)\s*([\d.,]+?)\s*(%?)$/u.exec(text.trim()) ?? [];
  const value = magnitude(figure, percent === '%');
  if (value === null) return null;
  return value !== 0 && (sign === '-' || sign === '−') ? -value : value;
}

function magnitude(figure: string, isPercent: boolean): number | null {
  if (WHOLE.test(figure)) return Number(figure);
  if (COMMA_DECIMAL.test(figure)) return Number(figure.replaceAll('.', '').replace(',', '.'));
  const isDecimal = POINT_DECIMAL.test(figure);
  if (isDecimal && isPercent) return Number(figure);
  if (THOUSANDS.test(figure)) return Number(figure.replaceAll('.', ''));
  return isDecimal ? Number(figure) : null;
}

const MOST_DECIMALS = 6;

/** Vietnamese form: dot for thousands, comma for decimals; as many decimals as asked, else as there are. */
export function formatNumber(value: number, decimals?: number): string {
  return new Intl.NumberFormat('vi-VN', {
    signDisplay: 'negative',
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? MOST_DECIMALS,
  }).format(value);
}

/** One decimal with a comma, without the sign: `35,2`. Source: rule R07. */
export function formatPercent(value: number): string {
  return formatNumber(value, 1);
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
