import type { ChatAddress } from './messenger.ts';

/** `waiting` is to be read, `read` waits for a person's word; the others are settled. */
export const DRAFT_STATES = ['waiting', 'read', 'refused', 'stored', 'dropped'] as const;

export type DraftState = (typeof DRAFT_STATES)[number];

/** A paper that somebody sent to a chat, before it is imported. */
export interface PaperDraft {
  readonly id: number;
  readonly chat: ChatAddress;
  readonly personId: number;
  /** Under which its platform keeps the file; null once it is settled. */
  readonly fileId: string | null;
  readonly fileName: string;
  readonly state: DraftState;
  /** What was read of it, as its reader shaped it; null before and after. */
  readonly reading: unknown;
  /** What the person has decided so far, as the conversation shaped it; null before. */
  readonly decisions: unknown;
  /** How often somebody has set about reading it. */
  readonly attempts: number;
}

export interface PaperDrafts {
  add(
    draft: Pick<PaperDraft, 'chat' | 'personId' | 'fileName'> & {
      readonly fileId: string;
      readonly at: Date;
    },
  ): Promise<PaperDraft>;
  find(id: number): Promise<PaperDraft | undefined>;
  /** Those of a chat that are not settled, oldest first. */
  openIn(chat: ChatAddress): Promise<readonly PaperDraft[]>;
  /**
   * Takes up the oldest that waits to be read and that nobody has taken up until `until`; all times
   * are the machine's. Counts the attempt.
   */
  takeUp(now: Date, until: Date): Promise<PaperDraft | undefined>;
  /** Lets it be taken up again from then on. */
  putBack(id: number, notBefore: Date): Promise<void>;
  /** Keeps what was read; false where it waits no longer. */
  keepReading(id: number, reading: unknown): Promise<boolean>;
  decide(id: number, decisions: unknown): Promise<void>;
  /** Wipes what was read and decided; false where it is settled already. */
  settle(id: number, state: 'refused' | 'stored' | 'dropped', at: Date): Promise<boolean>;
}
