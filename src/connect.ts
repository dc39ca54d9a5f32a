import { createTelegramChannel } from './channels/telegram/channel.ts';
import { TELEGRAM } from './channels/telegram/inbound.ts';
import { TELEGRAM_LIMITS } from './channels/telegram/pacing.ts';
import { steadyMs } from './clock.ts';
import type { TelegramConfig } from './config.ts';
import type { Log } from './log.ts';
import type { Webhook } from './server/http-server.ts';
import { secretHeader } from './server/secret.ts';
import type { Sharing } from './sharing.ts';
import type { FileSource } from './usecases/ports/file-source.ts';
import type { Channel } from './usecases/ports/intake.ts';
import type { Messenger } from './usecases/ports/messenger.ts';

/** The platforms that the office uses, ready to be listened to and spoken through. */
export interface Connected {
  readonly channels: readonly Channel[];
  readonly messengers: ReadonlyMap<string, Messenger>;
  readonly files: ReadonlyMap<string, FileSource>;
  readonly webhooks: readonly Webhook[];
  /** The bot's name, once its platform has told it. */
  botName(channel: string): string | null;
  /** Asks the platforms for the bots' names; null for one that does not answer. */
  askBotName(channel: string): Promise<string | null>;
  close(): Promise<void>;
}

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

export function connectChannels(
  telegram: TelegramConfig | null,
  log: Pick<Log, 'info' | 'warn' | 'error'>,
  sharing: Sharing | null = null,
): Connected {
  if (telegram === null) return NOTHING;
  const names = new Map<string, string>();
  const { token, apiRoot, mode, messagesPerSecond } = telegram;
  const limits = {
    ...TELEGRAM_LIMITS,
    ...(messagesPerSecond !== null && { overallPerSecond: messagesPerSecond }),
  };
  const channel = createTelegramChannel({
    token,
    apiRoot,
    mode,
    limits,
    log,
    nowMs: steadyMs,
    waitMs,
    ...(sharing !== null && {
      shared: {
        pace: sharing.pace(TELEGRAM, limits),
        pollLease: sharing.pollLease(TELEGRAM),
      },
    }),
  });
  const { webhook } = channel;
  return {
    channels: [channel],
    messengers: new Map([[channel.name, channel.messenger]]),
    files: new Map([[channel.name, channel.files]]),
    webhooks:
      webhook === undefined
        ? []
        : [{ ...webhook, verify: secretHeader(SECRET_HEADER, webhook.secret) }],
    botName: (name) => names.get(name) ?? null,
    askBotName: async (name) => {
      const told = await channel.username().catch(() => null);
      if (told !== null) names.set(name, told);
      return told;
    },
    close: () => channel.stop(),
  };
}

const NOTHING: Connected = {
  channels: [],
  messengers: new Map(),
  files: new Map(),
  webhooks: [],
  botName: () => null,
  askBotName: () => Promise.resolve(null),
  close: () => Promise.resolve(),
};

/** The longest that a timer of Node can run, 24 days: a longer one would go off at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Real waiting, ended early by a signal; what a platform asks for beyond 24 days is cut to them. */
export function waitMs(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve();
    const timer = setTimeout(resolve, Math.min(ms, LONGEST_TIMER_MS));
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
