import { z } from 'zod';
import { parseHtml } from './html-reader.ts';
import { badRequest } from './refusal.ts';
import type { FormattedText, MessageEntity } from './wire.ts';

const LONGEST_TEXT = 4096;
const LONGEST_CAPTION = 1024;
const LONGEST_INPUT_BYTES = 32_768;

export const Entities = z.array(
  z.object({
    type: z.string(),
    offset: z.number().int().nonnegative(),
    length: z.number().int().positive(),
    url: z.string().exactOptional(),
    language: z.string().exactOptional(),
  }),
);

interface Written {
  readonly text: string;
  readonly parseMode: string | undefined;
  readonly entities: readonly MessageEntity[] | undefined;
}

/** A message's text as people will read it. Throws the platform's refusals. */
export function messageText(written: Written): FormattedText {
  if (written.text === '') throw badRequest('message text is empty');
  const formatted = formattedText(written);
  if (formatted.text === '') throw badRequest('text must be non-empty');
  if (codePoints(formatted.text) > LONGEST_TEXT) throw badRequest('message is too long');
  return formatted;
}

/** The words under a file; may be empty. */
export function captionText(written: Written): FormattedText {
  const formatted = formattedText(written);
  if (codePoints(formatted.text) > LONGEST_CAPTION) throw badRequest('message caption is too long');
  return formatted;
}

function formattedText({ text, parseMode = '', entities = [] }: Written): FormattedText {
  if (Buffer.byteLength(text) > LONGEST_INPUT_BYTES) throw badRequest('text is too long');
  const mode = parseMode.toLowerCase();
  // Markdown exists on the platform; here only what the project sends is read for real.
  if (mode !== '' && mode !== 'html') throw badRequest('unsupported parse_mode');
  return cleaned(mode === 'html' ? parseHtml(text) : { text, entities });
}

/** Control characters become spaces, invisible ones go, and the ends are trimmed; entities move along. */
export function cleaned({ text, entities }: FormattedText): FormattedText {
  const kept = [...text.matchAll(/[\s\S]/g)].map(([char]) => cleanChar(char));
  const joined = kept.join('');
  const trimmed = joined.trim();
  const leading = joined.length - joined.trimStart().length;
  const places = [0];
  for (const char of kept) places.push((places.at(-1) ?? 0) + char.length);
  const moved = (index: number) => {
    const place = places[Math.min(index, text.length)] ?? 0;
    return Math.min(Math.max(place - leading, 0), trimmed.length);
  };
  return {
    text: trimmed,
    entities: entities
      .map((entity) => {
        const offset = moved(entity.offset);
        return { ...entity, offset, length: moved(entity.offset + entity.length) - offset };
      })
      .filter(({ length }) => length > 0),
  };
}

function cleanChar(char: string): string {
  if (char === '\r' || (char >= '\u2028' && char <= '\u202e')) return '';
  return char < ' ' && char !== '\n' ? ' ' : char;
}

function codePoints(text: string): number {
  return [...text].length;
}
