import type { Clock } from './usecases/ports/clock.ts';

/** The system's clock: the only place that reads it. Source: decision 19. */
export const systemClock: Clock = { now: () => new Date() };

/** Milliseconds of the machine's own count, which nobody can set, and which stands still while it sleeps. */
export function steadyMs(): number {
  return performance.now();
}

/** A clock so far from the system's. */
export interface ServiceClock extends Clock {
  /** Milliseconds ahead of the system's clock. */
  offsetMs(): number;
  moveTo(instant: Date): void;
}

/** A clock that showed `start` when it was made, and runs on from there. Throws for no instant. */
export function clockFrom(start: Date): ServiceClock {
  return clockAhead(start.getTime() - Date.now());
}

/** A clock that is so many milliseconds ahead of the system's. */
export function clockAhead(startMs: number): ServiceClock {
  let offsetMs = startMs;
  return {
    now: () => new Date(Date.now() + offsetMs),
    offsetMs: () => offsetMs,
    moveTo: (instant) => {
      offsetMs = instant.getTime() - Date.now();
    },
  };
}

/** A clock that stands still, for a command that was given `--at`. */
export function clockAt(instant: Date): Clock {
  return { now: () => instant };
}
