import { dateFromSerial, format as formatNumber, isDateFormat } from 'numfmt';
import type { CellValue } from '../model.ts';

export interface ShownNumber {
  readonly text: string;
  readonly value?: CellValue;
}

/** Days between the two ways in which sheets count them. */
const DAYS_TO_1904 = 1462;

/** A format of digits only: what was typed as «1.1» is shown with the point that was typed. */
const DIGITS_ONLY = /^(?:general|@|[#0?]+(?:\.[#0?]+)?)(?:_.)?(?:;|$)/iu;

/**
 * A number as its cell shows it, in Vietnamese notation where it is more than bare digits, and what
 * the sheet keeps behind it. A date is one by its format: for the sheet it is a number, too.
 */
export function showNumber(number: number, format: string, isFrom1904: boolean): ShownNumber {
  const isDate = isDateFormat(format);
  const serial = isDate && isFrom1904 ? number + DAYS_TO_1904 : number;
  const locale = DIGITS_ONLY.test(format) ? 'en' : 'vi';
  const text = show(serial, format, locale);
  // Below 1 there is a time and no day.
  if (!isDate || serial < 1) return { text, value: { kind: 'number', number, format } };
  return { text, value: { kind: 'date', iso: isoOf(serial), format } };
}

function show(number: number, format: string, locale: string): string {
  const options = { locale, throws: false, invalid: '', dateErrorNumber: true };
  const text = formatNumber(format, number, options);
  return text === '' && format !== '' && !format.includes(';')
    ? formatNumber('General', number, options)
    : text;
}

/** «2031-10-01», with «T14:30» where the cell has a time. */
function isoOf(serial: number): string {
  const date = dateFromSerial(serial) ?? [1900, 1, 1, 0, 0, 0];
  const [year, month, day, hours, minutes] = date.map((part) => String(part).padStart(2, '0'));
  const isWhole = Number.isInteger(serial);
  return `${year}-${month}-${day}${isWhole ? '' : `T${hours}:${minutes}`}`;
}
