import { z } from 'zod';
import type { IncomingUpdate } from '../../usecases/ports/intake.ts';

export const TELEGRAM = 'telegram';

/** What Telegram is asked to bring; everything else it keeps to itself. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
] as const;

const Person = z.object({
  id: z.number(),
  is_bot: z.boolean().catch(false),
  first_name: z.string().catch(''),
  last_name: z.string().catch(''),
});

const Chat = z.object({ id: z.number(), type: z.string() });

const IncomingMessage = z.looseObject({
  chat: Chat,
  from: Person.optional(),
  sender_chat: z.unknown().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  document: z
    .looseObject({
      file_id: z.string().optional(),
      file_name: z.string().optional(),
      file_size: z.number().optional(),
    })
    .optional(),
  migrate_to_chat_id: z.number().optional(),
  migrate_from_chat_id: z.number().optional(),
});
type IncomingMessage = z.infer<typeof IncomingMessage>;

const Press = z.object({
  id: z.string(),
  from: Person,
  data: z.string().optional(),
  message: z.object({ message_id: z.number(), chat: Chat }).optional(),
});

const Membership = z.object({ status: z.string(), is_member: z.boolean().optional() });
const MembershipChange = z.object({
  chat: Chat,
  from: Person,
  old_chat_member: Membership,
  new_chat_member: Membership,
});

const UpdateId = z.object({ update_id: z.number().int() });
const Update = z.object({
  message: IncomingMessage.optional(),
  edited_message: IncomingMessage.optional(),
  callback_query: Press.optional(),
  my_chat_member: MembershipChange.optional(),
});

/** An update as it came, read as far as it is ours. */
export interface ReadUpdate {
  readonly id: number;
  /** Null for what asks nothing of us: titles, other bots, kinds not yet known. */
  readonly update: IncomingUpdate | null;
  /** Of a kind that we asked for, in a shape that we do not know: a defect on one of the two sides. */
  readonly isUnreadable: boolean;
  /** To be answered at once, or the person's button goes on spinning. */
  readonly pressId: string | null;
}

/** Null when there is not even an id to confirm. */
export function readUpdate(raw: unknown, username: string | null): ReadUpdate | null {
  const head = UpdateId.safeParse(raw);
  if (!head.success) return null;
  const id = head.data.update_id;
  const parsed = Update.safeParse(raw);
  if (!parsed.success) return { id, update: null, isUnreadable: true, pressId: null };
  const press = parsed.data.callback_query;
  const update = updateOf(String(id), parsed.data, username);
  return { id, update, isUnreadable: false, pressId: press?.id ?? null };
}

function updateOf(
  updateId: string,
  {
    message,
    edited_message: edited,
    callback_query: press,
    my_chat_member: change,
  }: z.infer<typeof Update>,
  username: string | null,
): IncomingUpdate | null {
  if (message !== undefined) return fromMessage(updateId, message, username);
  if (edited !== undefined) return fromEdit(updateId, edited);
  if (press !== undefined) return fromPress(updateId, press);
  return change === undefined ? null : fromMembership(updateId, change);
}

function fromMessage(
  updateId: string,
  message: IncomingMessage,
  username: string | null,
): IncomingUpdate | null {
  const { chat, from, migrate_to_chat_id: to, migrate_from_chat_id: old } = message;
  const head = headOf(updateId, chat, from);
  // Either half of the notice may be the one that reaches us; both say the same.
  if (to !== undefined) return { ...head, kind: 'chatMoved', newChatId: String(to) };
  if (old !== undefined) {
    const oldChat = { channel: TELEGRAM, chatId: String(old) };
    return { ...head, chat: oldChat, kind: 'chatMoved', newChatId: String(chat.id) };
  }
  // An administrator who writes as the group itself is shown as a bot, and names nobody.
  const isAnonymous = message.sender_chat !== undefined;
  if (from?.is_bot === true && !isAnonymous) return null;
  const sender = isAnonymous ? { ...head, senderId: null, senderName: null } : head;
  if (message.text === undefined) {
    const what = CONTENTS.find((content) => message[content] !== undefined);
    const file = fileIn(message);
    if (what === undefined) return null;
    if (file !== null) return { ...sender, kind: 'file', ...file, ...wordsWith(message) };
    return { ...sender, kind: 'other', what, ...wordsWith(message) };
  }
  const text = spokenText(message.text, username);
  return text === null ? null : { ...sender, kind: 'text', text };
}

