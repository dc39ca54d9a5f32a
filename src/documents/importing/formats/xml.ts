import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { RefusedPaperError } from '../refusal.ts';
import { LIMITS } from './limits.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What happens while a part is read, by local names: «w:tbl» and «tbl» are one. */
export interface XmlListener {
  open?(name: string, attributes: Attributes, depth: number): void;
  text?(text: string): void;
  close?(name: string, depth: number): void;
}

/**
 * Reads XML as it is unpacked. A document type is refused before any entity of it could act;
 * what is not well-formed, and what is nested beyond reason, is refused too.
 */
export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  listener: XmlListener,
): Promise<void> {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('doctype', () => refuse('unsafeXml'));
  parser.on('error', (error) => refuse('corruptFile', error));
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    if (depth > LIMITS.depth) refuse('unsafeXml');
    listener.open?.(localName(tag.name), localAttributes(tag.attributes), depth);
  });
  parser.on('closetag', (tag) => {
    listener.close?.(localName(tag.name), depth);
    depth -= 1;
  });
  if (listener.text !== undefined) {
    const say = listener.text.bind(listener);
    parser.on('text', say);
    parser.on('cdata', say);
  }
  for await (const text of decoded(chunks)) parser.write(text);
  parser.close();
}

async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      yield decoder.decode(chunk, { stream: true });
    }
    if (decoder !== null) yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) refuse('corruptFile', error);
    throw error;
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function refuse(code: 'unsafeXml' | 'corruptFile', cause?: unknown): never {
  throw new RefusedPaperError(code, { cause });
}

/** Names without their prefixes, each kept once. */
const LOCAL_NAMES = new Map<string, string>();

const MOST_NAMES = 5_000;

function localName(name: string): string {
  const known = LOCAL_NAMES.get(name);
  if (known !== undefined) return known;
  const local = name.slice(name.indexOf(':') + 1);
  if (LOCAL_NAMES.size < MOST_NAMES) LOCAL_NAMES.set(name, local);
  return local;
}

const NO_ATTRIBUTES: Attributes = {};

/** Nearly every element of a sheet has plain names only, so those are handed on as they are. */
function localAttributes(attributes: Record<string, string>): Attributes {
  const names = Object.keys(attributes);
  if (names.length === 0) return NO_ATTRIBUTES;
  if (!names.some((name) => name.includes(':'))) return attributes;
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !name.startsWith('xmlns'))
      .map(([name, value]) => [localName(name), value]),
  );
}
