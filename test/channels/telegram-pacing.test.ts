import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacer } from '../../src/channels/telegram/pacer.ts';
import { createPace, TELEGRAM_LIMITS } from '../../src/channels/telegram/pacing.ts';
import type { PaceQuestion } from '../../src/usecases/ports/shared-pace.ts';

const SECOND = 1_000;
const MINUTE = 60_000;

/** A clock that moves only when somebody waits. */
function aVirtualTime() {
  let now = 0;
  return {
    nowMs: () => now,
    waitMs: async (ms: number, signal?: AbortSignal) => {
      await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted !== true) now += ms;
    },
  };
}

const aRequest = (chat: number, kind: 'group' | 'reply' | 'notice'): PaceQuestion => ({
  chatId: kind === 'group' ? `-${chat}` : `${chat}`,
  isGroup: kind === 'group',
  isReply: kind === 'reply',
});

/** Runs over few chats, which meet the limits of one, and over many, which meet those of all. */
const requests = fc.constantFrom(2, 20, 400).chain((chats) =>
  fc.array(
    fc.record({
      request: fc
        .tuple(
          fc.integer({ min: 1, max: chats }),
          fc.constantFrom('group' as const, 'reply' as const, 'notice' as const),
        )
        .map(([chat, kind]) => aRequest(chat, kind)),
      gapMs: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 10, 400, 3_000),
      claimMs: fc.constantFrom(0, 0, 0, 0, 4, 60, 3_000),
      delayMs: fc.constantFrom(0, 0, 0, 0, 0, 5, 80, 700),
      isHeldBack: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 50, maxLength: 250 },
  ),
);

interface Sent {
  readonly chatId: string;
  readonly at: number;
}

interface Asked {
  readonly request: PaceQuestion;
  readonly gapMs: number;
  /** What passes between its turn and its leaving. */
  readonly claimMs: number;
  /** What holds it up on the way there, on top of the usual 20 ms each way. */
  readonly delayMs: number;
  /** Its turn has come, and yet it does not leave. */
  readonly isHeldBack?: boolean;
}

/** Sends each as soon as allowed; gives when each arrived, as the platform counts. */
function asSoonAsAllowed(asked: readonly Asked[]): Sent[] {
  const pace = createPace();
  // One at a time in a chat, as the pacer has it.
  const busy = new Set<string>();
  const readyAt = (request: PaceQuestion) =>
    busy.has(request.chatId) ? Number.POSITIVE_INFINITY : pace.readyAt(request);
  const ahead: { at: number; happens: (at: number) => void }[] = [];
  let now = 0;
  const arrived = asked.flatMap(({ request, gapMs, claimMs, delayMs, isHeldBack }) => {
    now += gapMs;
    for (;;) {
      ahead.sort((one, other) => one.at - other.at);
      const [next] = ahead;
      if (next === undefined || next.at > Math.max(now, readyAt(request))) break;
      ahead.shift();
      now = Math.max(now, next.at);
      next.happens(next.at);
    }
    now = Math.max(now, readyAt(request));
    busy.add(request.chatId);
    const leftAt = now + claimMs;
    const at = leftAt + 20 + delayMs;
    const sent = pace.sent(request, now);
    const done = (doneAt: number) => {
      busy.delete(request.chatId);
      sent.done(doneAt);
    };
    if (isHeldBack === true) {
      ahead.push({ at: leftAt, happens: done });
      return [];
    }
    ahead.push({ at: leftAt, happens: sent.left }, { at: at + 20, happens: done });
    return [{ chatId: request.chatId, at }];
  });
  return arrived.sort((one, other) => one.at - other.at);
}

const instantsOf = (sent: readonly Sent[]) => sent.map(({ at }) => at);

/** The most sends that any window of this length holds. */
function busiest(instants: readonly number[], windowMs: number): number {
  return Math.max(
    0,
    ...instants.map((from) => instants.filter((at) => at >= from && at < from + windowMs).length),
  );
}

