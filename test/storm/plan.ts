import type { Fault } from '../../src/sandbox/faults.ts';
import type { WayFault } from './balancer.ts';
import { createRandom, type Random } from './random.ts';

/** One thing that goes wrong. Times are real milliseconds; `who` counts instances or people. */
export type Blow =
  | { readonly kind: 'kill'; readonly who: number; readonly forMs: number }
  | { readonly kind: 'freeze'; readonly who: number; readonly forMs: number }
  | { readonly kind: 'platform'; readonly name: string; readonly fault: Fault }
  | { readonly kind: 'way'; readonly fault: WayFault }
  /** What the way does to a webhook call, the platform does to whoever asks: it tells it again. */
  | { readonly kind: 'repeatedUpdate' }
  | { readonly kind: 'databaseCut' }
  | { readonly kind: 'databaseGone'; readonly forMs: number }
  | { readonly kind: 'databaseSlow'; readonly delayMs: number; readonly forMs: number }
  | { readonly kind: 'blocked'; readonly who: number; readonly forMs: number }
  | { readonly kind: 'groupUpgraded' }
  | { readonly kind: 'secondPoller' };

export interface TimedBlow {
  /** Since the slice began. */
  readonly atMs: number;
  readonly blow: Blow;
}

/**
 * A stretch of the office's time, lived at real speed; between slices the service is down.
 * `reminders`: a day of the ladder. `digest`: the hour of the leaders' message. `dayOff`: nobody may
 * hear anything. `interrupted`: a day of the ladder on which everything dies in the middle of it.
 */
export interface Slice {
  /** An instant, with the office's offset. */
  readonly at: string;
  readonly kind: 'reminders' | 'digest' | 'dayOff' | 'interrupted';
  /** Whether the leaders' message of the week comes due in it. */
  readonly hasDigest: boolean;
  /** Whether its messages come late and must say so. */
  readonly isLate: boolean;
  readonly instances: number;
  readonly mode: 'webhook' | 'polling';
  readonly blows: readonly TimedBlow[];
}

export interface StormPlan {
  readonly people: number;
  readonly agencies: number;
  readonly officers: number;
  readonly slices: readonly Slice[];
}

type Outline = Pick<Slice, 'at' | 'kind'> &
  Partial<Pick<Slice, 'hasDigest' | 'isLate' | 'mode'>> & {
    readonly kills?: number;
    /** How many of the smaller faults. */
    readonly faults?: number;
    readonly goneMs?: number;
    readonly extra?: readonly Blow[];
  };

/**
 * The days are those of the quarterly rule «trước ngày 05» of June 2026 and the default ladder: the
 * last good day is Thursday 4 June, so people are told 7, 3, 1 and 0 working days before it (26 May,
 * 1, 3 and 4 June), and from the day after it on the first three working days (5, 8 and 9 June).
 * The leaders' message comes on the week's first working day, or late on the first day that is left.
 */
const LONG: readonly Outline[] = [
  { at: '2026-05-26T07:59:55+07:00', kind: 'reminders', hasDigest: true, kills: 50, faults: 60 },
  { at: '2026-05-30T07:59:55+07:00', kind: 'dayOff' },
  {
    at: '2026-06-01T07:59:55+07:00',
    kind: 'reminders',
    hasDigest: true,
    kills: 50,
    faults: 40,
    goneMs: 60_000,
  },
  {
    at: '2026-06-03T07:59:55+07:00',
    kind: 'reminders',
    mode: 'polling',
    kills: 35,
    faults: 40,
    extra: [{ kind: 'secondPoller' }, { kind: 'secondPoller' }],
  },
  {
    at: '2026-06-04T07:59:55+07:00',
    kind: 'reminders',
    kills: 45,
    faults: 40,
    extra: [
      { kind: 'groupUpgraded' },
      { kind: 'freeze', who: 0, forMs: 22_000 },
      { kind: 'freeze', who: 1, forMs: 18_000 },
    ],
  },
  { at: '2026-06-05T07:59:55+07:00', kind: 'interrupted' },
  { at: '2026-06-07T08:30:00+07:00', kind: 'dayOff' },
  { at: '2026-06-08T07:29:55+07:00', kind: 'digest', hasDigest: true, kills: 8, faults: 6 },
  { at: '2026-06-12T09:12:00+07:00', kind: 'reminders', isLate: true, kills: 12, faults: 10 },
];

