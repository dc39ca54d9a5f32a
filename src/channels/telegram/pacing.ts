import type { PaceQuestion, SharedLimits } from '../../usecases/ports/shared-pace.ts';

/** How often may be sent. Source: Bot API FAQ, «My bot is hitting limits». */
export interface PaceLimits extends SharedLimits {
  /** So many messages of a mailing may follow at once, to make up for a pause before them. */
  readonly noticeBurst: number;
}

export const TELEGRAM_LIMITS: PaceLimits = {
  overallPerSecond: 30,
  noticeBurst: 5,
  replyBurst: 3,
  groupPerMinute: 20,
  floodsToStopAll: 3,
};

/** A message whose turn has come. */
export interface OnTheWay {
  /** It leaves now. */
  left(nowMs: number): void;
  /**
   * The platform has answered or could not be asked; gives the quickest journey of late. Null where
   * nothing has left: the turn is as good as never taken.
   */
  done(nowMs: number): number | null;
}

/** Decides when each message may go. Holds no clock and no timer: every instant is an argument. */
export interface Pace {
  /** The earliest instant for this message, as things stand. */
  readyAt(request: PaceQuestion): number;
  sent(request: PaceQuestion, nowMs: number): OnTheWay;
  /** Telegram asked to wait: this chat does, and all do when many chats were told so. */
  flooded(chatId: string, untilMs: number, nowMs: number): void;
  heldUntil(chatId: string): number;
}

interface ChatPace {
  /** When the next message would be due at one a second (a leaky bucket in one number). */
  dueAt: number;
  heldUntil: number;
  /** Instants of the last messages, newest last; kept for groups. */
  sentAt: number[];
}

/** A second, and a little for clocks that count whole milliseconds. */
const WINDOW_MS = 1_003;
const SECOND = 1_000;
const MINUTE = 60_000;
/** A minute, and a second for what is delayed on the way. */
const GROUP_WINDOW_MS = 61_000;
const FLOOD_MEMORY_MS = 30_000;
const CHATS_REMEMBERED = 2_000;

export function createPace(limits: PaceLimits = TELEGRAM_LIMITS): Pace {
  const chats = new Map<string, ChatPace>();
  const slots = createSlots(limits.overallPerSecond);
  const noticeEveryMs = WINDOW_MS / limits.overallPerSecond;
  let noticeDueAt = Number.NEGATIVE_INFINITY;
  let floods: { chatId: string; at: number }[] = [];
  let allHeldUntil = Number.NEGATIVE_INFINITY;

  const paceOf = (chatId: string): ChatPace => chats.get(chatId) ?? freshPace();
  const heldUntil = (chatId: string) => Math.max(allHeldUntil, paceOf(chatId).heldUntil);

  return {
    heldUntil,
    readyAt: (request) =>
      Math.max(
        heldUntil(request.chatId),
        slots.freeAt(),
        request.isReply
          ? Number.NEGATIVE_INFINITY
          : noticeDueAt - (limits.noticeBurst - 1) * noticeEveryMs,
        chatReadyAt(paceOf(request.chatId), request, limits),
      ),
    sent: (request, nowMs) => {
      // Evenly, so that a person's answer finds a place at once and not when the second is over.
      noticeDueAt = Math.max(nowMs, noticeDueAt) + noticeEveryMs;
      const chat = paceOf(request.chatId);
      chat.dueAt = Math.max(nowMs, chat.dueAt) + SECOND;
      if (request.isGroup) chat.sentAt = [...chat.sentAt, nowMs].slice(-limits.groupPerMinute);
      chats.set(request.chatId, chat);
      if (chats.size > CHATS_REMEMBERED) forgetQuiet(chats, nowMs);
      const place = slots.take(nowMs);
      return {
        left: (leftMs) => {
          chat.dueAt += leftMs - nowMs;
          place.left(leftMs);
        },
        done: (doneMs) => {
          const quickestMs = place.done(doneMs);
          if (quickestMs !== null) return quickestMs;
          // Nothing else of this chat was under way since.
          chat.dueAt -= SECOND;
          if (request.isGroup) chat.sentAt = chat.sentAt.slice(0, -1);
          noticeDueAt -= noticeEveryMs;
          return null;
        },
      };
    },
    flooded: (chatId, untilMs, nowMs) => {
      const chat = paceOf(chatId);
      chat.heldUntil = Math.max(chat.heldUntil, untilMs);
      chats.set(chatId, chat);
      floods = [...floods, { chatId, at: nowMs }].filter(({ at }) => at > nowMs - FLOOD_MEMORY_MS);
      const flooded = new Set(floods.map((flood) => flood.chatId));
      if (flooded.size >= limits.floodsToStopAll) allHeldUntil = Math.max(allHeldUntil, untilMs);
    },
  };
}