describe('pacing', () => {
  it('never passes the limits of all chats, of a person or of a group', () => {
    fc.assert(
      fc.property(requests, (asked) => {
        expect(busiest(instantsOf(asSoonAsAllowed(asked)), SECOND)).toBeLessThanOrEqual(30);

        const sent = asSoonAsAllowed(asked.map((each) => ({ ...each, delayMs: 0 })));
        for (const chatId of new Set(sent.map((each) => each.chatId))) {
          const ofChat = instantsOf(sent.filter((each) => each.chatId === chatId));
          const most = chatId.startsWith('-') ? [1, 10, 20] : [3, 12, 62];
          const found = [SECOND, 10 * SECOND, MINUTE].map((window) => busiest(ofChat, window));
          expect(found.every((count, index) => count <= (most[index] ?? 0))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets a mailing use nearly all that the platform takes', () => {
    const mailing = Array.from({ length: 501 }, (_, index) => ({
      request: aRequest(index, 'notice'),
      gapMs: 0,
      claimMs: 3,
      delayMs: index % 5,
    }));

    const lastAt = asSoonAsAllowed(mailing).at(-1)?.at ?? 0;

    expect(500 / (lastAt / SECOND)).toBeGreaterThanOrEqual(0.97 * 30);
  });

  it('lets three answers follow at once, but mails a person once a second', () => {
    const pace = createPace();
    const answer = aRequest(1, 'reply');

    for (const _ of [1, 2, 3]) {
      expect(pace.readyAt(answer)).toBeLessThanOrEqual(0);
      pace.sent(answer, 0);
    }

    expect(pace.readyAt(answer)).toBe(SECOND);
    expect(pace.readyAt(aRequest(1, 'notice'))).toBe(3 * SECOND);
  });

  it('leaves one flooded chat alone, and every chat when many are flooded', () => {
    const pace = createPace();

    pace.flooded('1', 20_000, 0);
    expect(pace.readyAt(aRequest(1, 'reply'))).toBe(20_000);
    expect(pace.readyAt(aRequest(9, 'reply'))).toBeLessThanOrEqual(0);

    pace.flooded('2', 21_000, 100);
    pace.flooded('3', 22_000, 200);
    expect(pace.readyAt(aRequest(9, 'reply'))).toBe(22_000);
  });

  it('does not take floods of long ago for a flood of all', () => {
    const pace = createPace();

    pace.flooded('1', 1_000, 0);
    pace.flooded('2', 101_000, 100_000);
    pace.flooded('3', 201_000, 200_000);

    expect(pace.heldUntil('9')).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('a turn of which nothing came', () => {
  it.each(['notice', 'reply', 'group'] as const)('has used nothing up of a %s', (kind) => {
    const pace = createPace({
      ...TELEGRAM_LIMITS,
      noticeBurst: 1,
      replyBurst: 1,
      groupPerMinute: 1,
    });
    const request = aRequest(1, kind);

    const sent = pace.sent(request, 0);
    expect(pace.readyAt(request)).toBeGreaterThan(0);

    expect(sent.done(5)).toBeNull();
    expect(pace.readyAt(request)).toBeLessThanOrEqual(5);
    pace.sent(request, 5).left(7);
    expect(pace.readyAt(request)).toBeGreaterThan(SECOND);
  });

  it('tells nothing of how long a journey takes', () => {
    const pace = createPace({ ...TELEGRAM_LIMITS, overallPerSecond: 1 });
    const journey = (from: number, ms: number) => {
      const sent = pace.sent(aRequest(from, 'reply'), from);
      sent.left(from);
      return sent.done(from + ms);
    };
    for (let each = 0; each < 64; each += 1) journey(each * 2 * SECOND, 40);
    pace.sent(aRequest(1, 'reply'), 200 * SECOND).done(200 * SECOND);

    expect(journey(201 * SECOND, 50)).toBe(40);
  });
});

describe('the pacer', () => {
  it('answers a person at once while five hundred are being mailed', async () => {
    const time = aVirtualTime();
    const pacer = createPacer(time);
    const sentAt = new Map<string, number>();
    const send = (request: PaceQuestion) =>
      pacer.run(request, async (leaves) => {
        leaves();
        sentAt.set(request.chatId, time.nowMs());
      });

    const mailing = Array.from({ length: 500 }, (_, index) => send(aRequest(index + 1, 'notice')));
    await mailing[99];
    const askedAt = time.nowMs();
    await send(aRequest(9_999, 'reply'));

    // The mailing is spread over the second, so that a place is free every few hundredths of one.
    expect((sentAt.get('9999') ?? 0) - askedAt).toBeLessThanOrEqual(100);
    expect(sentAt.size).toBeLessThan(200);
    await Promise.all(mailing);
    expect(busiest([...sentAt.values()], SECOND)).toBeLessThanOrEqual(
      TELEGRAM_LIMITS.overallPerSecond,
    );
  });

  it('lets the answer that was asked for last go before the mailing', async () => {
    const pacer = createPacer(aVirtualTime());
    const order: string[] = [];
    const send = (request: PaceQuestion) =>
      pacer.run(request, async (leaves) => {
        leaves();
        order.push(request.chatId);
      });
    const full = Array.from({ length: TELEGRAM_LIMITS.overallPerSecond }, (_, index) =>
      send(aRequest(100 + index, 'reply')),
    );

    await Promise.all([...full, send(aRequest(1, 'notice')), send(aRequest(2, 'reply'))]);

    expect(order.slice(-2)).toEqual(['2', '1']);
  });

  it('keeps the order within a chat, and sends no second message while the first is under way', async () => {
    const pacer = createPacer(aVirtualTime());
    const seen: string[] = [];
    const send = (name: string) =>
      pacer.run(aRequest(1, 'reply'), async (leaves) => {
        leaves();
        seen.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        seen.push(`${name} ends`);
      });

    await Promise.all(['first', 'second'].map(send));

    expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('goes on after a message that failed', async () => {
    const pacer = createPacer(aVirtualTime());

    const failed = pacer.run(aRequest(1, 'reply'), () => Promise.reject(new Error('broken')));

    await expect(failed).rejects.toThrow('broken');
    await expect(pacer.run(aRequest(1, 'reply'), async () => 'sent')).resolves.toBe('sent');
  });

  it('gives everything back that waits for a chat which Telegram wants left alone for long', async () => {
    const pacer = createPacer(aVirtualTime());
    const send = (chat: number) =>
      pacer.run(aRequest(chat, 'notice'), async (leaves) => {
        leaves();
        return 'sent';
      });
    const sends = [send(1), send(1), send(2)];

    pacer.flooded('1', 3_600_000);

    const results = await Promise.allSettled([...sends, send(1)]);
    expect(results).toMatchObject([
      { value: 'sent' },
      { reason: { name: 'HeldError', afterMs: 3_600_000 } },
      { value: 'sent' },
      { reason: { name: 'HeldError', afterMs: 3_600_000 } },
    ]);
  });

  it('waits in memory for a chat that is to be left alone for a moment', async () => {
    const time = aVirtualTime();
    const pacer = createPacer(time);
    pacer.flooded('1', 2_000);

    await pacer.run(aRequest(1, 'reply'), async () => 'sent');

    expect(time.nowMs()).toBe(2_000);
  });
});
