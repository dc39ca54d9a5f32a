import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type BotApi, createBotApi } from '../../src/sandbox/bot-api.ts';
import { faultsOf, hasSchema } from '../sandbox/bot-api-schema.ts';
import { preparedPlace } from '../store/database-for-test.ts';
import { camketBeside, json, MACHINE } from './command-line.ts';

const TOKEN = '123456:END-TO-END';

interface OfficeOptions {
  /** Whether the platform keeps its limits; scripts talk faster than people. */
  readonly hasLimits?: boolean;
}

/** The real service in a process of its own, on our Bot API, with people who write to it. */
export async function openOffice(clock: string, { hasLimits = false }: OfficeOptions = {}) {
  const { place, remove } = await preparedPlace();
  const badCalls: string[] = [];
  const api: BotApi = createBotApi({
    token: TOKEN,
    bot: { id: 123456, firstName: 'Cam kết', username: 'camket_bot' },
    hasLimits,
    onCall: (method, parameters) => {
      if (hasSchema)
        badCalls.push(...faultsOf(method, parameters).map((fault) => `${method}: ${fault}`));
    },
  });
  const environment = {
    DATA_DIR: place.dataDir,
    ...(place.databaseUrl !== undefined && { DATABASE_URL: place.databaseUrl }),
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: await api.listen(),
    LOG_LEVEL: 'silent',
    PORT: '0',
  };
  const children: ChildProcess[] = [];

  /** The first instance, or one more beside it. */
  const start = async (at = clock, settings: Record<string, string> = {}) => {
    const child = spawn(process.execPath, ['src/main.ts', 'start'], {
      env: { ...MACHINE, ...environment, CAMKET_CLOCK: at, ...settings },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    children.push(child);
    return addressIn(child);
  };
  /** Ends so many instances, the oldest first; gives the exit status of each, null of a killed one. */
  const stop = async (signal: 'SIGTERM' | 'SIGKILL', count = children.length) => {
    const statuses: (number | null)[] = [];
    for (const child of children.splice(0, count)) {
      const isRunning = child.exitCode === null && child.signalCode === null;
      if (isRunning) {
        child.kill(signal);
        await once(child, 'exit');
      }
      statuses.push(child.exitCode);
    }
    return statuses;
  };
  const texts = (chatId: number) =>
    api
      .messages(chatId)
      .filter(({ from }) => from.isBot)
      .map(({ text }) => text);
  /** Waits until the chats show it, told by the chats themselves. */
  const until = (isTrue: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = () => {
        if (!isTrue()) return;
        unsubscribe();
        resolve();
      };
      const unsubscribe = api.onChange(check);
      check();
    });
  /** Waits for the next thing that the bot says in a chat, told by the chat itself. */
  const nextIn = async (chatId: number, act: () => unknown, count = 1): Promise<string[]> => {
    const shown = () => JSON.stringify(api.messages(chatId).filter(({ from }) => from.isBot));
    const before = api.messages(chatId).filter(({ from }) => from.isBot).length;
    const seen = shown();
    const settled = new Promise<void>((resolve) => {
      const check = () => {
        const bot = api.messages(chatId).filter(({ from }) => from.isBot);
        if (bot.length >= before + count || (count === 1 && shown() !== seen)) {
          unsubscribe();
          resolve();
        }
      };
      const unsubscribe = api.onChange(check);
    });
    await act();
    await settled;
    const after = texts(chatId);
    return after.length > before ? after.slice(before) : after.slice(-1);
  };
  return {
    api,
    place,
    environment,
    badCalls,
    start,
    stop,
    texts,
    nextIn,
    until,
    run: (...words: string[]) => camketBeside(words, { ...environment, CAMKET_CLOCK: clock }),
    say: (personId: number, text: string, chatId = personId) =>
      nextIn(chatId, () => api.say(personId, chatId, text)),
    press: (personId: number, label: string, chatId = personId) => {
      const shown = api
        .messages(chatId)
        .findLast(({ buttons }) => buttons.flat().some(({ text }) => text === label));
      const data = shown?.buttons.flat().find(({ text }) => text === label)?.data;
      if (shown === undefined || data === undefined) throw new Error(`No button «${label}».`);
      return nextIn(chatId, () => void api.press(personId, chatId, shown.messageId, data));
    },
    /** Lets somebody in by the command line and the code that it prints. */
    join: async (personId: number, name: string, agency: string, role = 'officer') => {
      api.addPerson({ id: personId, firstName: name });
      const words = ['invite', '--agency', agency, '--role', role, '--name', name, '--json'];
      const { code } = json(await camketBeside(words, { ...environment, CAMKET_CLOCK: clock }));
      return nextIn(personId, () => api.say(personId, personId, `/start ${code}`));
    },
    close: async () => {
      await stop('SIGKILL');
      await api.close();
      await remove();
    },
  };
}

export type OpenOffice = Awaited<ReturnType<typeof openOffice>>;

/** The address in the first line that the service says. */
export async function addressIn({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error('The service says nothing.');
  for await (const line of createInterface({ input: stderr })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address !== undefined) return address.replace(/[,:;]$/, '');
  }
  throw new Error('The service ended without an address.');
}
