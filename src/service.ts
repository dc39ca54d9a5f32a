import type { RunningService, Started } from './cli/context.ts';
import { clockAhead, clockFrom, type ServiceClock, steadyMs, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { type Connected, connectChannels, waitMs } from './connect.ts';
import { readPaperAside } from './documents/importing/reading-process.ts';
import { createEngine, type Engine, type EngineWatch } from './engine.ts';
import { live, type Opened, signalled } from './life.ts';
import { createLog, type Log, nameOf } from './log.ts';
import { tellOperatorBy } from './operator-log.ts';
import { keptBy, readinessOf } from './readiness.ts';
import type { SandboxOffice } from './sandbox-office.ts';
import { type Schedule, startSchedule } from './schedule.ts';
import { secrets } from './secrets.ts';
import { createHttpServer } from './server/http-server.ts';
import { createMetrics, type MetricSources, type Metrics } from './server/metrics.ts';
import type { SharedClock } from './shared-clock.ts';
import { sharedClockOf, sharingOn } from './sharing.ts';
import type { Database } from './store/database.ts';
import { startJobs } from './store/jobs.ts';
import { createUnitOfWork } from './store/unit-of-work.ts';
import type { Dependencies } from './usecases/dependencies.ts';
import type { Intake } from './usecases/ports/intake.ts';
import type { UnitOfWork } from './usecases/ports/unit-of-work.ts';
import { publishOffset } from './usecases/service-clock.ts';
import { textsOf } from './views/texts.ts';
import { createLookout, engineWatch, timedTick, type Watched } from './watching.ts';

/** Every five seconds of the machine's time. */
const OFTEN = '*/5 * * * * *';
const OFTEN_MS = 5_000;

/**
 * The service on a database that is open, and stays so for every other command: the channels, the
 * schedule, and HTTP. Runs until a signal; then what is in hand ends before the database closes.
 */
export function startService(config: Config, database: Database): RunningService {
  const log = createLog(config.logLevel);
  return live((opened) => start({ config, database, log, opened }), {
    signalled: signalled(),
    waitMs,
    nowMs: steadyMs,
    log,
  });
}

/** Loaded only where there is no platform: an office's own start is to be short. */
async function openSandbox({ locale }: Config, clock: ServiceClock): Promise<SandboxOffice> {
  const { openSandboxOffice } = await import('./sandbox-office.ts');
  return openSandboxOffice(textsOf(locale), locale, clock);
}

interface Starting {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  readonly opened: Opened;
}

async function start({ config, database, log, opened }: Starting): Promise<Started> {
  opened('database', database.close);
  const clock = config.clockStart === null ? clockAhead(0) : clockFrom(config.clockStart);
  // Null where a real platform is configured.
  const sandbox = config.telegram === null ? await openSandbox(config, clock) : null;
  if (sandbox !== null) opened('sandbox', sandbox.close);
  const self = { sender: secrets.token(), sharedClock: await sharedClockOf(database) };
  const sharing = sharingOn(database, self.sender);
  const connected = connectChannels(sandbox?.telegram ?? config.telegram, log, sharing);
  opened('channels', connected.close);
  const jobs = await startJobs(database, {
    isWorker: true,
    onError: (error) => log.error({ error: error.name }, 'job engine failed'),
  });
  opened('jobs', jobs.stop);
  const unitOfWork = createUnitOfWork(database, jobs);
  const dependencies = { ...unitOfWork, clock, timezone: config.timezone };
  if (sandbox !== null) await prepare(sandbox, dependencies, config);
  const metrics = createMetrics(sourcesOf(unitOfWork, connected, clock));
  const tell = tellOperatorBy(log);
  const watch = engineWatch(metrics, tell);
  const engine = engineOf(config, { ...unitOfWork, ...self, clock, connected, log, watch });
  opened('engine', engine.stop);
  opened('sender', engine.leave);
  const watched = watchedOf(database, connected, keptBy(self.sharedClock, engine));
  const server = createHttpServer({
    host: config.host,
    port: config.port,
    readiness: () => readinessOf(watched),
    metrics: metrics.text,
    webhooks: connected.webhooks,
    log,
  });
  opened('server', server.close);
  const look = createLookout(watched, tell);
  const schedule = scheduleOf(engine, unitOfWork, { clock, log, metrics, look });
  opened('schedule', schedule.stop);
  sandbox?.mount(server, dependencies, async (instant) => {
    clock.moveTo(instant);
    await schedule.publishClock();
    await engine.tickAndSend();
  });
  const address = await server.listen();
  await engine.sweep();
  await jobs.work(engine.worker);
  for (const channel of connected.channels) {
    await channel.start(counted(engine.intake, metrics));
    void rememberBotName(connected, channel.name, unitOfWork, log);
  }
  await sandbox?.letPeopleIn(dependencies);
  await schedule.start();
  log.info({ database: database.kind, isHost: database.isHost }, 'service started');
  return { address, isSandbox: sandbox !== null };
}

/** The sample, and the hour at which there is something to see. */
async function prepare(
  sandbox: SandboxOffice,
  dependencies: Dependencies & { readonly clock: ServiceClock },
  { clockStart }: Config,
): Promise<void> {
  await sandbox.fill(dependencies);
  if (clockStart !== null) return;
  dependencies.clock.moveTo(await sandbox.startOf(dependencies));
}

interface Parts extends UnitOfWork {
  readonly clock: ServiceClock;
  readonly sharedClock: SharedClock;
  readonly connected: Connected;
  readonly log: Log;
  readonly watch: EngineWatch;
  readonly sender: string;
}

function engineOf(
  { timezone, locale }: Config,
  { clock, sharedClock, connected, log, watch, sender, ...unitOfWork }: Parts,
): Engine {
  return createEngine({
    ...unitOfWork,
    clock,
    timezone,
    secrets,
    language: locale,
    botName: connected.botName,
    messengers: connected.messengers,
    papers: { files: connected.files, readPaper: readPaperAside },
    watch,
    sender,
    sharedClock,
    waitMs,
    log,
  });
}

interface Scheduled {
  readonly clock: ServiceClock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly look: () => Promise<void>;
}

function scheduleOf(
  engine: Engine,
  { inTransaction }: UnitOfWork,
  { clock, log, metrics, look }: Scheduled,
) {
  const publishClock = () =>
    inTransaction((stores) =>
      publishOffset(stores, { offsetMs: clock.offsetMs(), machineNow: systemClock.now() }),
    );
  const tick = timedTick(engine.tick, {
    everyMs: OFTEN_MS,
    nowMs: steadyMs,
    metrics,
  });
  let running: Schedule | null = null;
  return {
    publishClock,
    start: async () => {
      await publishClock();
      running = startSchedule(
        [
          { id: 'tick', run: tick },
          { id: 'beat', run: engine.beat },
          { id: 'sweep', run: engine.sweep },
          { id: 'publishClock', run: publishClock },
          { id: 'look', run: look },
        ],
        {
          cron: OFTEN,
          clock: systemClock,
          nowMs: steadyMs,
          onError: (id, error) => log.error({ id, error: nameOf(error) }, 'schedule failed'),
        },
      );
    },
    stop: async () => {
      await running?.stop();
    },
  };
}

/** Links in invitations need it, also those that a command makes beside the service. */
async function rememberBotName(
  connected: Connected,
  channel: string,
  { inTransaction }: UnitOfWork,
  log: Log,
): Promise<void> {
  try {
    const name = await connected.askBotName(channel);
    if (name !== null) await inTransaction((stores) => stores.settings.set(`bot:${channel}`, name));
  } catch (error) {
    log.warn({ error: nameOf(error) }, 'the name of the bot is not kept');
  }
}

function counted(intake: Intake, metrics: Metrics): Intake {
  return {
    accept: async (update) => {
      const outcome = await intake.accept(update);
      metrics.updates(update.chat.channel, outcome);
      return outcome;
    },
  };
}

function watchedOf(
  { takeOver, askRoom }: Database,
  { channels }: Connected,
  askDatabase: Watched['askDatabase'],
): Watched {
  return { askDatabase, askRoom, takeOver, channels, waitMs };
}

function sourcesOf(
  { inTransaction }: UnitOfWork,
  { channels }: Connected,
  clock: ServiceClock,
): MetricSources {
  return {
    now: () => clock.now(),
    // Whoever reads the metrics waits no longer than this for a database that hangs.
    backlog: () =>
      Promise.race([
        inTransaction((stores) => stores.deliveries.backlog()),
        waitMs(2_000).then(() => Promise.reject(new Error('no answer in time'))),
      ]),
    channels: () =>
      channels.map((channel) => {
        const { state } = channel.health();
        const quietMs = channel.quietMs();
        return {
          channel: channel.name,
          isListening: state === 'listening',
          isHolder: state === 'listening' && quietMs !== null,
          quietSeconds: quietMs === null ? null : quietMs / 1_000,
        };
      }),
  };
}
