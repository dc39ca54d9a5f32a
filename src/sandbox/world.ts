import { badRequest, forbidden } from './refusal.ts';
import type { Chat, InlineKeyboard, Message, MessageEntity, User } from './wire.ts';

/** A message as it stands in a chat. */
export interface KeptMessage {
  readonly id: number;
  readonly from: User;
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly keyboard: InlineKeyboard | undefined;
  /** Milliseconds of the world's time. */
  readonly sentAt: number;
  readonly isEdited: boolean;
  readonly isSilent: boolean;
  readonly document: Message['document'];
}

interface ChatState {
  readonly chat: Chat;
  readonly members: Set<number>;
  readonly messages: KeptMessage[];
  hasBot: boolean;
  movedTo: number | null;
}

/** People, chats and what was said in them, as the platform keeps it. */
export interface World {
  readonly bot: User;
  now(): number;
  person(id: number): User | undefined;
  addPerson(person: User): void;
  addGroup(chat: Chat, memberIds: readonly number[]): void;
  /** The private chat of a person exists once they have written. */
  openPrivate(personId: number): void;
  setBot(chatId: number, hasBot: boolean): void;
  upgrade(chatId: number): number;
  chat(chatId: number): Chat | undefined;
  /** The chat if the bot may write to it; throws the platform's refusals. */
  writable(chatId: number): ChatState;
  add(chatId: number, message: Omit<KeptMessage, 'id' | 'sentAt' | 'isEdited'>): KeptMessage;
  replace(chatId: number, message: KeptMessage): void;
  remove(chatId: number, messageId: number): boolean;
  /** What a file holds, by its id; undefined where the platform knows none. */
  file(id: string): Uint8Array | undefined;
  keepFile(id: string, bytes: Uint8Array): void;
  find(chatId: number, messageId: number): KeptMessage | undefined;
  messages(chatId: number): readonly KeptMessage[];
  /** Told in which chat something has changed; gives what ends it. */
  onChange(listener: (chatId: number) => void): () => void;
}

/** Everything that the world's functions share. */
interface State {
  readonly people: Map<number, User>;
  readonly chats: Map<number, ChatState>;
  readonly files: Map<string, Uint8Array>;
  readonly nowMs: () => number;
  changed(chatId: number): void;
}

export function createWorld(bot: User, nowMs: () => number): World {
  const listeners = new Set<(chatId: number) => void>();
  const state: State = {
    people: new Map(),
    chats: new Map(),
    files: new Map(),
    nowMs,
    changed: (chatId) => {
      for (const listener of listeners) listener(chatId);
    },
  };
  return {
    bot,
    now: nowMs,
    person: (id) => state.people.get(id),
    addPerson: (person) => {
      state.people.set(person.id, person);
    },
    ...chatsOf(state),
    ...messagesOf(state),
    file: (id) => state.files.get(id),
    keepFile: (id, bytes) => {
      state.files.set(id, bytes);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function chatsOf(
  state: State,
): Pick<World, 'addGroup' | 'openPrivate' | 'setBot' | 'upgrade' | 'chat' | 'writable'> {
  const { people, chats, changed } = state;
  const open = (chat: Chat, memberIds: readonly number[], hasBot: boolean) => {
    if (chats.has(chat.id)) return;
    const opened = { chat, members: new Set(memberIds), messages: [], hasBot, movedTo: null };
    chats.set(chat.id, opened);
  };
  return {
    addGroup: (chat, memberIds) => open(chat, memberIds, false),
    openPrivate: (personId) => {
      const person = people.get(personId);
      if (person === undefined) throw badRequest('chat not found');
      const { first_name, last_name } = person;
      const name = { first_name, ...(last_name !== undefined && { last_name }) };
      open({ id: personId, type: 'private', ...name }, [personId], true);
    },
    setBot: (chatId, hasBot) => {
      stateOf(state, chatId).hasBot = hasBot;
    },
    upgrade: (chatId) => {
      const old = stateOf(state, chatId);
      const newId = Number(`-100${Math.abs(chatId)}`);
      const chat: Chat = { ...old.chat, id: newId, type: 'supergroup' };
      chats.set(newId, { ...old, chat, messages: [...old.messages] });
      old.movedTo = newId;
      changed(newId);
      return newId;
    },
    chat: (chatId) => chats.get(chatId)?.chat,
    writable: (chatId) => {
      const found = stateOf(state, chatId);
      if (found.movedTo !== null) {
        const parameters = { migrate_to_chat_id: found.movedTo };
        throw badRequest('group chat was upgraded to a supergroup chat', parameters);
      }
      if (found.hasBot) return found;
      throw found.chat.type === 'private'
        ? forbidden('bot was blocked by the user')
        : forbidden(`bot was kicked from the ${found.chat.type} chat`);
    },
  };
}

function messagesOf(state: State): Pick<World, 'add' | 'replace' | 'remove' | 'find' | 'messages'> {
  const { chats, nowMs, changed } = state;
  let nextId = 1;
  /** Puts another message, or none, in the place of one. */
  const swap = (chatId: number, messageId: number, ...by: KeptMessage[]): boolean => {
    const { messages } = stateOf(state, chatId);
    const index = messages.findIndex(({ id }) => id === messageId);
    if (index < 0) return false;
    messages.splice(index, 1, ...by);
    changed(chatId);
    return true;
  };
  return {
    add: (chatId, message) => {
      const kept = { ...message, id: nextId, sentAt: nowMs(), isEdited: false };
      nextId += 1;
      stateOf(state, chatId).messages.push(kept);
      changed(chatId);
      return kept;
    },
    replace: (chatId, message) => {
      swap(chatId, message.id, message);
    },
    remove: (chatId, messageId) => swap(chatId, messageId),
    find: (chatId, messageId) => chats.get(chatId)?.messages.find(({ id }) => id === messageId),
    messages: (chatId) => chats.get(chatId)?.messages ?? [],
  };
}

function stateOf({ chats }: State, chatId: number): ChatState {
  const state = chats.get(chatId);
  if (state === undefined) throw badRequest('chat not found');
  return state;
}
