import { badRequest } from './refusal.ts';

/** A place in the HTML that moves on as tags are read. */
export interface Reader {
  readonly html: string;
  at: number;
}

export interface StartTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const ALLOWED = new Set(
  'a b strong i em u ins s strike del tg-spoiler tg-emoji tg-time span pre code blockquote'.split(
    ' ',
  ),
);
const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
]);
const LAST_CODE_POINT = 0x10ffff;

/** The character meant by `&…`; what is no reference that the platform knows stays as it is written. */
export function readReference(reader: Reader): string {
  const pattern = /&(?:#x([0-9a-fA-F]*)|#(\d*)|([a-zA-Z]*))/y;
  pattern.lastIndex = reader.at;
  const [written = '&', hex, decimal, name = ''] = pattern.exec(reader.html) ?? [];
  const digits = hex ?? decimal;
  const char = digits === undefined ? NAMED.get(name) : fromCode(digits, hex === undefined);
  if (char === undefined || written.length >= 10) {
    reader.at += 1;
    return '&';
  }
  reader.at += written.length;
  if (reader.html[reader.at] === ';') reader.at += 1;
  return char;
}

function fromCode(digits: string, isDecimal: boolean): string | undefined {
  const code = Number.parseInt(digits, isDecimal ? 10 : 16);
  if (Number.isNaN(code) || code === 0 || code >= LAST_CODE_POINT) return undefined;
  return String.fromCodePoint(code);
}

/** Reads `<name attribute="value">` and stands behind it. */
export function readStartTag(reader: Reader): StartTag {
  const begin = reader.at;
  const fail = (reason: string) =>
    badRequest(
      `can't parse entities: ${reason} at byte offset ${Buffer.byteLength(reader.html.slice(0, begin))}`,
    );
  reader.at += 1;
  const name = readWhile(reader, /[^\s>]*/y).toLowerCase();
  if (isAtEnd(reader)) throw fail('Unclosed start tag');
  if (!ALLOWED.has(name)) throw fail(`Unsupported start tag "${name}"`);
  const attributes = new Map<string, string>();
  while (reader.html[reader.at] !== '>') {
    readWhile(reader, /\s*/y);
    if (reader.html[reader.at] === '>') break;
    const attribute = readWhile(reader, /[^\s=>]*/y);
    if (attribute === '') throw fail(`Empty attribute name in the tag "${name}"`);
    attributes.set(attribute, readValue(reader, name, attribute, fail));
  }
  reader.at += 1;
  const isSpoiler = attributes.get('class') === 'tg-spoiler';
  if (name === 'span' && !isSpoiler) throw fail('Tag "span" must have class "tg-spoiler"');
  return { name, attributes };
}

function readValue(
  reader: Reader,
  tag: string,
  attribute: string,
  fail: (reason: string) => Error,
): string {
  readWhile(reader, /\s*/y);
  if (reader.html[reader.at] !== '=') {
    if (isAtEnd(reader)) throw fail(`Unclosed start tag "${tag}"`);
    if (tag === 'blockquote' && attribute === 'expandable') return '';
    throw fail(`Expected equal sign in declaration of an attribute of the tag "${tag}"`);
  }
  reader.at += 1;
  readWhile(reader, /\s*/y);
  if (isAtEnd(reader)) throw fail(`Unclosed start tag "${tag}"`);
  const quote = reader.html.charAt(reader.at);
  const value = quote === '"' || quote === "'" ? readQuoted(reader, quote) : readToken(reader);
  if (isAtEnd(reader)) throw fail('Unclosed start tag');
  return value;
}

function readQuoted(reader: Reader, quote: string): string {
  let value = '';
  reader.at += 1;
  while (!isAtEnd(reader) && reader.html[reader.at] !== quote) {
    if (reader.html[reader.at] === '&') {
      value += readReference(reader);
    } else {
      value += reader.html.charAt(reader.at);
      reader.at += 1;
    }
  }
  reader.at += 1;
  return value;
}

function readToken(reader: Reader): string {
  const offset = Buffer.byteLength(reader.html.slice(0, reader.at));
  const token = readWhile(reader, /[\dA-Za-z.-]*/y).toLowerCase();
  const next = reader.html.charAt(reader.at);
  if (next !== '' && next !== '>' && next.trim() !== '') {
    throw badRequest(`can't parse entities: Unexpected end of name token at byte offset ${offset}`);
  }
  return token;
}

function readWhile(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const read = pattern.exec(reader.html)?.[0] ?? '';
  reader.at += read.length;
  return read;
}

function isAtEnd({ html, at }: Reader): boolean {
  return at >= html.length;
}
