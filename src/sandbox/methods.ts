import { z } from 'zod';
import { captionText, Entities, messageText } from './message-text.ts';
import { Flag, isUpload, type Parameters, readParameters, Whole, Words } from './parameters.ts';
import { badRequest } from './refusal.ts';
import { inlineKeyboardOf, replyMarkupOf } from './reply-markup.ts';
import type { Chat, Message } from './wire.ts';
import type { KeptMessage, World } from './world.ts';

/** Answers of the bot to button presses, by query id. */
export type Answered = (queryId: string, text: string | null) => boolean;

export interface MethodContext {
  readonly world: World;
  readonly limit: (chatId: number) => void;
  readonly answered: Answered;
}

export type Method = (context: MethodContext, parameters: Parameters) => unknown;

const Written = {
  parse_mode: Words.exactOptional(),
  reply_markup: z.unknown().optional(),
};
const SendMessage = z.looseObject({
  chat_id: Whole,
  text: Words,
  entities: Entities.exactOptional(),
  disable_notification: Flag.exactOptional(),
  ...Written,
});
const EditMessage = z.looseObject({
  chat_id: Whole,
  message_id: Whole,
  text: Words,
  entities: Entities.exactOptional(),
  ...Written,
});
const EditMarkup = z.looseObject({
  chat_id: Whole,
  message_id: Whole,
  reply_markup: z.unknown().optional(),
});
const InChat = z.looseObject({ chat_id: Whole });
const OneMessage = z.looseObject({ chat_id: Whole, message_id: Whole });
const SendDocument = z.looseObject({
  chat_id: Whole,
  document: z.unknown().optional(),
  caption: Words.exactOptional(),
  ...Written,
});
const OneFile = z.looseObject({ file_id: Words });
const Answer = z.looseObject({ callback_query_id: Words, text: Words.exactOptional() });

const UNMODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** The methods that the sandbox knows but for those about updates, by their lower-case names. */
export const METHODS: Readonly<Record<string, Method>> = {
  getme: ({ world }) => ({
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  }),
  sendmessage: sendMessage,
  editmessagetext: editMessageText,
  editmessagereplymarkup: editMarkup,
  deletemessage: ({ world }, raw) => {
    const { chat_id: chatId, message_id: messageId } = readParameters(OneMessage, raw);
    world.writable(chatId);
    if (!world.remove(chatId, messageId)) throw badRequest('message to delete not found');
    return true;
  },
  senddocument: sendDocument,
  getfile: ({ world }, raw) => {
    const { file_id: id } = readParameters(OneFile, raw);
    const bytes = world.file(id);
    if (bytes === undefined)
      throw badRequest('wrong file_id or the file is temporarily unavailable');
    return { file_id: id, file_unique_id: id, file_size: bytes.length, file_path: pathOf(id) };
  },
  answercallbackquery: ({ answered }, raw) => {
    const { callback_query_id: id, text } = readParameters(Answer, raw);
    if (!answered(id, text ?? null)) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    return true;
  },
  sendchataction: ({ world }, raw) => {
    world.writable(readParameters(InChat, raw).chat_id);
    return true;
  },
  setmycommands: () => true,
  getmycommands: () => [],
  getchat: ({ world }, raw) => world.writable(readParameters(InChat, raw).chat_id).chat,
};

function sendMessage({ world, limit }: MethodContext, raw: Parameters): Message {
  const asked = readParameters(SendMessage, raw);
  const { chat } = world.writable(asked.chat_id);
  const { text, entities } = messageText({
    text: asked.text,
    parseMode: asked.parse_mode,
    entities: asked.entities,
  });
  const markup = replyMarkupOf(asked.reply_markup);
  limit(asked.chat_id);
  const kept = world.add(asked.chat_id, {
    from: world.bot,
    text,
    entities,
    keyboard: markup.kind === 'inline' ? markup.keyboard : undefined,
    isSilent: asked.disable_notification ?? false,
    document: undefined,
  });
  return onWire(kept, chat);
}

function editMessageText({ world }: MethodContext, raw: Parameters): Message {
  const asked = readParameters(EditMessage, raw);
  const { chat } = world.writable(asked.chat_id);
  const message = editable(world, asked.chat_id, asked.message_id);
  const { text, entities } = messageText({
    text: asked.text,
    parseMode: asked.parse_mode,
    entities: asked.entities,
  });
  const keyboard = inlineKeyboardOf(asked.reply_markup);
  return edit(world, chat, message, { ...message, text, entities, keyboard });
}

function editMarkup({ world }: MethodContext, raw: Parameters): Message {
  const asked = readParameters(EditMarkup, raw);
  const { chat } = world.writable(asked.chat_id);
  const message = editable(world, asked.chat_id, asked.message_id);
  const keyboard = inlineKeyboardOf(asked.reply_markup);
  return edit(world, chat, message, { ...message, keyboard });
}

function editable(world: World, chatId: number, messageId: number): KeptMessage {
  const message = world.find(chatId, messageId);
  if (message === undefined) throw badRequest('message to edit not found');
  if (message.from.id !== world.bot.id) throw badRequest("message can't be edited");
  return message;
}

function edit(world: World, chat: Chat, before: KeptMessage, after: KeptMessage): Message {
  const content = ({ text, entities, keyboard }: KeptMessage) =>
    JSON.stringify([text, entities, keyboard]);
  if (content(before) === content(after)) throw badRequest(UNMODIFIED);
  const edited = { ...after, isEdited: true };
  world.replace(chat.id, edited);
  return onWire(edited, chat);
}

function sendDocument({ world, limit }: MethodContext, raw: Parameters): Message {
  const asked = readParameters(SendDocument, raw);
  const { chat } = world.writable(asked.chat_id);
  if (!isUpload(asked.document)) throw badRequest('there is no document in the request');
  const { fileName, mimeType, bytes } = asked.document;
  const { text, entities } = captionText({
    text: asked.caption ?? '',
    parseMode: asked.parse_mode,
    entities: undefined,
  });
  const markup = replyMarkupOf(asked.reply_markup);
  limit(asked.chat_id);
  const id = `file-${fileName}`;
  world.keepFile(id, bytes);
  const kept = world.add(asked.chat_id, {
    from: world.bot,
    text,
    entities,
    keyboard: markup.kind === 'inline' ? markup.keyboard : undefined,
    isSilent: false,
    document: {
      file_id: id,
      file_unique_id: id,
      file_name: fileName,
      mime_type: mimeType,
      file_size: bytes.length,
    },
  });
  return onWire(kept, chat);
}

/** Where a file is downloaded, below the address with the token. */
function pathOf(id: string): string {
  return `documents/${encodeURIComponent(id)}`;
}

/** A message as it goes over the wire. */
export function onWire(kept: KeptMessage, chat: Chat): Message {
  const { id, from, text, entities, keyboard, sentAt, isEdited, document } = kept;
  const date = Math.floor(sentAt / 1_000);
  const isCaption = document !== undefined;
  return {
    message_id: id,
    from,
    chat,
    date,
    ...(isEdited && { edit_date: date }),
    ...(!isCaption && { text }),
    ...(!isCaption && entities.length > 0 && { entities }),
    ...(isCaption && { document, ...(text !== '' && { caption: text }) }),
    ...(keyboard !== undefined && { reply_markup: keyboard }),
  };
}
