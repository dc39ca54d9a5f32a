import type { PaceAnswer, PaceQuestion, SharedPace } from '../../usecases/ports/shared-pace.ts';
import { createPace, type Pace, type PaceLimits } from './pacing.ts';
import { createWaitingLine, type Waiting, type WaitingLine } from './waiting-line.ts';

export interface PacerOptions {
  /** Real, monotonic milliseconds: the service's own clock may be moved, the limits may not. */
  readonly nowMs: () => number;
  readonly waitMs: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly limits?: PaceLimits;
  /** What other processes send for the same bot; absent where there can be none. */
  readonly shared?: SharedPace;
}

/** Runs calls when the pace allows: one at a time in a chat, answers to people before mailings. */
export interface Pacer {
  /**
   * The work says when its message leaves; one that ends without has used nothing up. Fails with HeldError where Telegram wants the chat left
   * alone for long: nothing was sent.
   */
  run<Value>(request: PaceQuestion, work: (leaves: () => void) => Promise<Value>): Promise<Value>;
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

type Finished = Extract<PaceAnswer, { readonly kind: 'go' }>['finished'];

/** The longest wait at Telegram's wish that a message sits out in memory. */
const LONGEST_HOLD_MS = 5_000;
/** How long to leave the shared pace alone after it could not be asked. */
const UNASKED_MS = 500;

export function createPacer({ nowMs, waitMs, limits, shared }: PacerOptions): Pacer {
  const pace = createPace(limits);
  const line = createWaitingLine();
  const others = createOthers(shared, nowMs);
  const pauses = createPauses(waitMs);
  let isPumping = false;

  const readyAt = (entry: Waiting) => Math.max(pace.readyAt(entry.request), others.readyAt(entry));
  const pump = async (): Promise<void> => {
    pauses.end();
    if (isPumping) return;
    isPumping = true;
    while (!line.isEmpty()) {
      const now = nowMs();
      // What is ready is ready now, however long ago: else a mailing would pass a person's answer.
      const next = line.next((each) => Math.max(now, readyAt(each)));
      if (next?.readyAt === now) await goOn(next.entry);
      else await pauses.forMs(next === undefined ? Number.POSITIVE_INFINITY : next.readyAt - now);
    }
    isPumping = false;
  };
  const goOn = (entry: Waiting): Promise<void> | void => {
    if (shared === undefined) return begin(entry, () => undefined);
    return others.ask(shared, entry).then((answer) => {
      if (answer.kind === 'go') begin(entry, answer.finished);
      else if (answer.ms > LONGEST_HOLD_MS && line.remove(entry)) entry.giveUp(answer.ms);
    });
  };
  const begin = (entry: Waiting, finishedForOthers: Finished): void => {
    const { request, start } = entry;
    if (!line.remove(entry)) {
      // Given up while the others were asked.
      finishedForOthers(null);
      return;
    }
    line.begin(request.chatId);
    const sent = pace.sent(request, nowMs());
    const done = () => {
      line.end(request.chatId);
      finishedForOthers(sent.done(nowMs()));
      void pump();
    };
    start(() => sent.left(nowMs())).then(done, done);
  };

  return {
    run: (request, work) =>
      new Promise((resolve, reject) => {
        const start = (leaves: () => void) => work(leaves).then(resolve, reject);
        const giveUp = (holdMs: number) => reject(new HeldError(holdMs));
        line.add({ request, start, giveUp, notBefore: Number.NEGATIVE_INFINITY });
        giveUpHeld(line, pace, nowMs());
        void pump();
      }),
    flooded: (chatId, afterMs) => {
      const now = nowMs();
      pace.flooded(chatId, now + afterMs, now);
      // Others that do not hear of it hear the same from Telegram.
      shared?.flooded(chatId, afterMs).catch(() => undefined);
      giveUpHeld(line, pace, now);
    },
  };
}

function giveUpHeld(line: WaitingLine, pace: Pace, now: number): void {
  for (const entry of line.all()) {
    const holdMs = pace.heldUntil(entry.request.chatId) - now;
    if (holdMs > LONGEST_HOLD_MS && line.remove(entry)) entry.giveUp(holdMs);
  }
}

/** What the other processes' sending means for ours. */
function createOthers(shared: SharedPace | undefined, nowMs: () => number) {
  const from = { reply: Number.NEGATIVE_INFINITY, notice: Number.NEGATIVE_INFINITY };
  const kindOf = ({ isReply }: PaceQuestion) => (isReply ? 'reply' : 'notice');
  return {
    readyAt: ({ request, notBefore }: Waiting) =>
      shared === undefined ? notBefore : Math.max(notBefore, from[kindOf(request)]),
    ask: async (pace: SharedPace, entry: Waiting) => {
      const unasked = { kind: 'wait', ms: UNASKED_MS, whom: 'all' } as const;
      const answer = await pace.ask(entry.request).catch(() => unasked);
      if (answer.kind === 'wait') {
        const until = nowMs() + answer.ms;
        if (answer.whom === 'chat') entry.notBefore = until;
        else from[kindOf(entry.request)] = until;
      }
      return answer;
    },
  };
}

/** Given as the reason, since a signal makes an error of its own, stack and all, where none is. */
const WOKEN = 'woken';

/** One pause at a time, ended early when something changes. */
function createPauses(waitMs: PacerOptions['waitMs']) {
  let wake = new AbortController();
  return {
    end: () => wake.abort(WOKEN),
    forMs: async (delayMs: number): Promise<void> => {
      wake = new AbortController();
      const woken = aborted(wake.signal);
      if (delayMs === Number.POSITIVE_INFINITY) return woken;
      await Promise.race([woken, waitMs(Math.ceil(delayMs), wake.signal).catch(() => undefined)]);
      wake.abort(WOKEN);
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
