import { randomUUID } from 'node:crypto';
import { toHtml } from './html-writer.ts';
import { onWire } from './methods.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { Chat, InlineButton, User } from './wire.ts';
import type { KeptMessage, World } from './world.ts';

export interface PersonInput {
  readonly id: number;
  readonly firstName: string;
  readonly lastName?: string;
  readonly username?: string;
}

/** A message as people see it. */
export interface ShownMessage {
  readonly messageId: number;
  readonly from: { readonly id: number; readonly name: string; readonly isBot: boolean };
  readonly text: string;
  readonly html: string;
  readonly buttons: readonly (readonly {
    readonly text: string;
    readonly data?: string;
    readonly url?: string;
  }[])[];
  /** The file that it carries. */
  readonly document?: { readonly id: string; readonly fileName: string };
  readonly sentAt: number;
  readonly isEdited: boolean;
  readonly isSilent: boolean;
}

/** A document as a person sends it. */
export interface SentFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly caption?: string;
}

/** What people do on the platform. Ids of private chats are the people's own. */
export interface PeopleActs {
  addPerson(person: PersonInput): void;
  addGroup(group: {
    readonly id: number;
    readonly title: string;
    readonly memberIds: readonly number[];
  }): void;
  addBotToGroup(groupId: number, byPersonId: number): void;
  removeBotFromGroup(groupId: number, byPersonId: number): void;
  /** Gives the update's id. */
  say(personId: number, chatId: number, text: string): number;
  sendSticker(personId: number, chatId: number): number;
  sendFile(personId: number, chatId: number, file: SentFile): number;
  /** The notice that the bot answers with, null for none or when it takes too long. */
  press(personId: number, chatId: number, messageId: number, data: string): Promise<string | null>;
  block(personId: number): void;
  unblock(personId: number): void;
  upgradeGroup(groupId: number): number;
  remove(chatId: number, messageId: number): void;
  /** As if the person had written before. */
  openChat(personId: number): void;
  /** As if the bot had been in the group before; nobody is told. */
  restoreBot(groupId: number): void;
  messages(chatId: number): readonly ShownMessage[];
  /** What a file holds that somebody sent; undefined for an unknown id. */
  fileOf(id: string): Uint8Array | undefined;
  /** Told in which chat something has changed; gives what ends it. */
  onChange(listener: (chatId: number) => void): () => void;
}

/** How long a pressed button shows that it waits. */
const ANSWER_MS = 15_000;

export interface People {
  readonly acts: PeopleActs;
  /** Whether the query was still open. */
  answered(queryId: string, text: string | null): boolean;
}

export function createPeopleActs(world: World, queue: UpdateQueue): People {
  const presses = createPresses(world, queue);
  const acts: PeopleActs = {
    addPerson: ({ id, firstName, lastName, username }) =>
      world.addPerson({
        id,
        is_bot: false,
        first_name: firstName,
        language_code: 'vi',
        ...(lastName !== undefined && { last_name: lastName }),
        ...(username !== undefined && { username }),
      }),
    addGroup: ({ id, title, memberIds }) => world.addGroup({ id, type: 'group', title }, memberIds),
    ...membershipActs(world, queue),
    say: (personId, chatId, text) =>
      queue.push({
        message: onWire(write(world, { personId, chatId, text }), chatOf(world, chatId)),
      }),
    sendSticker: (personId, chatId) => {
      const kept = write(world, { personId, chatId, text: '' });
      const { text: _text, ...message } = onWire(kept, chatOf(world, chatId));
      const sticker = {
        ...{ file_id: 'sticker', file_unique_id: 'sticker', type: 'regular' },
        ...{ width: 512, height: 512, is_animated: false, is_video: false },
      };
      return queue.push({ message: { ...message, sticker } });
    },
    sendFile: (personId, chatId, file) =>
      queue.push({
        message: onWire(writeFile(world, personId, chatId, file), chatOf(world, chatId)),
      }),
    press: presses.press,
    remove: (chatId, messageId) => {
      world.remove(chatId, messageId);
    },
    openChat: world.openPrivate,
    restoreBot: (groupId) => world.setBot(groupId, true),
    messages: (chatId) => world.messages(chatId).map(shown),
    fileOf: world.file,
    onChange: world.onChange,
  };
  return { acts, answered: presses.answered };
}

interface Writing {
  readonly personId: number;
  readonly chatId: number;
  readonly text: string;
}

function write(world: World, { personId, chatId, text }: Writing): KeptMessage {
  if (personId === chatId) world.openPrivate(personId);
  return world.add(chatId, {
    from: userOf(world, personId),
    text,
    entities: text.startsWith('/') ? [commandEntity(text)] : [],
    keyboard: undefined,
    isSilent: false,
    document: undefined,
  });
}

