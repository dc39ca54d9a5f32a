import { type ScheduledTask, schedule } from 'node-cron';
import type { Clock } from './usecases/ports/clock.ts';

/** A thing that the service does again and again; it may come late, twice, or on two machines. */
interface Entry {
  readonly id: string;
  readonly run: () => Promise<unknown>;
}

export interface ScheduleOptions {
  readonly cron: string;
  /** The machine's clock, which somebody may set. */
  readonly clock: Clock;
  /** Milliseconds of the machine's own count, which nobody can set. */
  readonly nowMs: () => number;
  readonly onError: (id: string, error: unknown) => void;
}

export interface Schedule {
  stop(): Promise<void>;
}

/**
 * Starts the timetable: everything in it at once, but what is still at work from the time before.
 * What is due is decided where it is asked, never here. Source: decision 15.
 */
export function startSchedule(entries: readonly Entry[], options: ScheduleOptions): Schedule {
  const { cron, onError } = options;
  const running = new Map<string, Promise<unknown>>();
  const runAll = () => {
    for (const { id, run } of entries) {
      if (running.has(id)) continue;
      const work = run()
        .catch((error: unknown) => onError(id, error))
        .finally(() => running.delete(id));
      running.set(id, work);
    }
  };
  const task = schedule(cron, runAll, { logger: loggerOf(onError) });
  const watch = watchClock(task, options, async () => {
    await task.stop();
    await task.start();
    runAll();
  });
  return {
    stop: async () => {
      watch.stop();
      await task.destroy();
      await Promise.all(running.values());
    },
  };
}

/** How far the clock must have been set for the timetable to begin anew. */
const SET_BY_MS = 1_000;

/** So long before each run, and after it, the clock is looked at. */
const BESIDE_MS = 50;

/**
 * The library waits for the instant that it reckoned with, however long that is when the clock was set
 * back; and counts every run that it missed when it was set forward, by minutes of work for a week.
 * So it is told before it finds out.
 */
function watchClock(
  task: ScheduledTask,
  { clock, nowMs }: Pick<ScheduleOptions, 'clock' | 'nowMs'>,
  onSet: () => Promise<void>,
) {
  const ahead = () => clock.now().getTime() - nowMs();
  let known = ahead();
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    const nextMs = task.msToNext() ?? 0;
    const lookInMs = nextMs > 2 * BESIDE_MS ? nextMs - BESIDE_MS : nextMs + BESIDE_MS;
    timer = setTimeout(() => void look(), lookInMs);
  };
  const look = async () => {
    const seen = ahead();
    const isSet = Math.abs(seen - known) > SET_BY_MS;
    known = seen;
    wait();
    if (isSet) await onSet();
  };
  wait();
  return { stop: () => clearTimeout(timer) };
}

/** The library would write beside our log, in a form of its own. That a run comes late is no news. */
function loggerOf(onError: ScheduleOptions['onError']) {
  const silent = () => undefined;
  return {
    ...{ info: silent, warn: silent, debug: silent },
    error: (message: string | Error) => onError('timetable', message),
  };
}
