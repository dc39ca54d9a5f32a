import { z } from 'zod';
import type { PollTurn } from '../poll-turn.ts';
import type { TelegramApi } from './api.ts';
import { ALLOWED_UPDATES } from './inbound.ts';
import type { Self } from './self.ts';

export const WEBHOOK_PATH = '/webhooks/telegram';

const Done = z.literal(true);
const Updates = z.array(z.unknown());

export interface Listen {
  readonly turn: PollTurn;
  readonly onAnswer: () => void;
  readonly api: TelegramApi;
  readonly self: Self;
  readonly signal: AbortSignal;
  readonly callMs: number;
  readonly pollMs: number;
  /** Monotonic milliseconds of the machine. */
  readonly nowMs: () => number;
  readonly waitMs: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * What was asked for in vain is not asked for again sooner, though the far side should hold the
 * question: one that answers at once, or tells for ever what was confirmed or has no id to confirm,
 * would be asked thousands of times a second. Telegram itself slows whoever asks again within 0.5 s.
 */
const SAME_QUESTION_MS = 300;

/**
 * Asks for updates in a loop of our own over telegraf's client, instead of `bot.launch()`: that one
 * handles a batch side by side and confirms it even when a handler threw, so an update that could
 * not be stored would be lost, and it ends for good at the first 409 or 401.
 */
export function pollingStep(
  listen: Listen,
  receive: (raw: unknown) => Promise<number | null>,
): () => Promise<'again'> {
  const { turn, api, self, signal, callMs, pollMs, onAnswer } = listen;
  let offset = 0;
  let isReady = false;
  const takeIn = async (updates: readonly unknown[]): Promise<void> => {
    for (const receipt of await Promise.allSettled(updates.map(receive))) {
      // Only what is stored is confirmed, and nothing after what was not: the next question carries
      // the new offset.
      if (receipt.status === 'rejected') throw receipt.reason;
      if (receipt.value !== null) offset = receipt.value + 1;
    }
  };
  const askOnce = async (mine: AbortSignal): Promise<void> => {
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
    const until = AbortSignal.any([signal, mine]);
    const limits = { timeoutMs: waitS * 1_000 + callMs, signal: until };
    const updates = await api.call('getUpdates', question, Updates, limits);
    onAnswer();
    if (!until.aborted) await takeIn(updates);
    isReady = true;
  };
  const askAtEase = async (mine: AbortSignal): Promise<void> => {
    const rest = createRest(listen);
    const before = isReady ? offset : null;
    await askOnce(mine);
    if (offset === before) await rest(mine);
  };
  let last: AbortSignal | null = null;
  return async () => {
    const mine = await turn.mine();
    if (mine === null) return 'again';
    // Another one has listened in between: what it has confirmed is gone, what it has not comes again.
    if (mine !== last) offset = 0;
    last = mine;
    try {
      await askAtEase(mine);
    } catch (error) {
      if (!mine.aborted || signal.aborted) throw error;
      isReady = false;
    }
    return 'again';
  };
}

/** Waits until so long after its making. */
function createRest({ nowMs, waitMs, signal }: Listen): (mine: AbortSignal) => Promise<void> {
  const until = nowMs() + SAME_QUESTION_MS;
  return async (mine) => {
    const restMs = until - nowMs();
    if (restMs > 0) await waitMs(restMs, AbortSignal.any([signal, mine]));
  };
}

export function webhookStep(
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
