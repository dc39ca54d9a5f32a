import { z } from 'zod';
import type { IncomingUpdate, Intake } from '../../usecases/ports/intake.ts';
import type { TelegramApi } from './api.ts';
import type { Heard } from './heard.ts';
import { type ReadUpdate, readUpdate } from './inbound.ts';
import { type ChannelLog, StoreFailedError } from './listening.ts';
import type { Self } from './self.ts';

export interface Receiving {
  readonly api: TelegramApi;
  readonly log: ChannelLog;
  readonly heard: Heard;
  readonly self: Self;
  readonly signal: AbortSignal;
}

export type Receive = (raw: unknown, intake: Intake) => Promise<number | null>;

/**
 * Stores one update and gives its id, null for what has none. Several may be on their way: those of a
 * chat are stored one after the other, and none where the one before it failed. Throws
 * StoreFailedError when it must come again.
 */
export function createReceiver(receiving: Receiving): Receive {
  const { log, self } = receiving;
  const inTurn = createTurns();
  return async (raw, intake) => {
    const read = readUpdate(raw, self.knownUsername());
    if (read === null) return null;
    if (read.isUnreadable) log.error({ updateId: read.id }, 'telegram update not understood');
    const { update } = read;
    if (update !== null) {
      await inTurn(update.chat.chatId, () => store(receiving, update, intake));
    }
    // The message itself leaves in this breath, and goes before.
    setImmediate(() => answerPress(receiving, read));
    return read.id;
  };
}

/** Not awaited, and its errors are dropped: whether a button stops spinning decides nothing. */
function answerPress({ api, signal }: Receiving, { pressId }: ReadUpdate): void {
  if (pressId === null) return;
  const answer = { callback_query_id: pressId };
  api.call('answerCallbackQuery', answer, z.unknown(), { signal }).catch(() => undefined);
}

async function store({ heard }: Receiving, update: IncomingUpdate, intake: Intake): Promise<void> {
  // Before it is stored, since the answer may be on its way as soon as it is.
  if (!update.isGroup) heard.note(update.chat.chatId);
  try {
    await intake.accept(update);
  } catch (cause) {
    throw new StoreFailedError(`update ${update.updateId} not stored`, { cause });
  }
}

function createTurns(): (chatId: string, work: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  return async (chatId, work) => {
    const before = last.get(chatId);
    const own = before === undefined ? work() : before.then(work);
    last.set(chatId, own);
    try {
      await own;
    } finally {
      if (last.get(chatId) === own) last.delete(chatId);
    }
  };
}
