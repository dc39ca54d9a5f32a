import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Place } from '../../src/store/database.ts';
import { addressIn } from '../end-to-end/office.ts';

export const TOKEN = '123456:BENCH';
const NODE = [process.execPath, '--max-semi-space-size=4'] as const;

export interface Running {
  /** Resident memory in bytes, null where the machine does not tell. */
  memory(): Promise<number | null>;
  stop(): Promise<void>;
}

/** The service as `npm start` runs it, where the platform takes so much; resolves when it answers. */
export async function startCamket(
  place: Place,
  apiRoot: string,
  clock: string,
  messagesPerSecond = 30,
): Promise<Running> {
  const child = spawn(NODE[0], [NODE[1], 'src/main.ts', 'start'], {
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: place.dataDir,
      ...(place.databaseUrl !== undefined && { DATABASE_URL: place.databaseUrl }),
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: apiRoot,
      TELEGRAM_MESSAGES_PER_SECOND: `${messagesPerSecond}`,
      CAMKET_CLOCK: clock,
      LOG_LEVEL: 'silent',
      PORT: '0',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await addressIn(child);
  return running(child);
}

export function startBareBot(apiRoot: string): Running {
  return running(
    spawn(NODE[0], [NODE[1], 'test/bench/bare-bot.ts', TOKEN, apiRoot], { stdio: 'ignore' }),
  );
}

function running(child: ChildProcess): Running {
  return {
    memory: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      const kibibytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1];
      return kibibytes === undefined ? null : Number(kibibytes) * 1024;
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
