const NUMBERED = /^(\d+(?:\.\d+)*)\.?(?:\s+(.*))?$/u;

/** A mark is a capital X standing alone, or any x alone on its line; «khóa X» and «lần thứ X» count congresses. */
export const MARK = /(?<!(?:khóa|khoá|thứ|hội)\s)(?<![\p{L}\p{N}])X(?![\p{L}\p{N},;])|^x$/u;

/** A number at a line's start, and the rest of the line, empty when it stands alone. */
export interface NumberedLine {
  readonly number: string;
  readonly rest: string;
}

/** Null for a line that begins with no number. */
export function readNumber(text: string): NumberedLine | null {
  const [, number, rest = ''] = NUMBERED.exec(text) ?? [];
  return number === undefined ? null : { number, rest };
}

/** A row's text begins with a capital, or on the line after its number. */
export function looksLikeFigure(rest: string): boolean {
  return rest !== '' && !/^\p{Lu}/u.test(rest);
}

/** The first part of the row, the next one beside it, and the next one beside each that it is part of. */
export function nextNumbers(current: string | undefined): string[] {
  if (current === undefined) return ['1'];
  const parts = current.split('.');
  const beside = parts.map((part, depth) => [...parts.slice(0, depth), `${Number(part) + 1}`]);
  return [...beside, [...parts, '1']].map((number) => number.join('.'));
}
