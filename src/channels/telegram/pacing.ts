/** How often may be sent. Source: Bot API FAQ, «My bot is hitting limits». */
export interface PaceLimits {
  /** All chats together, in any second; answers to people may use all of it. */
  readonly overallPerSecond: number;
  /** The share of it that a mailing may use, so that an answer never waits behind one. */
  readonly noticesPerSecond: number;
  /** Messages of a private chat that may follow at once when a person waits for an answer. */
  readonly replyBurst: number;
  readonly groupPerMinute: number;
  /** So many chats flooded within half a minute stop everything. */
  readonly floodsToStopAll: number;
}

/** Telegram names about 30 a second; the rest of it is left to edits and to the network's jitter. */
export const TELEGRAM_LIMITS: PaceLimits = {
  overallPerSecond: 25,
  noticesPerSecond: 20,
  replyBurst: 3,
  groupPerMinute: 20,
  floodsToStopAll: 3,
};

export interface PaceRequest {
  readonly chatId: string;
  readonly isGroup: boolean;
  /** A person waits for it, as against what the clock sends. */
  readonly isReply: boolean;
}

/** Decides when each message may go. Holds no clock and no timer: every instant is an argument. */
export interface Pace {
  /** The earliest instant for this message, as things stand. */
  readyAt(request: PaceRequest): number;
  sent(request: PaceRequest, nowMs: number): void;
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

const SECOND = 1_000;
const MINUTE = 60_000;
const FLOOD_MEMORY_MS = 30_000;
const CHATS_REMEMBERED = 2_000;

export function createPace(limits: PaceLimits = TELEGRAM_LIMITS): Pace {
  const chats = new Map<string, ChatPace>();
  let sentAt: number[] = [];
  let floods: { chatId: string; at: number }[] = [];
  let allHeldUntil = Number.NEGATIVE_INFINITY;

  const paceOf = (chatId: string): ChatPace => chats.get(chatId) ?? freshPace();
  const heldUntil = (chatId: string) => Math.max(allHeldUntil, paceOf(chatId).heldUntil);

  return {
    heldUntil,
    readyAt: (request) => {
      const overall = request.isReply ? limits.overallPerSecond : limits.noticesPerSecond;
      return Math.max(
        heldUntil(request.chatId),
        windowOpensAt(sentAt, overall, SECOND),
        chatReadyAt(paceOf(request.chatId), request, limits),
      );
    },
    sent: (request, nowMs) => {
      sentAt = [...sentAt, nowMs].slice(-limits.overallPerSecond);
      const chat = paceOf(request.chatId);
      chat.dueAt = Math.max(nowMs, chat.dueAt) + SECOND;
      if (request.isGroup) chat.sentAt = [...chat.sentAt, nowMs].slice(-limits.groupPerMinute);
      chats.set(request.chatId, chat);
      if (chats.size > CHATS_REMEMBERED) forgetQuiet(chats, nowMs);
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

function freshPace(): ChatPace {
  return { dueAt: Number.NEGATIVE_INFINITY, heldUntil: Number.NEGATIVE_INFINITY, sentAt: [] };
}

function chatReadyAt(chat: ChatPace, request: PaceRequest, limits: PaceLimits): number {
  if (request.isGroup) {
    return Math.max(chat.dueAt, windowOpensAt(chat.sentAt, limits.groupPerMinute, MINUTE));
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
