import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { importInto, joinOfficers, paperOf } from '../end-to-end/province.ts';
import { placeForTest } from '../store/database-for-test.ts';
import { openPlatform } from './platform.ts';
import { startCamket, TOKEN } from './processes.ts';

/** The day of the first reminders of a quarter. */
const MORNING = '2026-05-26T08:00:00+07:00';
const PEOPLE = Array.from({ length: 500 }, (_, index) => index + 1);
/** Messages a second that the platform takes over all chats. */
const PLATFORM_RATE = 30;

export interface FanOut {
  /** From the first message to the last. */
  readonly seconds: number;
  readonly memory: number | null;
  /** How often the platform said that it was too much. */
  readonly refused: number;
}

/** How many are written to, and how long that takes at the platform's limit. */
export const FAN_OUT = { people: PEOPLE.length, seconds: PEOPLE.length / PLATFORM_RATE };

/** The morning's reminders to everybody, under the platform's limits, or where it takes so much. */
export async function fanOut(
  server: string | undefined,
  messagesPerSecond?: number,
): Promise<FanOut> {
  const { place, remove } = await placeForTest(server);
  await importInto(place, paperOf(100));
  await joinOfficers(place, PEOPLE);
  const { api, apiRoot } = await openPlatform(PEOPLE, messagesPerSecond === undefined);
  const heard = new Set<number>();
  api.onChange((chatId) => heard.add(chatId));
  const reached = (count: number) =>
    new Promise<number>((resolve) => {
      const unsubscribe = api.onChange(() => {
        if (heard.size < count) return;
        unsubscribe();
        resolve(performance.now());
      });
    });
  const [first, last] = [reached(1), reached(PEOPLE.length)];
  const camket = await startCamket(place, apiRoot, MORNING, messagesPerSecond);
  const seconds = ((await last) - (await first)) / 1000;
  const memory = await camket.memory();
  const refused = api.calls.filter(({ status }) => status === 429).length;
  await camket.stop();
  await api.close();
  await remove();
  return { seconds, memory, refused };
}

/** Seconds that pg-boss alone takes for as many jobs, each with a message or with nothing in it. */
export async function bareMailing(server: string, kind: 'messages' | 'nothing'): Promise<number> {
  const { place, remove } = await placeForTest(server);
  const { api, apiRoot } = await openPlatform(PEOPLE, false);
  const mailing = spawn(
    process.execPath,
    [
      'test/bench/bare-mailing.ts',
      ...[place.databaseUrl ?? '', apiRoot, TOKEN, `${PEOPLE.length}`, kind],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ms = Number(await text(mailing.stdout));
  await api.close();
  await remove();
  return ms / 1000;
}
