import { entityOf, type OpenTag } from './html-entities.ts';
import { type Reader, readReference, readStartTag } from './html-tags.ts';
import { badRequest, type Refusal } from './refusal.ts';
import type { FormattedText, MessageEntity } from './wire.ts';

/**
 * Text and entities of the platform's HTML, before trimming. Throws the platform's own refusals; their
 * offsets count bytes. Source: Bot API, «HTML style», and the parser of tdlib.
 */
export function parseHtml(html: string): FormattedText {
  const reader: Reader = { html, at: 0 };
  const open: OpenTag[] = [];
  const entities: MessageEntity[] = [];
  let text = '';
  while (reader.at < html.length) {
    const char = html.charAt(reader.at);
    if (char === '&') {
      text += readReference(reader);
    } else if (char !== '<') {
      text += char;
      reader.at += 1;
    } else if (html[reader.at + 1] === '/') {
      const entity = entityOf(readEndTag(reader, open), text, entities);
      if (entity !== null) entities.push(entity);
    } else {
      open.push({ ...readStartTag(reader), offset: text.length });
    }
  }
  requireWhole(text, open.at(-1));
  return { text, entities: entities.toSorted(byPlace) };
}

function requireWhole(text: string, unclosed: OpenTag | undefined): void {
  if (unclosed !== undefined) {
    throw cantParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  }
  if (!text.isWellFormed()) {
    throw cantParse(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    );
  }
}

function readEndTag(reader: Reader, open: OpenTag[]): OpenTag {
  const { html, at: begin } = reader;
  const tag = open.pop();
  const offset = () => Buffer.byteLength(html.slice(0, begin));
  if (tag === undefined) throw cantParse(`Unexpected end tag at byte offset ${offset()}`);
  const [whole = '', name = ''] = /^<\/([^\s>]*)\s*/.exec(html.slice(begin)) ?? [];
  if (html[begin + whole.length] !== '>') {
    throw cantParse(`Unclosed end tag at byte offset ${offset()}`);
  }
  if (name !== '' && name !== tag.name) {
    throw cantParse(
      `Unmatched end tag at byte offset ${offset()}, expected "</${tag.name}>", found "</${name}>"`,
    );
  }
  reader.at = begin + whole.length + 1;
  return tag;
}

function cantParse(reason: string): Refusal {
  return badRequest(`can't parse entities: ${reason}`);
}

/** Where two begin together, the outer one comes first. */
function byPlace(one: MessageEntity, other: MessageEntity): number {
  return one.offset - other.offset || other.length - one.length;
}
