import type { Clock } from './usecases/ports/clock.ts';

/** The system's clock: the only place that reads it. Source: decision 19. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that showed `start` when it was made, and runs on from there. Throws for no instant. */
export function clockFrom(start: Date): Clock & { moveTo(instant: Date): void } {
  let offsetMs = start.getTime() - Date.now();
  return {
    now: () => new Date(Date.now() + offsetMs),
    moveTo: (instant) => {
      offsetMs = instant.getTime() - Date.now();
    },
  };
}

/** A clock that stands still, for a command that was given `--at`. */
export function clockAt(instant: Date): Clock {
  return { now: () => instant };
}