/** What an unanswered call keeps its place for beyond the second: it may still be on its way. */
const LONGEST_ON_THE_WAY_MS = 1_000;
const JOURNEYS_REMEMBERED = 64;

/**
 * As many places as may be sent in a second, each used once a second. The platform counts when a
 * message arrives, not when it leaves: a place is free a second after its answer, less the quickest
 * journey there and back, so that no delay on the way brings two seconds' messages together.
 */
function createSlots(count: number) {
  const freeAt = Array.from({ length: count }, () => Number.NEGATIVE_INFINITY);
  // Until the first journeys are forgotten, the quickest is taken to need no time.
  let journeysMs: number[] = [0];
  const quickestWith = (ms: number) => {
    journeysMs = [...journeysMs, ms].slice(-JOURNEYS_REMEMBERED);
    return Math.min(...journeysMs);
  };
  let first = Number.NEGATIVE_INFINITY;
  const set = (place: number, at: number) => {
    freeAt[place] = at;
    first = freeAt.reduce((soonest, each) => Math.min(soonest, each));
  };
  return {
    freeAt: () => first,
    take: (nowMs: number): OnTheWay => {
      const place = freeAt.indexOf(first);
      let leftMs: number | null = null;
      // However long it takes to leave, nobody else has its place.
      let provisional = Number.POSITIVE_INFINITY;
      set(place, provisional);
      return {
        left: (at) => {
          leftMs = at;
          provisional = at + WINDOW_MS + LONGEST_ON_THE_WAY_MS;
          set(place, provisional);
        },
        done: (at) => {
          if (leftMs === null) {
            set(place, nowMs);
            return null;
          }
          const quickestMs = quickestWith(at - leftMs);
          if (freeAt[place] === provisional) {
            set(place, Math.min(provisional, at - quickestMs + WINDOW_MS));
          }
          return quickestMs;
        },
      };
    },
  };
}

function freshPace(): ChatPace {
  return { dueAt: Number.NEGATIVE_INFINITY, heldUntil: Number.NEGATIVE_INFINITY, sentAt: [] };
}

function chatReadyAt(chat: ChatPace, request: PaceQuestion, limits: PaceLimits): number {
  if (request.isGroup) {
    return Math.max(chat.dueAt, windowOpensAt(chat.sentAt, limits.groupPerMinute, GROUP_WINDOW_MS));
  }
  const burst = request.isReply ? limits.replyBurst : 1;
  return chat.dueAt - (burst - 1) * SECOND;
}

/** When one more fits: `count` messages ago must lie a whole window back. */
function windowOpensAt(sentAt: readonly number[], count: number, windowMs: number): number {
  const oldest = sentAt.at(-count);
  return oldest === undefined || sentAt.length < count
    ? Number.NEGATIVE_INFINITY
    : oldest + windowMs;
}

function forgetQuiet(chats: Map<string, ChatPace>, nowMs: number): void {
  for (const [chatId, chat] of chats) {
    const lastUse = Math.max(chat.dueAt, chat.heldUntil);
    if (lastUse + MINUTE < nowMs) chats.delete(chatId);
  }
}
