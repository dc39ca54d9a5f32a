import type { Config } from './config.ts';
import { connectChannels } from './connect.ts';
import { createLog } from './log.ts';

/** The bot's name on a channel that is configured here and answers; else null. */
export async function askBotName(
  { telegram, logLevel }: Config,
  channel: string,
): Promise<string | null> {
  const connected = connectChannels(telegram, createLog(logLevel));
  const name = await connected.askBotName(channel);
  await connected.close();
  return name;
}
