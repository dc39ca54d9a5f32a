import { z } from 'zod';
import type { TelegramApi } from './api.ts';

const Me = z.object({ username: z.string() });

/** Who the bot is on Telegram. */
export interface Self {
  /** Asks once. Throws while Telegram cannot be reached. */
  username(): Promise<string>;
  /** Null until it was asked successfully. */
  knownUsername(): string | null;
}

export function createSelf(api: TelegramApi): Self {
  let known: string | null = null;
  return {
    knownUsername: () => known,
    username: async () => {
      known ??= (await api.call('getMe', {}, Me)).username;
      return known;
    },
  };
}