const SHORT: readonly Outline[] = [
  { at: '2026-05-26T07:59:55+07:00', kind: 'reminders', hasDigest: true, kills: 5, faults: 12 },
  {
    at: '2026-06-01T07:59:55+07:00',
    kind: 'reminders',
    hasDigest: true,
    kills: 3,
    faults: 8,
    goneMs: 12_000,
    extra: [{ kind: 'groupUpgraded' }, { kind: 'freeze', who: 0, forMs: 17_000 }],
  },
  { at: '2026-06-04T07:59:55+07:00', kind: 'interrupted' },
  { at: '2026-06-07T08:30:00+07:00', kind: 'dayOff' },
  {
    at: '2026-06-08T09:12:00+07:00',
    kind: 'reminders',
    mode: 'polling',
    hasDigest: true,
    isLate: true,
    kills: 2,
    faults: 4,
    extra: [{ kind: 'secondPoller' }],
  },
];

/** The same for the same seed: what befalls whom, and when; not how the machines take it. */
export function planStorm(form: 'short' | 'long', seed: number): StormPlan {
  const random = createRandom(seed);
  const draw = createDeck(random);
  const isLong = form === 'long';
  return {
    people: isLong ? 500 : 60,
    agencies: isLong ? 100 : 20,
    officers: isLong ? 16 : 5,
    slices: (isLong ? LONG : SHORT).map((outline) => sliceOf(outline, random, draw)),
  };
}

/** Between two kills; the whole of it spans the fan-out and the dialogues. */
const KILL_EVERY_MS = 3_000;

function sliceOf(outline: Outline, random: Random, draw: () => Blow): Slice {
  const { at, kind, hasDigest = false, isLate = false, mode = 'webhook' } = outline;
  const { kills = 0, faults = 0, goneMs = 0, extra = [] } = outline;
  const instances = random.whole(2, 3);
  const spanMs = Math.max(12_000, kills * KILL_EVERY_MS);
  const anywhere = (blow: Blow): TimedBlow => ({ atMs: random.whole(3_000, spanMs), blow });
  const killed = Array.from({ length: kills }, (_, index) => ({
    atMs: 5_500 + index * KILL_EVERY_MS + random.whole(-900, 900),
    blow: {
      kind: 'kill',
      who: random.whole(0, instances - 1),
      forMs: random.whole(0, 2_500),
    } as const,
  }));
  const gone: TimedBlow[] =
    goneMs === 0 ? [] : [{ atMs: 8_000, blow: { kind: 'databaseGone', forMs: goneMs } }];
  const blows = [
    ...killed,
    ...gone,
    ...Array.from({ length: faults }, () => anywhere(fitting(draw(), mode))),
    ...extra.map(anywhere),
  ].sort((left, right) => left.atMs - right.atMs);
  return { at, kind, hasDigest, isLate, instances, mode, blows };
}

function fitting(blow: Blow, mode: Slice['mode']): Blow {
  return blow.kind === 'way' && mode === 'polling' ? { kind: 'repeatedUpdate' } : blow;
}

type Draw = (random: Random) => Blow;

const PLATFORM: readonly (readonly [string, (random: Random) => Fault])[] = [
  ['429', (random) => ({ kind: 'status', status: 429, retryAfter: random.whole(1, 4) })],
  ['5xx with a body', (random) => ({ kind: 'status', status: random.pick([500, 502, 504]) })],
  ['5xx without a body', () => ({ kind: 'status', status: 502, hasBody: false })],
  ['reset before', () => ({ kind: 'resetBefore' })],
  ['reset after', () => ({ kind: 'resetAfter' })],
  ['hang', () => ({ kind: 'hang' })],
];

const WAYS: readonly WayFault[] = ['duplicate', 'loseBefore', 'loseAfter'];

const FAULTS: readonly Draw[] = [
  ...PLATFORM.map(
    ([name, make]): Draw =>
      (random) => ({ kind: 'platform', name, fault: make(random) }),
  ),
  ...WAYS.map(
    (fault): Draw =>
      () => ({ kind: 'way', fault }),
  ),
  () => ({ kind: 'databaseCut' }),
  (random) => ({
    kind: 'databaseSlow',
    delayMs: random.whole(10, 60),
    forMs: random.whole(1_000, 4_000),
  }),
  (random) => ({ kind: 'blocked', who: random.whole(0, 1_000), forMs: random.whole(2_000, 6_000) }),
];

/** The smaller faults, mixed; each comes once before any comes again. */
function createDeck(random: Random): () => Blow {
  let left: Draw[] = [];
  return () => {
    if (left.length === 0) left = [...FAULTS];
    const [drawn] = left.splice(random.whole(0, left.length - 1), 1);
    if (drawn === undefined) throw new RangeError('The deck is never empty here.');
    return drawn(random);
  };
}
