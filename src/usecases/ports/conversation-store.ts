import type { ChatAddress } from './messenger.ts';

/** What a chat was asked last. */
export interface Conversation {
  readonly language: string | null;
  readonly question: string | null;
  /** The question before it, which a message that nobody asked for came upon; it is open still. */
  readonly interrupted: string | null;
  /** What a free text would answer, in the conversation's own words; null when only a choice would. */
  readonly expects: unknown;
  readonly askedAt: Date | null;
}

/** An answer that was offered. */
export interface OfferedChoice {
  readonly token: string;
  readonly question: string;
  readonly chat: ChatAddress;
  /** Null for a group, where rights decide alone. */
  readonly personId: number | null;
  readonly label: string;
  readonly typed: string;
  /** In the conversation's own words. */
  readonly action: unknown;
  readonly expiresAt: Date;
}

export interface LeadersGroup {
  readonly id: number;
  readonly address: ChatAddress;
  readonly boundAt: Date;
}

export interface ConversationStore {
  /** All null for a chat that was never asked anything. */
  find(chat: ChatAddress): Promise<Conversation>;
  /** From now on only this is open. */
  ask(
    chat: ChatAddress,
    question: Pick<Conversation, 'question' | 'expects' | 'askedAt'>,
  ): Promise<void>;
  /** The same by a message that nobody asked for: what was asked since then is open still. */
  interrupt(
    chat: ChatAddress,
    question: Pick<Conversation, 'question' | 'askedAt'> & { readonly stillOpenSince: Date },
  ): Promise<void>;
  setLanguage(chat: ChatAddress, language: string): Promise<void>;
  offer(choices: readonly OfferedChoice[]): Promise<void>;
  findChoice(token: string): Promise<OfferedChoice | undefined>;
  /** In the order offered. */
  choicesOf(question: string): Promise<readonly OfferedChoice[]>;
  forgetChoicesBefore(instant: Date): Promise<void>;
  /** Leaders' groups that are bound now. */
  groups(): Promise<readonly LeadersGroup[]>;
  bindGroup(chat: ChatAddress, boundBy: number | null, at: Date): Promise<void>;
  leaveGroup(chat: ChatAddress): Promise<void>;
  /** The platform gave the chat another id. */
  moveChat(from: ChatAddress, to: ChatAddress): Promise<void>;
}
