import type { Engine } from './engine.ts';
import { inTime } from './in-time.ts';
import type { Readiness } from './server/http-server.ts';
import type { SharedClock } from './shared-clock.ts';
import type { Watched } from './watching.ts';

/** Throws, or never ends, while the database is gone, read only, full or locked. */
export function keptBy(
  { sync }: Pick<SharedClock, 'sync'>,
  { isBeating }: Pick<Engine, 'isBeating'>,
): Watched['askDatabase'] {
  return async () => {
    await sync();
    if (!isBeating()) throw new Error('The database takes nothing down.');
  };
}

/** Whoever asks waits no longer than this for a database that hangs. */
const LONGEST_SILENCE_MS = 2_000;

/** Whether the database keeps what it is told, and every channel is listened to by somebody. */
export async function readinessOf({
  askDatabase,
  channels,
  waitMs,
}: Pick<Watched, 'askDatabase' | 'channels' | 'waitMs'>): Promise<Readiness> {
  const isKeeping = (await inTime(askDatabase, LONGEST_SILENCE_MS, waitMs)) === 'ended';
  const states = channels.map((channel) => channel.health());
  const isWell = states.every(({ state }) => state === 'listening' || state === 'standby');
  return { ok: isKeeping && isWell, checks: { database: isKeeping, channels: states } };
}
