import type { Lease } from '../usecases/ports/lease.ts';

/** Whether this process asks the platform for updates, or another one does. */
export interface PollTurn {
  /** `unknown` while nobody could say: at the start, and while the database is gone. */
  state(): 'mine' | 'standby' | 'unknown';
  /** Waits until it is ours. Gives a signal for when it is lost, null when it is to stop. */
  mine(): Promise<AbortSignal | null>;
  /** Lets another one have it; called when nothing is asked any more. */
  release(): Promise<void>;
}

export interface PollTurnOptions {
  /** Absent where there is no other process. */
  readonly lease: Lease | undefined;
  readonly nowMs: () => number;
  readonly waitMs: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Ends the turn for good. */
  readonly signal: AbortSignal;
}

const KEEP_EVERY_MS = 1_000;
/** So long before another one may take it we have stopped. */
const MARGIN_MS = 1_000;

export function createPollTurn(options: PollTurnOptions): PollTurn {
  const { lease, signal } = options;
  if (lease === undefined) {
    const forever = Promise.resolve(signal);
    return { state: () => 'mine', mine: () => forever, release: () => Promise.resolve() };
  }
  const turn = createTurn(options);
  let keeping: Promise<void> | null = null;
  return {
    state: turn.state,
    mine: () => {
      keeping ??= keepOn(lease, options, turn);
      return turn.mine();
    },
    release: async () => {
      await keeping;
      if (turn.state() !== 'standby') await lease.release().catch(() => undefined);
      turn.lose();
    },
  };
}

type Turn = ReturnType<typeof createTurn>;

/** Asks for the lease again and again; what the database does not answer in time counts as nothing. */
async function keepOn(lease: Lease, options: PollTurnOptions, turn: Turn): Promise<void> {
  const { nowMs, waitMs, signal } = options;
  while (!signal.aborted) {
    const askedAt = nowMs();
    const answered = new AbortController();
    const tooLate = waitMs(lease.lastsMs, AbortSignal.any([signal, answered.signal]));
    const isKept = await Promise.race([
      lease.keep().catch(() => null),
      tooLate.then(() => null).catch(() => null),
    ]);
    answered.abort();
    if (isKept === true) turn.keep(askedAt + lease.lastsMs - MARGIN_MS);
    else if (isKept === false) turn.giveWay();
    await waitMs(KEEP_EVERY_MS, signal).catch(() => undefined);
  }
  turn.end();
}

function createTurn({ nowMs, waitMs, signal }: PollTurnOptions) {
  let held: AbortController | null = null;
  let isOthers = false;
  let heldUntil = Number.NEGATIVE_INFINITY;
  let watch = new AbortController();
  let waiting: ((turn: AbortSignal | null) => void)[] = [];

  const isMine = () => held !== null && nowMs() < heldUntil;
  const lose = () => {
    watch.abort();
    held?.abort();
    held = null;
  };
  const answer = (turn: AbortSignal | null) => {
    for (const resolve of waiting.splice(0)) resolve(turn);
  };
  return {
    state: (): ReturnType<PollTurn['state']> => {
      if (isMine()) return 'mine';
      return isOthers ? 'standby' : 'unknown';
    },
    mine: (): Promise<AbortSignal | null> => {
      if (signal.aborted) return Promise.resolve(null);
      if (held !== null && isMine()) return Promise.resolve(held.signal);
      return new Promise((resolve) => {
        waiting = [...waiting, resolve];
      });
    },
    keep: (until: number) => {
      isOthers = false;
      heldUntil = until;
      held ??= new AbortController();
      watch.abort();
      watch = new AbortController();
      const { signal: seen } = watch;
      // An answer that never comes must not keep us asking beside the next holder.
      void waitMs(Math.max(0, until - nowMs()), seen)
        .then(() => {
          if (!seen.aborted) lose();
        })
        .catch(() => undefined);
      answer(held.signal);
    },
    giveWay: () => {
      isOthers = true;
      lose();
    },
    lose,
    end: () => answer(null),
  };
}
