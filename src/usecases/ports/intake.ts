import type { ChatAddress } from './messenger.ts';

interface UpdateHead {
  /** Unique within the channel; a repeated update carries the same id. */
  readonly updateId: string;
  readonly chat: ChatAddress;
  readonly isGroup: boolean;
  /** Null where the platform names nobody. */
  readonly senderId: string | null;
  /** As the person calls themselves; shown to the secretary only. */
  readonly senderName: string | null;
}

/** What a platform brings, in the words of no platform. Text is NFC. */
export type IncomingUpdate = UpdateHead &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'choice'; readonly token: string; readonly messageId: string }
    /**
     * A document. What is written on it is looked at for secrecy marks and never kept; its bytes
     * are fetched later, by its id. The size is in bytes, null where the platform does not say.
     */
    | {
        readonly kind: 'file';
        readonly fileId: string;
        readonly fileName: string;
        readonly size: number | null;
        readonly words: string;
      }
    /**
     * A sticker, a picture, an edit: nothing that can be acted on. Its words and its file's name,
     * empty where it has none, are looked at for secrecy marks and never kept.
     */
    | {
        readonly kind: 'other';
        readonly what: string;
        readonly words: string;
        readonly fileName: string;
      }
    | { readonly kind: 'addedToGroup' | 'removedFromGroup' | 'blocked' | 'unblocked' }
    | { readonly kind: 'chatMoved'; readonly newChatId: string }
  );

/** Stores an update under its id before anything acts on it. Source: decision 17. */
export interface Intake {
  /** Resolves once the update is safe; throws when it could not be stored, so that it comes again. */
  accept(update: IncomingUpdate): Promise<'stored' | 'repeated' | 'refused'>;
}

/** Whether a channel is listening, for `/readyz` and the log. */
export interface ChannelHealth {
  readonly channel: string;
  /** `standby`: another process listens, and this one takes over when it ends. */
  readonly state: 'starting' | 'listening' | 'standby' | 'recovering' | 'stopped';
  /** What is wrong, as a code; null when listening. */
  readonly trouble: string | null;
}

/** A platform that the office uses. */
export interface Channel {
  readonly name: string;
  start(intake: Intake): Promise<void>;
  stop(): Promise<void>;
  health(): ChannelHealth;
  /** Milliseconds since the platform last answered a question for updates; null where none is asked. */
  quietMs(): number | null;
}
