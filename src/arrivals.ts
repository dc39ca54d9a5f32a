import type { IncomingUpdate } from './usecases/ports/intake.ts';
import { type ChatAddress, chatKey } from './usecases/ports/messenger.ts';

/** An update that is to be stored by whoever acts on its chat. */
export interface Arrival {
  readonly update: IncomingUpdate;
  /** Whether it is new will be known so. */
  stored(isNew: Promise<boolean>): void;
  /** It was not come to that; of no effect where it was. */
  failed(error: unknown): void;
}

/** Updates that came to a quiet chat, and are stored in one journey with the first look at it. */
export interface Arrivals {
  /** Resolves once it is stored, with whether it was new; throws where that failed. */
  bring(update: IncomingUpdate): Promise<boolean>;
  /** What is to be stored in the chat; null where nothing is. */
  take(chat: ChatAddress): Arrival | null;
  /** Whether one is on its way: what comes beside it is stored with others. */
  isBusy(): boolean;
}

export function createArrivals(): Arrivals {
  const waiting = new Map<string, Arrival>();
  let onTheWay = 0;
  return {
    bring: async (update) => {
      onTheWay += 1;
      try {
        return await new Promise<boolean>((stored, failed) => {
          waiting.set(chatKey(update.chat), { update, stored, failed });
        });
      } finally {
        onTheWay -= 1;
      }
    },
    take: (chat) => {
      const key = chatKey(chat);
      const arrival = waiting.get(key) ?? null;
      waiting.delete(key);
      return arrival;
    },
    isBusy: () => onTheWay > 0,
  };
}
