import type { PaceQuestion } from '../../usecases/ports/shared-pace.ts';

/** A message that waits for its turn. */
export interface Waiting {
  readonly request: PaceQuestion;
  /** Told when its message leaves. */
  readonly start: (leaves: () => void) => Promise<void>;
  /** Not sent: the platform wants the chat left alone for so long. */
  readonly giveUp: (holdMs: number) => void;
  /** Other processes want this message to wait until then. */
  notBefore: number;
}

export interface Next {
  readonly entry: Waiting;
  readonly readyAt: number;
}

/** What waits to be sent: one at a time in a chat, answers to people before mailings. */
export interface WaitingLine {
  add(entry: Waiting): void;
  /** The entry to send next and when it may go; undefined while nothing can. */
  next(readyAt: (entry: Waiting) => number): Next | undefined;
  isEmpty(): boolean;
  /** Takes it out; false when it is not waiting any more. */
  remove(entry: Waiting): boolean;
  /** Between these a message is under way, and the next of its chat waits. */
  begin(chatId: string): void;
  end(chatId: string): void;
  all(): readonly Waiting[];
}

export function createWaitingLine(): WaitingLine {
  const waiting: Waiting[] = [];
  const busyChats = new Set<string>();
  return {
    add: (entry) => {
      waiting.push(entry);
    },
    next: (readyAt) => nextOf(waiting, busyChats, readyAt),
    isEmpty: () => waiting.length === 0,
    remove: (entry) => {
      const place = waiting.indexOf(entry);
      if (place >= 0) waiting.splice(place, 1);
      return place >= 0;
    },
    begin: (chatId) => {
      busyChats.add(chatId);
    },
    end: (chatId) => {
      busyChats.delete(chatId);
    },
    all: () => [...waiting],
  };
}

/** What may go soonest, an answer to a person before a mailing. */
function nextOf(
  waiting: readonly Waiting[],
  busyChats: ReadonlySet<string>,
  readyAt: (entry: Waiting) => number,
): Next | undefined {
  // Within a chat the order of asking is kept, so the first of each chat and kind stands for it.
  const seen = new Set<string>();
  let best: Next | undefined;
  for (const entry of waiting) {
    const { chatId, isReply } = entry.request;
    const key = `${isReply} ${chatId}`;
    if (busyChats.has(chatId) || seen.has(key)) continue;
    seen.add(key);
    const candidate = { entry, readyAt: readyAt(entry) };
    if (best === undefined || goesBefore(candidate, best)) best = candidate;
  }
  return best;
}

function goesBefore(one: Next, other: Next): boolean {
  if (one.readyAt !== other.readyAt) return one.readyAt < other.readyAt;
  return one.entry.request.isReply && !other.entry.request.isReply;
}
