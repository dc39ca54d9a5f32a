import { tooManyRequests } from './refusal.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
/** Source: Bot API, «My bot is hitting limits»: overall, in one chat, in one group. */
const OVERALL = 30;
const CHAT_BURST = 3;
const GROUP = 20;

/** Throws the platform's 429 when a message comes too soon. Times are the machine's milliseconds. */
export function createRateLimits(nowMs: () => number): (chatId: number) => void {
  let all: number[] = [];
  const byChat = new Map<number, number[]>();
  return (chatId) => {
    const now = nowMs();
    all = all.filter((at) => at > now - SECOND);
    const own = (byChat.get(chatId) ?? []).filter((at) => at > now - MINUTE);
    const lately = own.filter((at) => at > now - CHAT_BURST * SECOND);
    if (all.length >= OVERALL) throw tooManyRequests(1);
    if (lately.length >= CHAT_BURST) throw tooManyRequests(1);
    if (chatId < 0 && own.length >= GROUP) {
      throw tooManyRequests(Math.ceil(((own[0] ?? now) + MINUTE - now) / SECOND));
    }
    all.push(now);
    byChat.set(chatId, [...own, now]);
  };
}
