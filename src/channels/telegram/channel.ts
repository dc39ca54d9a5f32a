import { z } from 'zod';
import type { Channel, ChannelHealth, Intake } from '../../usecases/ports/intake.ts';
import type { Messenger } from '../../usecases/ports/messenger.ts';
import { createTelegramApi, type TelegramApi } from './api.ts';
import { createHeard } from './heard.ts';
import { ALLOWED_UPDATES, TELEGRAM } from './inbound.ts';
import { type ChannelLog, StoreFailedError, supervise } from './listening.ts';
import { createMessenger } from './messenger.ts';
import { createPacer } from './pacer.ts';
import { createReceiver } from './receiver.ts';
import { createSelf, type Self } from './self.ts';

export interface TelegramOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly mode:
    | { readonly kind: 'polling' }
    | { readonly kind: 'webhook'; readonly publicUrl: string; readonly secret: string };
  readonly timeouts?: {
    /** Limit of one call, 15 s unless said. */
    readonly callMs?: number;
    /** How long Telegram may hold one question for updates, 30 s unless said. */
    readonly pollMs?: number;
  };
  readonly log: ChannelLog;
  /** Monotonic milliseconds of the machine, not of the service's clock, which may be moved. */
  readonly nowMs: () => number;
  readonly waitMs: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface TelegramWebhook {
  readonly path: string;
  readonly secret: string;
  /** Resolves once the update is stored; throws when it must come again. */
  handle(body: unknown): Promise<void>;
}

export interface TelegramChannel extends Channel {
  readonly messenger: Messenger;
  /** The bot's own name, for links. Throws while Telegram cannot be reached. */
  username(): Promise<string>;
  readonly webhook?: TelegramWebhook;
}

const WEBHOOK_PATH = '/webhooks/telegram';
const CALL_MS = 15_000;
const POLL_MS = 30_000;

const Done = z.literal(true);
const Updates = z.array(z.unknown());

/** Telegram as a channel. `start` returns at once; a supervisor keeps listening whatever happens. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, apiRoot, mode, timeouts, log, nowMs, waitMs } = options;
  const callMs = timeouts?.callMs ?? CALL_MS;
  const api = createTelegramApi({ token, apiRoot, callMs });
  const heard = createHeard(nowMs);
  const self = createSelf(api);
  const stopping = new AbortController();
  const receive = createReceiver({ api, log, heard, self, signal: stopping.signal });
  let health: ChannelHealth = { channel: TELEGRAM, state: 'starting', trouble: null };
  let listening: Promise<void> = Promise.resolve();
  let intake: Intake | null = null;

  const onTrouble = (trouble: string | null) => {
    const state = trouble === null ? 'listening' : 'recovering';
    health = { channel: TELEGRAM, state, trouble };
  };
  const supervised = { log, waitMs, signal: stopping.signal, onTrouble };
  const listen = {
    api,
    self,
    signal: stopping.signal,
    callMs,
    pollMs: timeouts?.pollMs ?? POLL_MS,
  };

  return {
    name: TELEGRAM,
    messenger: createMessenger({
      api,
      pacer: createPacer({ nowMs, waitMs }),
      waitMs,
      isAwaited: heard.isRecent,
    }),
    username: self.username,
    health: () => health,
    start: (given) => {
      intake = given;
      const step =
        mode.kind === 'webhook'
          ? webhookStep(listen, mode)
          : pollingStep(listen, (raw) => receive(raw, given));
      listening = supervise(supervised, step);
      return Promise.resolve();
    },
    stop: async () => {
      stopping.abort();
      await listening;
      api.close();
      health = { channel: TELEGRAM, state: 'stopped', trouble: null };
    },
    ...(mode.kind === 'webhook' && {
      webhook: {
        path: WEBHOOK_PATH,
        secret: mode.secret,
        handle: async (body: unknown) => {
          if (intake === null || stopping.signal.aborted) throw new StoreFailedError('not started');
          await receive(body, intake);
        },
      },
    }),
  };
}

interface Listen {
  readonly api: TelegramApi;
  readonly self: Self;
  readonly signal: AbortSignal;
  readonly callMs: number;
  readonly pollMs: number;
}

/**
 * Asks for updates in a loop of our own over telegraf's client, instead of `bot.launch()`: that one
 * handles a batch side by side and confirms it even when a handler threw, so an update that could
 * not be stored would be lost, and it ends for good at the first 409 or 401.
 */
function pollingStep(
  { api, self, signal, callMs, pollMs }: Listen,
  receive: (raw: unknown) => Promise<number | null>,
): () => Promise<'again'> {
  let offset = 0;
  let isReady = false;
  return async () => {
    // After any trouble the first question is short, so that recovery shows at once; a webhook that
    // somebody set in between would forbid polling, so it is taken away again.
    const wasReady = isReady;
    isReady = false;
    if (!wasReady) {
      await self.username();
      await api.call('deleteWebhook', { drop_pending_updates: false }, Done, { signal });
    }
    const waitS = wasReady ? Math.round(pollMs / 1_000) : 0;
    const question = { offset, timeout: waitS, limit: 100, allowed_updates: ALLOWED_UPDATES };
    const limits = { timeoutMs: waitS * 1_000 + callMs, signal };
    const updates = await api.call('getUpdates', question, Updates, limits);
    for (const raw of updates) {
      if (signal.aborted) break;
      // Only what is stored is confirmed: the next question carries the new offset.
      const id = await receive(raw);
      if (id !== null) offset = id + 1;
    }
    isReady = true;
    return 'again';
  };
}

function webhookStep(
  { api, self, signal }: Listen,
  { publicUrl, secret }: { readonly publicUrl: string; readonly secret: string },
): () => Promise<'done'> {
  return async () => {
    await self.username();
    const url = publicUrl.replace(/\/+$/, '') + WEBHOOK_PATH;
    const settings = { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES };
    await api.call('setWebhook', settings, Done, { signal });
    return 'done';
  };
}
