/** How much a platform takes from one bot, whoever sends for it. */
export interface SharedLimits {
  /** All chats together, in any second. */
  readonly overallPerSecond: number;
  /** Messages of a private chat that may follow at once when a person waits for an answer. */
  readonly replyBurst: number;
  readonly groupPerMinute: number;
  /** So many chats flooded within half a minute stop everything. */
  readonly floodsToStopAll: number;
}

/** A message that would go now. */
export interface PaceQuestion {
  readonly chatId: string;
  readonly isGroup: boolean;
  /** A person waits for it, as against what the clock sends. */
  readonly isReply: boolean;
}

export type PaceAnswer =
  | {
      readonly kind: 'go';
      /**
       * Told when the platform has answered, with its quickest journey of late, in milliseconds; null
       * where the message has not left, and its turn is given back.
       */
      finished(quickestMs: number | null): void;
    }
  /** Asked too early: for this chat, or for all of them. */
  | { readonly kind: 'wait'; readonly ms: number; readonly whom: 'chat' | 'all' };

/**
 * The limits of one bot, shared by all processes that send for it. Each keeps them by itself as
 * well; a process that is alone is let go without being counted. Throws while the database is gone.
 */
export interface SharedPace {
  ask(question: PaceQuestion): Promise<PaceAnswer>;
  /** The platform wants this chat left alone: every process does. */
  flooded(chatId: string, afterMs: number): Promise<void>;
}
