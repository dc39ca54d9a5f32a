import type { Clock } from './usecases/ports/clock.ts';
import type { IncomingUpdate } from './usecases/ports/intake.ts';
import { type ChatAddress, chatKey } from './usecases/ports/messenger.ts';

/** Updates that this process has stored and knows of no answer to. */
export interface WaitingHere {
  stored(update: IncomingUpdate): void;
  /** The chat's oldest; null where another process stored what waits there. */
  oldest(chat: ChatAddress): IncomingUpdate | null;
  /** The oldest was acted on: how long it has waited, in seconds; null where it came elsewhere. */
  answered(chat: ChatAddress): number | null;
  /** Nothing waits here any more: what is left was acted on by another process. */
  quiet(chat: ChatAddress): void;
}

interface Stored {
  readonly update: IncomingUpdate;
  readonly at: Date;
}

export function createWaitingHere(sharedClock: Clock): WaitingHere {
  const byChat = new Map<string, Stored[]>();
  return {
    stored: (update) => {
      const key = chatKey(update.chat);
      byChat.set(key, [...(byChat.get(key) ?? []), { update, at: sharedClock.now() }]);
    },
    oldest: (chat) => byChat.get(chatKey(chat))?.[0]?.update ?? null,
    answered: (chat) => {
      const first = byChat.get(chatKey(chat))?.shift();
      return first === undefined
        ? null
        : Math.max(0, sharedClock.now().getTime() - first.at.getTime()) / 1_000;
    },
    quiet: (chat) => {
      byChat.delete(chatKey(chat));
    },
  };
}
