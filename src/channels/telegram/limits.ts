import type { Choice, Span } from '../../usecases/ports/messenger.ts';
import type { Lines } from './html.ts';

/** Code points of one message, counted after the markup is read. Source: Bot API, `sendMessage`. */
export const MESSAGE_LENGTH = 4_096;

/** The same of what is written on a file. Source: Bot API, `sendDocument`. */
export const CAPTION_LENGTH = 1_024;

/** Bytes of what a button carries. Source: Bot API, `InlineKeyboardButton`. */
const TOKEN_BYTES = 64;

type Line = readonly Span[];

export interface Button {
  readonly text: string;
  readonly callback_data: string;
}

/** The lines in parts that each fit a message: cut between lines, else between words, else anywhere. */
export function splitLines(lines: Lines, limit = MESSAGE_LENGTH): Line[][] {
  const parts: Line[][] = [];
  let part: Line[] = [];
  let length = 0;
  for (const line of lines.flatMap((each) => splitLine(each, limit))) {
    const lineLength = lengthOf(line);
    if (part.length > 0 && length + 1 + lineLength > limit) {
      parts.push(part);
      part = [];
      length = 0;
    }
    length += lineLength + (part.length > 0 ? 1 : 0);
    part.push(line);
  }
  // Telegram refuses a message of nothing but space.
  return [...parts, part].filter((each) => each.some((line) => !isBlank(line)));
}

/** The choices as rows of one to three buttons, so that no label is cut short on a phone. */
export function buttonRows(choices: readonly Choice[]): Button[][] {
  const rows: Button[][] = [];
  let capacity = 0;
  for (const choice of choices) {
    const button = buttonOf(choice);
    const own = buttonsInRow(button.text);
    const row = rows.at(-1);
    if (row === undefined || row.length >= Math.min(capacity, own)) {
      rows.push([button]);
      capacity = own;
    } else {
      row.push(button);
      capacity = Math.min(capacity, own);
    }
  }
  return rows;
}

function buttonOf({ token, label, typed }: Choice): Button {
  const bytes = Buffer.byteLength(token);
  if (bytes < 1 || bytes > TOKEN_BYTES) {
    throw new RangeError(`A button carries 1 to ${TOKEN_BYTES} bytes, not ${bytes}.`);
  }
  return { text: label.trim() === '' ? typed : label, callback_data: token };
}

function buttonsInRow(label: string): number {
  const { length } = [...label];
  if (length <= 9) return 3;
  return length <= 16 ? 2 : 1;
}

function splitLine(line: Line, limit: number): Line[] {
  const pieces: Line[] = [];
  let rest = line;
  while (lengthOf(rest) > limit) {
    const at = cutPoint(rest, limit);
    pieces.push(slice(rest, 0, at));
    rest = withoutLeadingSpace(slice(rest, at));
  }
  return [...pieces, rest];
}

/** After the last space that fits, or the limit itself for one endless word. */
function cutPoint(line: Line, limit: number): number {
  const points = line.flatMap(({ text }) => [...text]).slice(0, limit + 1);
  const space = points.lastIndexOf(' ');
  return space > 0 ? space : limit;
}

function slice(line: Line, from: number, to = Number.POSITIVE_INFINITY): Line {
  let passed = 0;
  return line.flatMap((span) => {
    const points = [...span.text];
    const text = points.slice(Math.max(0, from - passed), Math.max(0, to - passed)).join('');
    passed += points.length;
    return text === '' ? [] : [{ ...span, text }];
  });
}

function withoutLeadingSpace(line: Line): Line {
  const [first, ...others] = line;
  return first === undefined ? line : [{ ...first, text: first.text.trimStart() }, ...others];
}

function lengthOf(line: Line): number {
  return line.reduce((sum, { text }) => sum + [...text].length, 0);
}

function isBlank(line: Line): boolean {
  return line.every(({ text }) => text.trim() === '');
}
