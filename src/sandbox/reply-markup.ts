import { z } from 'zod';
import { linkOf } from './links.ts';
import { badRequest } from './refusal.ts';
import type { InlineButton, InlineKeyboard } from './wire.ts';

const LARGEST_DATA_BYTES = 64;
const MOST_BUTTONS = 100;

export type ReplyMarkup =
  | { readonly kind: 'none' }
  | { readonly kind: 'inline'; readonly keyboard: InlineKeyboard }
  /** A keyboard under the writing line, its removal, or a forced reply: not editable later. */
  | { readonly kind: 'reply'; readonly keyboard: readonly (readonly string[])[] };

const ReplyButton = z.union([
  z.string(),
  z.looseObject({ text: z.string() }).transform(({ text }) => text),
]);
const Markup = z.looseObject({
  inline_keyboard: z.array(z.array(z.unknown())).exactOptional(),
  keyboard: z.array(z.array(ReplyButton)).exactOptional(),
});
const Button = z.looseObject({
  text: z.string().exactOptional(),
  callback_data: z.string().exactOptional(),
  url: z.string().exactOptional(),
});

/** The markup as the platform takes it. Throws the platform's refusals. */
export function replyMarkupOf(raw: unknown): ReplyMarkup {
  if (raw === undefined || raw === null) return { kind: 'none' };
  const parsed = Markup.safeParse(raw);
  if (!parsed.success) throw badRequest('object expected as reply markup');
  const { inline_keyboard: rows, keyboard } = parsed.data;
  if (rows === undefined) return { kind: 'reply', keyboard: keyboard ?? [] };
  if (rows.flat().length > MOST_BUTTONS) throw badRequest('REPLY_MARKUP_TOO_LONG');
  const checked = rows.map((row) => row.map(inlineButton)).filter(({ length }) => length > 0);
  if (checked.length === 0) return { kind: 'none' };
  return { kind: 'inline', keyboard: { inline_keyboard: checked } };
}

/** The markup of an edit, which can only be inline. */
export function inlineKeyboardOf(raw: unknown): InlineKeyboard | undefined {
  const markup = replyMarkupOf(raw);
  if (markup.kind === 'reply') throw badRequest('inline keyboard expected');
  return markup.kind === 'inline' ? markup.keyboard : undefined;
}

/** Only what the platform keeps: fields that a library adds on its own are dropped. */
function inlineButton(raw: unknown): InlineButton {
  const parsed = Button.safeParse(raw);
  if (!parsed.success) throw badRequest("can't parse inline keyboard button: Object expected");
  const { text, callback_data: data, url } = parsed.data;
  if (text === undefined) {
    throw badRequest('can\'t parse inline keyboard button: Can\'t find field "text"');
  }
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  if (url !== undefined && url !== '') return { text, url: buttonLink(url) };
  if (data === undefined || data === '') {
    throw badRequest(
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  }
  if (Buffer.byteLength(data) > LARGEST_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID');
  return { text, callback_data: data };
}

function buttonLink(url: string): string {
  const link = linkOf(url);
  if (link === null) {
    throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  }
  return link;
}
