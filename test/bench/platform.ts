import { type BotApi, createBotApi } from '../../src/sandbox/bot-api.ts';
import { TOKEN } from './processes.ts';

/** Our own Bot API on loopback, with people who have opened the bot's chat. */
export async function openPlatform(ids: readonly number[], hasLimits: boolean) {
  const api = createBotApi({
    token: TOKEN,
    bot: { id: 123456, firstName: 'Cam kết', username: 'camket_bot' },
    hasLimits,
  });
  for (const id of ids) {
    api.addPerson({ id, firstName: `Cán bộ ${id}` });
    api.openChat(id);
  }
  return { api, apiRoot: await api.listen() };
}

/** Resolves when a chat shows something that holds. */
export function untilShown(
  api: BotApi,
  chatId: number,
  holds: (messages: ReturnType<BotApi['messages']>) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const check = (changedId: number) => {
      if (changedId !== chatId || !holds(api.messages(chatId).filter(({ from }) => from.isBot)))
        return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = api.onChange(check);
    check(chatId);
  });
}