/** A moving picture comes as a document as well. */
function fileIn({ document, ...message }: IncomingMessage) {
  if (document?.file_id === undefined || message['animation'] !== undefined) return null;
  return { fileId: clean(document.file_id), size: document.file_size ?? null };
}

/** A person who mends a message must know that it was not read again. */
function fromEdit(updateId: string, edited: IncomingMessage): IncomingUpdate | null {
  const { chat, from, text, caption } = edited;
  if (from?.is_bot !== false || (text ?? caption) === undefined) return null;
  return { ...headOf(updateId, chat, from), kind: 'other', what: 'edited', ...wordsWith(edited) };
}

/** What is written beside a picture or on a file, and what stands in an edited text. */
function wordsWith({ text, caption, document }: IncomingMessage) {
  return { words: clean(text ?? caption ?? ''), fileName: clean(document?.file_name ?? '') };
}

/** The words without the address of this bot; null when a command is meant for another one. */
function spokenText(raw: string, username: string | null): string | null {
  const text = clean(raw).trim();
  const command = /^(\/\w+)@(\w+)/.exec(text);
  if (command !== null) {
    const [whole, name = '', addressee = ''] = command;
    const isOurs = username === null || addressee.toLowerCase() === username.toLowerCase();
    return isOurs ? name + text.slice(whole.length) : null;
  }
  const mention = username === null ? '' : `@${username} `;
  const isMention = mention !== '' && text.toLowerCase().startsWith(mention.toLowerCase());
  return isMention ? text.slice(mention.length).trim() : text;
}

function fromPress(updateId: string, press: z.infer<typeof Press>): IncomingUpdate | null {
  const { from, data, message } = press;
  if (data === undefined || message === undefined) return null;
  const head = headOf(updateId, message.chat, from);
  return { ...head, kind: 'choice', token: clean(data), messageId: String(message.message_id) };
}

function fromMembership(
  updateId: string,
  { chat, from, old_chat_member: before, new_chat_member: after }: z.infer<typeof MembershipChange>,
): IncomingUpdate | null {
  const wasIn = isInside(before);
  const isIn = isInside(after);
  if (wasIn === isIn || chat.type === 'channel') return null;
  const head = headOf(updateId, chat, from);
  if (chat.type === 'private') return { ...head, kind: isIn ? 'unblocked' : 'blocked' };
  return { ...head, kind: isIn ? 'addedToGroup' : 'removedFromGroup' };
}

function isInside({ status, is_member }: z.infer<typeof Membership>): boolean {
  if (status === 'restricted') return is_member === true;
  return status !== 'left' && status !== 'kicked';
}

function headOf(
  updateId: string,
  chat: z.infer<typeof Chat>,
  from: z.infer<typeof Person> | undefined,
) {
  const name = clean(`${from?.first_name ?? ''} ${from?.last_name ?? ''}`).trim();
  return {
    updateId,
    chat: { channel: TELEGRAM, chatId: String(chat.id) },
    isGroup: chat.type !== 'private',
    senderId: from === undefined ? null : String(from.id),
    senderName: name === '' ? null : name,
  };
}

/** One form for each letter, and no NUL, which PostgreSQL refuses. */
function clean(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed().normalize('NFC');
}

/** What a person may send besides text. Notices of the platform (titles, joins, pins) are not in it. */
const CONTENTS = [
  'photo',
  'document',
  'voice',
  'video',
  'video_note',
  'audio',
  'animation',
  'sticker',
  'location',
  'venue',
  'contact',
  'poll',
  'dice',
  'story',
] as const;
