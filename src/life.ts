import { type Ending, endInOrder, type Stopping } from './stopping.ts';

/** The parts of the service in the order in which they end. */
const PARTS = [
  'schedule',
  'channels',
  'engine',
  'jobs',
  'sender',
  'sandbox',
  'server',
  'database',
] as const;

/** Says how a part ends, as soon as it has been opened. */
export type Opened = (part: (typeof PARTS)[number], end: Ending[1]) => void;

export interface Life<Started> {
  /** Null where a signal came before it had started. Throws when it cannot start, once all has ended. */
  readonly started: Promise<Started | null>;
  /** Resolves once a signal has ended it: whether everything could be closed. */
  readonly stopped: Promise<boolean>;
}

interface Living extends Stopping {
  /** The name of the signal that ends it. */
  readonly signalled: Promise<string>;
}

/**
 * Starts the service and ends it: in order, whenever the signal comes and however far the start has
 * got. A start may wait for a database for long, and people are answered by then.
 */
export function live<Started>(
  start: (opened: Opened) => Promise<Started>,
  { signalled, ...stopping }: Living,
): Life<Started> {
  const open = new Map<string, Ending[1]>();
  const stop = async (signal: string | null): Promise<boolean> => {
    const endings = PARTS.flatMap((part): Ending[] => {
      const end = open.get(part);
      return end === undefined ? [] : [[part, end]];
    });
    const isClean = await endInOrder(endings, stopping);
    stopping.log.info({ signal }, 'service stopped');
    return isClean;
  };
  const starting = start((part, end) => open.set(part, end));
  const started = Promise.race([starting, signalled.then(() => null)]).catch(
    async (error: unknown) => {
      await stop(null);
      throw error;
    },
  );
  return { started, stopped: signalled.then(stop) };
}

/** What asks a service to end: also the closing of the terminal that it was started in. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function signalled(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve(signal));
  });
}
