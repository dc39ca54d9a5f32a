import { createPace, type PaceLimits, type PaceRequest, TELEGRAM_LIMITS } from './pacing.ts';

export interface PacerOptions {
  /** Real, monotonic milliseconds: the service's own clock may be moved, the limits may not. */
  readonly nowMs: () => number;
  readonly waitMs: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly limits?: PaceLimits;
}

/** Runs calls when the pace allows: one at a time in a chat, answers to people before mailings. */
export interface Pacer {
  /** Fails with HeldError where Telegram wants the chat left alone for long: nothing was sent. */
  run<Value>(request: PaceRequest, work: () => Promise<Value>): Promise<Value>;
  /** Told that Telegram asked to leave this chat alone. */
  flooded(chatId: string, afterMs: number): void;
}

/** The chat must be left alone for so long that its messages belong in the queue on disk. */
export class HeldError extends Error {
  override readonly name = 'HeldError';
  readonly afterMs: number;

  constructor(afterMs: number) {
    super('Telegram wants this chat left alone');
    this.afterMs = afterMs;
  }
}

/** The longest wait at Telegram's wish that a message sits out in memory. */
const LONGEST_HOLD_MS = 5_000;

interface Waiting {
  readonly request: PaceRequest;
  readonly start: () => Promise<void>;
  readonly giveUp: (error: HeldError) => void;
}

export function createPacer({ nowMs, waitMs, limits = TELEGRAM_LIMITS }: PacerOptions): Pacer {
  const pace = createPace(limits);
  const busyChats = new Set<string>();
  const waiting: Waiting[] = [];
  let isPumping = false;
  let wake = new AbortController();

  async function pump(): Promise<void> {
    wake.abort();
    if (isPumping) return;
    isPumping = true;
    while (waiting.length > 0) {
      const now = nowMs();
      // What is ready is ready now, however long ago: else a mailing would pass a person's answer.
      const next = nextOf(waiting, busyChats, (each) => Math.max(now, pace.readyAt(each)));
      if (next?.readyAt === now) begin(next.index);
      else await pause(next === undefined ? Number.POSITIVE_INFINITY : next.readyAt - now);
    }
    isPumping = false;
  }

  function begin(index: number): void {
    const [entry] = waiting.splice(index, 1);
    if (entry === undefined) return;
    const { request, start } = entry;
    busyChats.add(request.chatId);
    pace.sent(request, nowMs());
    const done = () => {
      busyChats.delete(request.chatId);
      void pump();
    };
    start().then(done, done);
  }

  async function pause(delayMs: number): Promise<void> {
    wake = new AbortController();
    const woken = aborted(wake.signal);
    if (delayMs === Number.POSITIVE_INFINITY) return woken;
    await Promise.race([woken, waitMs(Math.ceil(delayMs), wake.signal).catch(() => undefined)]);
    wake.abort();
  }

  function giveUpHeld(): void {
    const now = nowMs();
    for (const entry of waiting.slice()) {
      const holdMs = pace.heldUntil(entry.request.chatId) - now;
      if (holdMs <= LONGEST_HOLD_MS) continue;
      waiting.splice(waiting.indexOf(entry), 1);
      entry.giveUp(new HeldError(holdMs));
    }
  }

  return {
    run: (request, work) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, start: () => work().then(resolve, reject), giveUp: reject });
        giveUpHeld();
        void pump();
      }),
    flooded: (chatId, afterMs) => {
      const now = nowMs();
      pace.flooded(chatId, now + afterMs, now);
      giveUpHeld();
    },
  };
}

interface Candidate {
  readonly index: number;
  readonly readyAt: number;
  readonly isReply: boolean;
}

/** The entry to send next: what may go soonest, an answer to a person before a mailing. */
function nextOf(
  waiting: readonly Waiting[],
  busyChats: ReadonlySet<string>,
  readyAt: (request: PaceRequest) => number,
): Candidate | undefined {
  // Within a chat the order of asking is kept, so the first of each chat and kind stands for it.
  const seen = new Set<string>();
  let best: Candidate | undefined;
  for (const [index, { request }] of waiting.entries()) {
    const { chatId, isReply } = request;
    const key = `${isReply} ${chatId}`;
    if (busyChats.has(chatId) || seen.has(key)) continue;
    seen.add(key);
    const candidate = { index, readyAt: readyAt(request), isReply };
    if (best === undefined || goesBefore(candidate, best)) best = candidate;
  }
  return best;
}

function goesBefore(one: Candidate, other: Candidate): boolean {
  if (one.readyAt !== other.readyAt) return one.readyAt < other.readyAt;
  return one.isReply && !other.isReply;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
