import type { FileSource } from '../../usecases/ports/file-source.ts';
import type { Channel, Intake } from '../../usecases/ports/intake.ts';
import type { Lease } from '../../usecases/ports/lease.ts';
import type { Messenger } from '../../usecases/ports/messenger.ts';
import type { SharedPace } from '../../usecases/ports/shared-pace.ts';
import { createPollTurn, type PollTurn } from '../poll-turn.ts';
import { createTelegramApi, type TelegramApi } from './api.ts';
import { createFiles } from './files.ts';
import { createHealth } from './health.ts';
import { createHeard, type Heard } from './heard.ts';
import { TELEGRAM } from './inbound.ts';
import { type ChannelLog, StoreFailedError, supervise } from './listening.ts';
import { createMessenger } from './messenger.ts';
import { createPacer } from './pacer.ts';
import type { PaceLimits } from './pacing.ts';
import { createReceiver } from './receiver.ts';
import { createSelf } from './self.ts';
import { pollingStep, WEBHOOK_PATH, webhookStep } from './steps.ts';

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
  /** How much Telegram takes from the bot; what its FAQ says unless said. */
  readonly limits?: PaceLimits;
  readonly log: ChannelLog;
  /** Monotonic milliseconds of the machine, not of the service's clock, which may be moved. */
  readonly nowMs: () => number;
  readonly waitMs: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** What is shared with other processes of the same bot; absent where there can be none. */
  readonly shared?: { readonly pace: SharedPace; readonly pollLease: Lease };
}

export interface TelegramWebhook {
  readonly path: string;
  readonly secret: string;
  /** Resolves once the update is stored; throws when it must come again. */
  handle(body: unknown): Promise<void>;
}

export interface TelegramChannel extends Channel {
  readonly messenger: Messenger;
  readonly files: FileSource;
  /** The bot's own name, for links. Throws while Telegram cannot be reached. */
  username(): Promise<string>;
  readonly webhook?: TelegramWebhook;
}

const CALL_MS = 15_000;
const POLL_MS = 30_000;
const DOWNLOAD_MS = 60_000;

/** Telegram as a channel. `start` returns at once; a supervisor keeps listening whatever happens. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, apiRoot, mode, timeouts, log, nowMs, waitMs } = options;
  const callMs = timeouts?.callMs ?? CALL_MS;
  const api = createTelegramApi({ token, apiRoot, callMs });
  const heard = createHeard(nowMs);
  const self = createSelf(api);
  const stopping = new AbortController();
  const receive = createReceiver({ api, log, heard, self, signal: stopping.signal });
  const turn = turnOf(options, stopping.signal);
  const health = createHealth(turn, nowMs);
  let listening: Promise<void> = Promise.resolve();
  let intake: Intake | null = null;

  const supervised = { log, waitMs, signal: stopping.signal, onTrouble: health.met };
  const listen = {
    api,
    self,
    signal: stopping.signal,
    callMs,
    pollMs: timeouts?.pollMs ?? POLL_MS,
    turn,
    onAnswer: health.answered,
    nowMs,
    waitMs,
  };

  return {
    name: TELEGRAM,
    messenger: messengerOf(options, api, heard),
    files: createFiles({ api, token, apiRoot, downloadMs: DOWNLOAD_MS }),
    username: self.username,
    health: health.now,
    quietMs: health.quietMs,
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
      // After the last question, so that the next holder meets none of ours.
      await turn.release();
      api.close();
      health.stopped();
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

function messengerOf(
  { nowMs, waitMs, limits, shared }: TelegramOptions,
  api: TelegramApi,
  { isRecent: isAwaited }: Heard,
): Messenger {
  const pacer = createPacer({
    nowMs,
    waitMs,
    ...(limits && { limits }),
    ...(shared && { shared: shared.pace }),
  });
  return createMessenger({ api, pacer, waitMs, isAwaited });
}

/** With a webhook, whoever is called listens. */
function turnOf({ mode, nowMs, waitMs, shared }: TelegramOptions, signal: AbortSignal): PollTurn {
  const lease = mode.kind === 'polling' ? shared?.pollLease : undefined;
  return createPollTurn({ lease, nowMs, waitMs, signal });
}
