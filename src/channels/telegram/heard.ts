/** For so long after a person wrote, what goes to that chat counts as an answer. */
const AWAITED_MS = 60_000;
const CHATS_REMEMBERED = 5_000;

/** Which chats were heard from a moment ago: what they are sent goes before a mailing. */
export interface Heard {
  note(chatId: string): void;
  isRecent(chatId: string): boolean;
}

export function createHeard(nowMs: () => number): Heard {
  const heardAt = new Map<string, number>();
  return {
    isRecent: (chatId) => nowMs() - (heardAt.get(chatId) ?? Number.NEGATIVE_INFINITY) < AWAITED_MS,
    note: (chatId) => {
      // Taken out first, so that the map stays in the order of hearing.
      heardAt.delete(chatId);
      heardAt.set(chatId, nowMs());
      const [oldest] = heardAt.keys();
      if (heardAt.size > CHATS_REMEMBERED && oldest !== undefined) heardAt.delete(oldest);
    },
  };
}
