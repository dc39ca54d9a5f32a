import { clockAhead, clockAt, clockFrom, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Clock } from './usecases/ports/clock.ts';
import type { UnitOfWork } from './usecases/ports/unit-of-work.ts';
import { publishedOffset } from './usecases/service-clock.ts';

/** The instant given, else the time of the service that runs beside, else the configured start. */
export async function clockOf(
  { clockStart }: Config,
  at: Date | null,
  { inTransaction }: UnitOfWork,
): Promise<Clock> {
  if (at !== null) return clockAt(at);
  const offsetMs = await inTransaction((stores) => publishedOffset(stores, systemClock.now()));
  if (offsetMs !== 0) return clockAhead(offsetMs);
  return clockStart === null ? systemClock : clockFrom(clockStart);
}
