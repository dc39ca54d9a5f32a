import { describe, expect, it } from 'vitest';
import { createMessenger } from '../src/channels/telegram/messenger.ts';
import { createPacer } from '../src/channels/telegram/pacer.ts';
import { createSending } from '../src/sending.ts';
import type { DeliveryDependencies, Prepared } from '../src/usecases/delivering.ts';

const MINUTE = 60_000;
const ANSWER = { lines: [[{ text: 'Đã ghi nhận' }]], choices: [] };

interface Platform {
  /** How long it takes over a message of the mailing. */
  readonly callMs?: number;
  /** When somebody is answered meanwhile. */
  readonly answerAt?: number;
}

const ASKER = '999';

/** A mailing under the platform's pace, on a clock that moves when all have done what they could. */
async function aMailing(chats: readonly number[], { callMs = 0, answerAt }: Platform = {}) {
  let now = 0;
  const timers: { at: number; wake(): void }[] = [];
  const waitMs = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((wake) => {
      timers.push({ at: now + ms, wake });
      signal?.addEventListener('abort', () => wake());
    });
  const clock = { now: () => new Date(now) };
  const shown: { readonly chatId: string; readonly at: number }[] = [];
  const told = new Set<number>();
  let composed = 0;
  const api = {
    call: async (_: string, { chat_id }: { readonly chat_id: string }) => {
      shown.push({ chatId: chat_id, at: now });
      if (callMs > 0 && chat_id !== ASKER) await waitMs(callMs);
      return { message_id: shown.length };
    },
  };
  const pacer = createPacer({ nowMs: () => now, waitMs });
  const messenger = createMessenger({
    api: api as never,
    pacer,
    waitMs,
    isAwaited: (id) => id === ASKER,
  });
  const prepare = async (id: number): Promise<Prepared> => {
    composed += 1;
    return {
      delivery: { id, kind: 'daily', attempts: 0, isGroup: false, payload: null } as never,
      to: { channel: 'telegram', chatId: `${chats[id]}` },
      payload: { message: { lines: [[{ text: 'Kính gửi' }]], choices: [] }, replacing: null },
      subjects: [],
      preparedAt: clock.now(),
    };
  };
  const needs: Partial<DeliveryDependencies> = {
    sender: 'one',
    sharedClock: clock,
    stopping: new AbortController().signal,
    waitMs,
    messengers: new Map([['telegram', messenger]]),
    prepare,
    claim: async ({ claim }) => !told.has(claim.id) && told.add(claim.id).has(claim.id),
    keepUp: async () => undefined,
    hasLivedSince: () => true,
    settleSent: async () => true,
  };
  const sending = createSending(needs as DeliveryDependencies);
  const open = new Set(chats.keys());
  for (const id of chats.keys()) void sending.attempt(id).then(() => open.delete(id));
  const rest = async () => {
    for (let turn = 0; turn < 30; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await rest();
  if (answerAt !== undefined) {
    timers.push({
      at: answerAt,
      wake: () => void messenger.send({ channel: 'telegram', chatId: ASKER }, ANSWER),
    });
  }
  while (open.size > 0 && now < 10 * MINUTE) {
    timers.sort((one, other) => one.at - other.at);
    const next = timers.shift();
    if (next === undefined) break;
    now = Math.max(now, next.at);
    next.wake();
    await rest();
  }
  return { shown, composed, endedAt: now };
}

describe('a mailing', () => {
  it('of which much goes to one chat comes to its end, and holds up nobody else for ever', async () => {
    const chats = [
      ...Array<number>(30).fill(7),
      ...Array.from({ length: 30 }, (_, id) => 100 + id),
    ];

    const { shown, composed, endedAt } = await aMailing(chats);

    expect(shown).toHaveLength(60);
    expect(new Set(shown.map(({ chatId }) => chatId)).size).toBe(31);
    expect(composed).toBeLessThanOrEqual(2 * 60);
    expect(endedAt).toBeLessThan(2 * MINUTE);
  });

  it('does not wait for those of its messages that go to one chat, one a second', async () => {
    const others = Array.from({ length: 60 }, (_, id) => 100 + id);

    const { shown } = await aMailing([...Array<number>(25).fill(7), ...others]);

    const toOthers = shown.filter(({ chatId }) => chatId !== '7').map(({ at }) => at);
    expect(toOthers).toHaveLength(60);
    expect(Math.max(...toOthers)).toBeLessThan(4_000);
  });

  it('that a slow platform holds up lets nobody wait for an answer', async () => {
    const chats = Array.from({ length: 50 }, (_, id) => 100 + id);

    const { shown } = await aMailing(chats, { callMs: 5_000, answerAt: 3_500 });

    expect(shown.find(({ chatId }) => chatId === ASKER)?.at).toBe(3_500);
    expect(shown).toHaveLength(51);
  });

  it('to everybody is composed once', async () => {
    const chats = Array.from({ length: 100 }, (_, id) => 100 + id);

    const { shown, composed } = await aMailing(chats);

    expect(shown).toHaveLength(100);
    expect(composed).toBe(100);
  });
});
