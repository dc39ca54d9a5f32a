/** How an item, a group or a point is numbered, and the words after the number. */
export interface PrintedNumber {
  /** `arabic` «1.2», `letter` «a)», `roman` «II», `capital` «A.», `bullet` «-». */
  readonly kind: 'arabic' | 'letter' | 'roman' | 'capital' | 'bullet';
  /** As numbers are kept: without zeros ahead and signs behind; the bullet's sign for a bullet. */
  readonly number: string;
  readonly rest: string;
}

const END = '(?:\\s*[.):/]+\\s*|\\s+|$)';
const FORMS: readonly (readonly [PrintedNumber['kind'], RegExp])[] = [
  [
    'arabic',
    new RegExp(
      `^(?:(?:mục|điều|nhiệm vụ|nội dung|số)\\s+)?[([]?(\\d{1,3}(?:[.,]\\d{1,3})*(?:\\.?[a-zđ](?![\\p{L}\\d]))?)${END}(.*)$`,
      'isu',
    ),
  ],
  [
    'roman',
    /^(?:(?:phần|chương|mục)\s+)?((?=[IVXL])X{0,3}L?X{0,3}(?:IX|IV|V?I{0,3}))(?:\s*[.):/]+\s*|\s+[-–]\s+|$)(.*)$/su,
  ],
  ['letter', /^([a-zđ])(?:\s*[.)/]+\s*|$)(.*)$/su],
  ['capital', /^([A-ZĐ])(?:\s*[.)/]+\s*|$)(.*)$/su],
  ['bullet', /^([-–+•*▪◦●○·])(?:\s+|$|(?=[\p{L}“"]))(.*)$/su],
];

/** Reads the number with which a text begins; null for a text that begins with words. */
export function readPrintedNumber(text: string): PrintedNumber | null {
  const said = text.normalize('NFC').trim();
  for (const [kind, form] of FORMS) {
    const found = form.exec(said);
    const [, number = '', rest = ''] = found ?? [];
    if (found !== null)
      return { kind, number: kind === 'arabic' ? tidy(number) : number, rest: rest.trim() };
  }
  return null;
}

/** Whether a word says that a number follows: «Điều 2», «Nhiệm vụ 3». */
export function namesItsNumber(text: string): boolean {
  return /^(?:điều|mục|nhiệm vụ)\s+\d/iu.test(text.normalize('NFC'));
}

/** A cell that holds a number and nothing else. */
export function readNumberCell(text: string): PrintedNumber | null {
  const found = readPrintedNumber(text.replace(/\s+/gu, ' '));
  return found === null || found.rest !== '' ? null : found;
}

/** «01.2a» is 1.2.a. */
function tidy(number: string): string {
  return number
    .toLowerCase()
    .replaceAll(',', '.')
    .replace(/(?<=\d)(?=[a-zđ])/u, '.')
    .split('.')
    .map((part) => part.replace(/^0+(?=\d)/u, ''))
    .join('.');
}

/** The numbers that may follow one of an arabic list: its first part, its next, those of the levels above. */
export function numbersAfter(number: string | null): string[] {
  if (number === null) return ['1', '1.1'];
  const parts = number
    .split('.')
    .filter((part) => /^\d+$/u.test(part))
    .map(Number);
  const next = parts.map((part, depth) => [...parts.slice(0, depth), part + 1].join('.')).reverse();
  return [[...parts, 1].join('.'), ...next];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WRITTEN_DATE =
  /^(\d{1,2})\s*[-/. ]\s*(?:(\p{L}{3})\p{L}*|(?:thg|tháng)\s*(\d{1,2})|(\d{1,2})(?=[-/. ]\s*\d{2,4}$))(?:\s*[-/., ]\s*\d{2,4})?$/iu;
const MONTH_FIRST = /^(\p{L}{3})\p{L}*[-/ ](\d{1,2})$/iu;

/**
 * What a sheet may have made of a number: «01-Jan» and 2027-01-01 were 1.1, «1.1» may have been
 * 1.10, «1.0» was 1. Likeliest first; empty for a text that is neither a number nor a date.
 */
export function numbersMeant(text: string, isoDate?: string): string[] {
  const dated = isoDate === undefined ? datePartsIn(text) : datePartsOf(isoDate);
  if (dated !== null)
    return [
      `${dated.day}.${dated.month}`,
      `${dated.month}.${dated.day}`,
      `${dated.day}.${dated.month}0`,
    ];
  const printed = readNumberCell(text);
  if (printed?.kind !== 'arabic') return [];
  const { number } = printed;
  const shortened = /\.\d$/u.test(number) ? [`${number}0`] : [];
  const padded = number.endsWith('.0') ? [number.slice(0, -2)] : [];
  return [number, ...shortened, ...padded];
}

interface DateParts {
  readonly day: number;
  readonly month: number;
}

function datePartsOf(iso: string): DateParts {
  const [, month, day] = iso.slice(0, 10).split('-').map(Number);
  return { day: Number(day), month: Number(month) };
}

function datePartsIn(text: string): DateParts | null {
  const said = text.normalize('NFC').trim();
  const [, name = '', dayLast] = MONTH_FIRST.exec(said) ?? [];
  if (MONTHS.includes(name.toLowerCase()))
    return { day: Number(dayLast), month: MONTHS.indexOf(name.toLowerCase()) + 1 };
  const [, day, word = '', thang, figure] = WRITTEN_DATE.exec(said) ?? [];
  const month = MONTHS.indexOf(word.toLowerCase()) + 1 || Number(thang ?? figure);
  return day === undefined || !(month > 0) ? null : { day: Number(day), month };
}
