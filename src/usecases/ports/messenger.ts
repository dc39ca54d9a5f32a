/** A piece of text with its weight; channels escape it and mark it up. */
export interface Span {
  readonly text: string;
  readonly isBold?: boolean;
}

/** One answer that a person may give, by a button or by typing. Source: decision 3. */
export interface Choice {
  /** Opaque, at most 40 ASCII characters; rights and state are looked up behind it. */
  readonly token: string;
  readonly label: string;
  /** What may be typed instead: a digit, or an item's number. */
  readonly typed: string;
}

/** A file that a message carries: a few pages, since it is kept with the message until it is sent. */
export interface OutgoingDocument {
  readonly fileName: string;
  readonly base64: string;
}

/** A message that belongs to no platform: lines of text, and choices that can all be typed. */
export interface Message {
  readonly lines: readonly (readonly Span[])[];
  readonly choices: readonly Choice[];
  readonly document?: OutgoingDocument;
  /** Sent without a sound. */
  readonly isSilent?: boolean;
}

/** Where to write: a platform's chat. Ids are text, since some pass 2^53. */
export interface ChatAddress {
  readonly channel: string;
  readonly chatId: string;
}

/** One text for each chat, to remember things by. */
export function chatKey({ channel, chatId }: ChatAddress): string {
  return `${channel} ${chatId}`;
}

/** What became of one attempt to send. `unclear`: nobody can know whether it arrived. */
export type AttemptOutcome =
  | { readonly kind: 'sent'; readonly messageIds: readonly string[] }
  | { readonly kind: 'retryLater'; readonly afterMs: number; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'moved'; readonly chatId: string }
  | { readonly kind: 'unclear'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** The same, or that it was not let go. */
export type SendOutcome = AttemptOutcome | { readonly kind: 'heldBack' };

export interface SendOptions {
  /** The platform's message that it takes the place of, where the platform can edit. */
  readonly replacing?: string | null;
  /** Asked once, when the pace lets it go and before anything of it leaves; false holds it back. */
  readonly mayLeave?: () => Promise<boolean>;
}

export interface Messenger {
  /** Sends or edits; never throws for what the platform says, but with whatever `mayLeave` throws. */
  send(to: ChatAddress, message: Message, options?: SendOptions): Promise<SendOutcome>;
}
