import type { EngineWatch } from './engine.ts';
import { inTime, type WaitMs } from './in-time.ts';
import { nameOf } from './log.ts';
import type { TellOperator } from './operator-log.ts';
import type { Metrics } from './server/metrics.ts';
import type { ChannelHealth } from './usecases/ports/intake.ts';

/** Counts what the engine does, and tells the operator what needs a person. */
export function engineWatch(
  metrics: Pick<Metrics, 'updates' | 'answered' | 'delivery'>,
  tell: TellOperator,
): EngineWatch {
  return {
    answered: metrics.answered,
    acted: (channel, outcome) => {
      metrics.updates(channel, outcome);
      if (outcome === 'failed') tell('updateFailed', { channel });
    },
    delivery: ({ id, kind, channel, state }) => {
      metrics.delivery(channel ?? 'none', kind, state);
      if (state === 'dead') tell('deadLetter', { delivery: id, kind, channel });
      if (state === 'unclear') tell('unclearGroupMessage', { delivery: id, kind, channel });
    },
  };
}

export interface Watched {
  /** Throws, or never ends, while the database is gone or takes nothing down. */
  readonly askDatabase: () => Promise<unknown>;
  /** Throws while there is no room on the database's disk. */
  readonly askRoom: () => Promise<void>;
  /** Serves the database in the place of a process that is gone; false where there is none to take. */
  readonly takeOver: () => Promise<boolean>;
  readonly channels: readonly { health(): ChannelHealth }[];
  readonly waitMs: WaitMs;
}

/** A database that says nothing for so long is as good as gone. */
const LONGEST_SILENCE_MS = 4_000;

/** Looks at the world around each time it is called, and tells the operator of every change. */
export function createLookout(
  { askDatabase, askRoom, takeOver, channels, waitMs }: Watched,
  tell: TellOperator,
) {
  let isReachable = true;
  let isRoomy = true;
  const before = new Map<string, { readonly isHolder: boolean; readonly isRefused: boolean }>();
  const lookForRoom = async () => {
    const hasRoom = await askRoom().then(
      () => true,
      // What else is wrong with the disk, the database itself will meet.
      (error: unknown) => nameOf(error) !== 'DiskFullError',
    );
    if (hasRoom !== isRoomy) tell(hasRoom ? 'diskRoomAgain' : 'diskFull');
    isRoomy = hasRoom;
  };
  const lookAtDatabase = async () => {
    const isThere = (await inTime(askDatabase, LONGEST_SILENCE_MS, waitMs)) === 'ended';
    if (isThere !== isReachable) tell(isThere ? 'databaseBack' : 'databaseUnreachable');
    isReachable = isThere;
    if (!isThere && (await takeOver())) tell('databaseTakenOver');
  };
  const lookAt = ({ channel, state, trouble }: ChannelHealth) => {
    const last = before.get(channel);
    const isRefused = trouble === 'tokenRefused';
    if (isRefused && last?.isRefused !== true) tell('tokenRefused', { channel });
    if (state === 'standby' && last?.isHolder === true) tell('pollLost', { channel });
    // In trouble nothing is known: who held it before still does until somebody else is seen to.
    const isHolder = state === 'listening' || (state !== 'standby' && last?.isHolder === true);
    before.set(channel, { isHolder, isRefused });
  };
  return async (): Promise<void> => {
    for (const channel of channels) lookAt(channel.health());
    await lookForRoom();
    await lookAtDatabase();
  };
}

/** Runs the tick, and measures how late it comes and how long it takes. */
export function timedTick(
  run: () => Promise<unknown>,
  {
    everyMs,
    nowMs,
    metrics,
  }: {
    readonly everyMs: number;
    readonly nowMs: () => number;
    readonly metrics: Pick<Metrics, 'tick'>;
  },
): () => Promise<void> {
  let lastAt: number | null = null;
  return async () => {
    const startedAt = nowMs();
    const lateMs = lastAt === null ? 0 : startedAt - lastAt - everyMs;
    lastAt = startedAt;
    try {
      await run();
    } finally {
      const seconds = (nowMs() - startedAt) / 1_000;
      metrics.tick({ lagSeconds: Math.max(0, lateMs / 1_000), seconds });
    }
  };
}
