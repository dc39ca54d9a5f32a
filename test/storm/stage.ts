import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { type BotApi, createBotApi } from '../../src/sandbox/bot-api.ts';
import type { Place } from '../../src/store/database.ts';
import { placeForTest } from '../store/database-for-test.ts';
import { type Balancer, openBalancer } from './balancer.ts';
import { type DatabaseProxy, openDatabaseProxy } from './database-proxy.ts';
import { createInstances, type Instances } from './instances.ts';

const TOKEN = '123456:STORM';
const ZONE_MS = 7 * 3_600_000;

/** The world of a storm: platform, database and processes, with a clock that the rig moves. */
export interface Stage {
  readonly api: BotApi;
  readonly proxy: DatabaseProxy;
  readonly balancer: Balancer;
  readonly instances: Instances;
  /** Past the proxy: what the judge sees must not depend on the weather. */
  readonly sql: postgres.Sql;
  /** Where the judge and the rig's own commands reach the database directly. */
  readonly place: Place;
  readonly logFolder: string;
  /** The office's time, in milliseconds. */
  now(): number;
  /** Moves the clock; only while no instance runs. */
  moveTo(instant: string): void;
  setMode(mode: 'webhook' | 'polling'): void;
  /** The settings that a command run beside the service needs. */
  environment(): Record<string, string>;
  close(): Promise<void>;
}

/** Opens everything on loopback, on an empty database of its own on `server`. */
export async function openStage(server: string, instanceCount: number): Promise<Stage> {
  const { place, remove } = await placeForTest(server);
  const logFolder = await mkdtemp(path.join(os.tmpdir(), 'storm-'));
  const clock = { at: 0, since: performance.now() };
  const now = () => clock.at + (performance.now() - clock.since);
  const api = createBotApi({
    token: TOKEN,
    bot: { id: 123456, firstName: 'Cam kết', username: 'camket_bot' },
    nowMs: now,
  });
  const apiRoot = await api.listen();
  const direct = new URL(place.databaseUrl ?? '');
  const proxy = await openDatabaseProxy({
    host: direct.hostname,
    port: Number(direct.port || 5432),
  });
  const behindProxy = new URL(direct);
  behindProxy.host = `127.0.0.1:${proxy.port}`;
  let mode: 'webhook' | 'polling' = 'webhook';
  const balancer = await openBalancer(() => instances.up());
  const environment = () => ({
    DATA_DIR: place.dataDir,
    DATABASE_URL: behindProxy.href,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_MODE: mode,
    TELEGRAM_WEBHOOK_SECRET: 'a-long-random-word',
    PUBLIC_URL: balancer.url,
    CAMKET_CLOCK: new Date(now()).toISOString(),
    LOG_LEVEL: 'warn',
  });
  const ports = await freePorts(instanceCount);
  const instances = createInstances({ ports, environment, logFolder });
  const sql = postgres(direct.href, { max: 2, onnotice: () => undefined });
  return {
    ...{ api, proxy, balancer, instances, sql, place, logFolder, now },
    moveTo: (instant) =>
      Object.assign(clock, { at: Date.parse(instant), since: performance.now() }),
    setMode: (next) => {
      mode = next;
    },
    environment: () => ({ ...environment(), DATABASE_URL: direct.href, LOG_LEVEL: 'silent' }),
    close: async () => {
      await instances.killAll();
      await balancer.close();
      await proxy.close();
      await api.close();
      await sql.end({ timeout: 5 });
      await remove();
    },
  };
}

/** The day on the office's wall, `YYYY-MM-DD`, and the minutes since its midnight. */
export function onTheWall(instantMs: number): { readonly date: string; readonly minutes: number } {
  const local = new Date(instantMs + ZONE_MS);
  return {
    date: local.toISOString().slice(0, 10),
    minutes: local.getUTCHours() * 60 + local.getUTCMinutes(),
  };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => net.createServer().listen(0, '127.0.0.1'));
  const ports: number[] = [];
  for (const server of servers) {
    if (!server.listening) await once(server, 'listening');
    const address = server.address();
    ports.push(address !== null && typeof address === 'object' ? address.port : 0);
    server.close();
  }
  return ports;
}