function writeFile(
  world: World,
  personId: number,
  chatId: number,
  { fileName, bytes, caption = '' }: SentFile,
): KeptMessage {
  const id = randomUUID();
  world.keepFile(id, bytes);
  if (personId === chatId) world.openPrivate(personId);
  return world.add(chatId, {
    from: userOf(world, personId),
    text: caption,
    entities: [],
    keyboard: undefined,
    isSilent: false,
    document: { file_id: id, file_unique_id: id, file_name: fileName, file_size: bytes.length },
  });
}

/** Button presses, and the bot's answers to them. */
function createPresses(
  world: World,
  queue: UpdateQueue,
): Pick<People, 'answered'> & Pick<PeopleActs, 'press'> {
  const queries = new Map<string, (text: string | null) => void>();
  return {
    press: (personId, chatId, messageId, data) => {
      const id = randomUUID();
      const kept = world.find(chatId, messageId);
      const chat = chatOf(world, chatId);
      const message =
        kept === undefined ? { chat, message_id: messageId, date: 0 } : onWire(kept, chat);
      const answered = new Promise<string | null>((resolve) => {
        const timer = setTimeout(() => resolve(null), ANSWER_MS);
        timer.unref();
        queries.set(id, (text) => {
          clearTimeout(timer);
          resolve(text);
        });
      });
      const from = userOf(world, personId);
      queue.push({ callback_query: { id, from, message, chat_instance: `${chatId}`, data } });
      return answered;
    },
    answered: (queryId, text) => {
      const resolve = queries.get(queryId);
      queries.delete(queryId);
      resolve?.(text);
      return resolve !== undefined;
    },
  };
}

function membershipActs(
  world: World,
  queue: UpdateQueue,
): Pick<PeopleActs, 'addBotToGroup' | 'removeBotFromGroup' | 'block' | 'unblock' | 'upgradeGroup'> {
  const change = (chatId: number, byId: number, hasBot: boolean, gone = 'kicked') => {
    world.setBot(chatId, hasBot);
    const member = (status: string) => ({ status, user: world.bot });
    queue.push({
      my_chat_member: {
        chat: chatOf(world, chatId),
        from: userOf(world, byId),
        date: Math.floor(world.now() / 1_000),
        old_chat_member: member(hasBot ? gone : 'member'),
        new_chat_member: member(hasBot ? 'member' : gone),
      },
    });
  };
  return {
    addBotToGroup: (groupId, byPersonId) => change(groupId, byPersonId, true, 'left'),
    removeBotFromGroup: (groupId, byPersonId) => change(groupId, byPersonId, false),
    block: (personId) => change(personId, personId, false),
    unblock: (personId) => change(personId, personId, true),
    upgradeGroup: (groupId) => upgrade(world, queue, groupId),
  };
}

function shown(kept: KeptMessage): ShownMessage {
  return {
    messageId: kept.id,
    from: { id: kept.from.id, name: nameOf(kept.from), isBot: kept.from.is_bot },
    text: kept.text,
    html: toHtml(kept),
    buttons: (kept.keyboard?.inline_keyboard ?? []).map((row) => row.map(shownButton)),
    ...(kept.document !== undefined && {
      document: { id: kept.document.file_id, fileName: kept.document.file_name ?? '' },
    }),
    sentAt: kept.sentAt,
    isEdited: kept.isEdited,
    isSilent: kept.isSilent,
  };
}

/** Both chats tell of it, as the platform does. */
function upgrade(world: World, queue: UpdateQueue, groupId: number): number {
  const old = chatOf(world, groupId);
  const newId = world.upgrade(groupId);
  const date = Math.floor(world.now() / 1_000);
  queue.push({ message: { message_id: 1, chat: old, date, migrate_to_chat_id: newId } });
  const chat = chatOf(world, newId);
  queue.push({ message: { message_id: 2, chat, date, migrate_from_chat_id: groupId } });
  return newId;
}

function userOf(world: World, personId: number): User {
  const person = world.person(personId);
  if (person === undefined) throw new Error(`Nobody has the id ${personId} in the sandbox.`);
  return person;
}

function chatOf(world: World, chatId: number): Chat {
  const chat = world.chat(chatId);
  if (chat === undefined) throw new Error(`No chat has the id ${chatId} in the sandbox.`);
  return chat;
}

function nameOf({ first_name: first, last_name: last }: User): string {
  return last === undefined ? first : `${first} ${last}`;
}

function commandEntity(text: string) {
  const [command = ''] = text.split(/\s/u);
  return { type: 'bot_command', offset: 0, length: command.length };
}

function shownButton({ text, callback_data: data, url }: InlineButton) {
  return { text, ...(data !== undefined && { data }), ...(url !== undefined && { url }) };
}
