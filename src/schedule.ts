import { schedule } from 'node-cron';

/** A thing that the service does again and again; it may come late, twice, or on two machines. */
interface Entry {
  readonly id: string;
  readonly cron: string;
  readonly run: () => Promise<unknown>;
}

export interface Schedule {
  stop(): Promise<void>;
}

/** Starts the timetable. What is due is decided where it is asked, never here. Source: decision 15. */
export function startSchedule(
  entries: readonly Entry[],
  onError: (id: string, error: unknown) => void,
): Schedule {
  const running = new Set<Promise<unknown>>();
  const tasks = entries.map(({ id, cron, run }) =>
    schedule(
      cron,
      () => {
        const work: Promise<unknown> = run()
          .catch((error: unknown) => onError(id, error))
          .finally(() => running.delete(work));
        running.add(work);
        return work;
      },
      { name: id, noOverlap: true, logger: loggerOf(id, onError) },
    ),
  );
  return {
    stop: async () => {
      for (const task of tasks) await task.destroy();
      await Promise.all(running);
    },
  };
}

/**
 * The library would write beside our log, in a form of its own. That a run comes late, or finds the
 * one before it still at work, is no news: what is due waits.
 */
function loggerOf(id: string, onError: (id: string, error: unknown) => void) {
  const silent = () => undefined;
  return {
    ...{ info: silent, warn: silent, debug: silent },
    error: (message: string | Error) => onError(id, message),
  };
}
