import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createTelegramChannel } from '../channels/telegram/channel.ts';
import { clockFrom, type ServiceClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { waitMs } from '../connect.ts';
import type { Role } from '../domain/actor.ts';
import type { Paper } from '../domain/paper.ts';
import { createEngine } from '../engine.ts';
import { agencyKey, initialsOf, levelOf } from '../language/agency-names.ts';
import { type BotApi, createBotApi } from '../sandbox/bot-api.ts';
import { secrets } from '../secrets.ts';
import { openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { createUnitOfWork } from '../store/unit-of-work.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import { ensureAgency } from '../usecases/ensure-agency.ts';
import { importCommitmentSet } from '../usecases/import-commitment-set.ts';
import { invitePerson } from '../usecases/invite-person.ts';

const TOKEN = '1:demo';
const BOT = { id: 1, firstName: 'camket', username: 'camket_demo_bot' };
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

/** The real service on a clock of its own: an empty database, telegraf, and a platform on loopback. */
export interface DemoOffice {
  readonly api: BotApi;
  readonly clock: ServiceClock;
  readonly dependencies: Dependencies;
  /** Runs what the timetable would at the clock's instant. */
  tick(): Promise<void>;
  /** Until every update that came is answered and everything queued is sent. */
  settle(): Promise<void>;
  /** A code for a named person, or an open one without a name. */
  invite(agencyName: string, role: Role, personName: string | null): Promise<string>;
  close(): Promise<void>;
}

export async function openDemoOffice(
  { dataDir, timezone, locale }: Config,
  papers: readonly Paper[],
  start: Date,
): Promise<DemoOffice> {
  const folder = path.join(dataDir, 'demo');
  await rm(folder, { recursive: true, force: true });
  const database = await openDatabase({ dataDir: folder });
  await migrate(database);
  const queued: number[] = [];
  const unitOfWork = createUnitOfWork(database, queueInto(queued));
  const clock = clockFrom(start);
  const dependencies = { ...unitOfWork, clock, timezone };
  for (const paper of papers) {
    const asked = { paper, keyOf: agencyKey, isDryRun: false, via: 'demo' };
    await importCommitmentSet(dependencies, asked);
  }
  const api = createBotApi({
    token: TOKEN,
    bot: BOT,
    nowMs: () => clock.now().getTime(),
    hasLimits: false,
  });
  const channel = createChannel(await api.listen());
  const engine = createEngine({
    ...dependencies,
    secrets,
    language: locale,
    botName: () => BOT.username,
    messengers: new Map([[channel.name, channel.messenger]]),
    sender: 'demo',
    sharedClock: clock,
    waitMs: () => Promise.resolve(),
    log: SILENT,
  });
  await channel.start(engine.intake);
  return {
    api,
    clock,
    dependencies,
    tick: async () => {
      await engine.tick();
    },
    settle: async () => {
      await engine.idle();
      for (let id = queued.shift(); id !== undefined; id = queued.shift()) {
        await engine.worker.deliver(id);
      }
    },
    invite: (agencyName, role, personName) =>
      inviteTo(dependencies, { agencyName, role, personName }),
    close: async () => {
      await channel.stop();
      await engine.stop();
      await engine.leave();
      await api.close();
      await database.close();
    },
  };
}

/** Deliveries wait here until the play lets them go, so that a run is the same each time. */
function queueInto(queued: number[]) {
  const enqueue = (ids: readonly number[]) => {
    queued.push(...ids);
    return Promise.resolve();
  };
  const waiting = () => Promise.resolve(new Set(queued));
  return { queueOn: () => ({ enqueue, queued: waiting }) };
}

/** The platform's pace is waited out on paper only: nobody else is on this one. */
function createChannel(apiRoot: string) {
  let paced = 0;
  return createTelegramChannel({
    token: TOKEN,
    apiRoot,
    mode: { kind: 'polling' },
    log: SILENT,
    nowMs: () => paced,
    waitMs: async (ms) => {
      paced += ms;
      await waitMs(0);
    },
  });
}

function inviteTo(
  { inTransaction, clock, timezone }: Dependencies,
  invited: {
    readonly agencyName: string;
    readonly role: Role;
    readonly personName: string | null;
  },
): Promise<string> {
  const { agencyName: name, role, personName } = invited;
  return inTransaction(async (stores) => {
    const { id: agencyId } = await ensureAgency(stores, { name, level: levelOf(name) });
    const { code } = await invitePerson(stores, secrets, {
      ...{ agencyId, role, personName, initials: initialsOf(name) },
      ...{ actor: null, via: 'demo', at: clock.now(), timezone },
    });
    return code;
  });
}
