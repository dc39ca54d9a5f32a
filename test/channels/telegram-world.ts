import {
  createTelegramChannel,
  type TelegramOptions,
} from '../../src/channels/telegram/channel.ts';
import type { IncomingUpdate } from '../../src/usecases/ports/intake.ts';
import type { Choice, Message, SendOptions } from '../../src/usecases/ports/messenger.ts';
import { startBotApi, TOKEN } from './scripted-bot-api.ts';

export const OFFICER = 7_000_000_001;
export const GROUP = -42;

/** A channel over real telegraf against a server on loopback, on a time that only waiting moves. */
export async function aTelegramWorld(options: Partial<TelegramOptions> = {}) {
  const server = await startBotApi();
  const accepted: IncomingUpdate[] = [];
  const waits: number[] = [];
  const lines: { level: string; fields: Readonly<Record<string, unknown>>; sentence: string }[] =
    [];
  const failures: Error[] = [];
  let now = 0;

  const log = (level: string) => (fields: Readonly<Record<string, unknown>>, sentence: string) => {
    lines.push({ level, fields, sentence });
  };
  const channel = createTelegramChannel({
    token: TOKEN,
    apiRoot: server.root,
    mode: { kind: 'polling' },
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    nowMs: () => now,
    waitMs: async (ms, signal) => {
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted === true) return;
      waits.push(ms);
      now += ms;
    },
    ...options,
  });

  return {
    server,
    channel,
    accepted,
    waits,
    lines,
    /** Makes the next attempts to store fail. */
    failToStore: (times: number) => {
      for (let index = 0; index < times; index += 1) failures.push(new Error('database is down'));
    },
    intake: {
      accept: async (update: IncomingUpdate) => {
        // Later updates are stored faster, so only a channel that waits keeps their order.
        const pauses = Math.max(0, 5 - accepted.length);
        for (let pause = 0; pause < pauses; pause += 1) {
          await new Promise((resolve) => setImmediate(resolve));
        }
        const failure = failures.shift();
        if (failure !== undefined) throw failure;
        const isRepeated = accepted.some(({ updateId }) => updateId === update.updateId);
        accepted.push(update);
        return isRepeated ? ('repeated' as const) : ('stored' as const);
      },
    },
    send: (message: Message, chatId = String(OFFICER), options: SendOptions = {}) =>
      channel.messenger.send({ channel: 'telegram', chatId }, message, options),
    end: async () => {
      await channel.stop();
      await server.close();
    },
  };
}

export function aMessage(text: string, choices: readonly Choice[] = []): Message {
  return { lines: text.split('\n').map((line) => [{ text: line }]), choices };
}

export function aText(id: number, text: string, from = OFFICER, chat = from) {
  return {
    update_id: id,
    message: {
      message_id: id,
      date: 1_780_000_000,
      chat: { id: chat, type: chat < 0 ? 'supergroup' : 'private' },
      from: { id: from, is_bot: false, first_name: 'Yến', last_name: 'Lê' },
      text,
    },
  };
}

export function aPress(id: number, token: string) {
  return {
    update_id: id,
    callback_query: {
      id: `press-${id}`,
      from: { id: OFFICER, is_bot: false, first_name: 'Yến' },
      chat_instance: '1',
      data: token,
      message: { message_id: 55, date: 0, chat: { id: OFFICER, type: 'private' } },
    },
  };
}
