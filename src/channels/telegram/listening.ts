import { failureOf, troubleOf } from './failure.ts';

type Log = (fields: Readonly<Record<string, unknown>>, sentence: string) => void;

export interface ChannelLog {
  readonly info: Log;
  readonly warn: Log;
  readonly error: Log;
}

/** An update could not be stored: it stays unconfirmed and comes again. */
export class StoreFailedError extends Error {
  override readonly name = 'StoreFailedError';
}

/** Asking again now and then costs nothing, and nobody is heard meanwhile. */
const LONGEST_SILENCE_MS = 300_000;

/** How long to leave Telegram alone after the trouble has been met `times` times in a row. */
export function backOffMs(error: unknown, times: number): number {
  const failure = failureOf(error);
  const asked = failure.kind === 'answered' ? failure.retryAfterMs : null;
  if (asked !== null) return Math.min(LONGEST_SILENCE_MS, asked);
  const trouble = troubleOfError(error);
  if (trouble === 'tokenRefused') return 60_000;
  const first = trouble === 'otherInstance' ? 3_000 : 1_000;
  return Math.min(30_000, first * 2 ** Math.min(times - 1, 5));
}

export function troubleOfError(error: unknown): string {
  return error instanceof StoreFailedError ? 'storeFailed' : troubleOf(failureOf(error));
}

export interface Supervised {
  readonly log: ChannelLog;
  readonly waitMs: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
  /** Told of every change: the code of a trouble, or null when all is well. */
  readonly onTrouble: (trouble: string | null) => void;
}

/**
 * Runs `step` again and again until the signal, whatever it throws. A trouble is logged when it
 * begins and when it ends, not on every try. A step that returns 'done' is not run again.
 */
export async function supervise(
  { log, waitMs, signal, onTrouble }: Supervised,
  step: () => Promise<'again' | 'done'>,
): Promise<void> {
  const trouble = createTrouble({ log, onTrouble });
  while (!signal.aborted) {
    try {
      const next = await step();
      trouble.over();
      if (next === 'done') return;
    } catch (error) {
      if (signal.aborted) return;
      const times = trouble.met(troubleOfError(error));
      await waitMs(backOffMs(error, times), signal).catch(() => undefined);
    }
  }
}

function createTrouble({ log, onTrouble }: Pick<Supervised, 'log' | 'onTrouble'>) {
  let current: string | null = null;
  let times = 0;
  return {
    over: () => {
      if (current !== null) log.info({ trouble: current }, 'telegram works again');
      current = null;
      onTrouble(null);
    },
    /** Gives how often in a row it was this one. */
    met: (trouble: string): number => {
      times = trouble === current ? times + 1 : 1;
      if (times === 1) log.warn({ trouble }, 'telegram does not work, trying again');
      current = trouble;
      onTrouble(trouble);
      return times;
    },
  };
}
