import postgres from 'postgres';
import { importInto, joinOfficers, paperOf } from '../end-to-end/province.ts';
import { placeForTest } from '../store/database-for-test.ts';
import { bareMailing, FAN_OUT, type FanOut, fanOut } from './fan-out.ts';
import { openPlatform } from './platform.ts';
import { startBareBot, startCamket } from './processes.ts';
import { askAll, reactionOf, type Spread, updatesPerSecond } from './reaction.ts';
import { readingOf } from './reading.ts';

const BEFORE = '2026-05-20T09:00:00+07:00';
const PRESSING = Array.from({ length: 230 }, (_, index) => index + 1);
/** Others, who press all at once. */
const CROWD = Array.from({ length: 200 }, (_, index) => index + 1_001);
/** More than anything here can send: what is measured then is our own work. */
const UNLIMITED = 1_000;
const SERVER = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

interface Figures {
  readonly importMs: number;
  readonly coldMs: number;
  readonly warmMs: number;
  readonly reaction: Spread;
  readonly perSecond: number;
  readonly memory: number | null;
  readonly limited: FanOut;
  readonly unlimited: FanOut;
}

const print = (line = '') => process.stdout.write(`${line}\n`);

async function measure(server: string | undefined): Promise<Figures> {
  const started = await starts(server);
  const quiet = await reactions(server);
  const limited = await fanOut(server);
  const unlimited = await fanOut(server, UNLIMITED);
  return { ...started, ...quiet, limited, unlimited };
}

/** An empty folder and an empty database, then the same again as they were left. */
async function starts(server: string | undefined) {
  const { place, remove } = await placeForTest(server);
  const { api, apiRoot } = await openPlatform([], false);
  const timed = async () => {
    const began = performance.now();
    const camket = await startCamket(place, apiRoot, BEFORE);
    const taken = performance.now() - began;
    await camket.stop();
    return taken;
  };
  const coldMs = await timed();
  const warmMs = await timed();
  await api.close();
  await remove();
  return { coldMs, warmMs };
}

async function reactions(server: string | undefined) {
  const { place, remove } = await placeForTest(server);
  const importMs = await importInto(place, paperOf(25));
  await joinOfficers(place, [...PRESSING, ...CROWD]);
  const { api, apiRoot } = await openPlatform([...PRESSING, ...CROWD], false);
  const camket = await startCamket(place, apiRoot, BEFORE, UNLIMITED);
  await askAll(api, PRESSING);
  const reaction = await reactionOf(api, PRESSING);
  const memory = await camket.memory();
  await askAll(api, CROWD);
  const perSecond = await updatesPerSecond(api, CROWD);
  await camket.stop();
  await api.close();
  await remove();
  return { importMs, reaction, perSecond, memory };
}

async function bare() {
  const { api, apiRoot } = await openPlatform([...PRESSING, ...CROWD], false);
  const began = performance.now();
  const bot = startBareBot(apiRoot);
  await askAll(api, PRESSING.slice(0, 1));
  const startMs = performance.now() - began;
  await askAll(api, PRESSING);
  const reaction = await reactionOf(api, PRESSING);
  const memory = await bot.memory();
  await askAll(api, CROWD);
  const perSecond = await updatesPerSecond(api, CROWD);
  await bot.stop();
  await api.close();
  return { startMs, reaction, perSecond, memory };
}

async function hasServer(): Promise<boolean> {
  const sql = postgres(SERVER, { max: 1, connect_timeout: 3, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function table(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of rows) {
    print(
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const mib = (value: number | null) => (value === null ? '–' : `${Math.round(value / 2 ** 20)} MiB`);
const times = (value: number, base: number) => `${(value / base).toFixed(1)}×`;
const share = (value: number | null, base: number | null) =>
  value === null || base === null ? '–' : times(value, base);

const base = await bare();
const kinds: [string, Figures][] = [['embedded', await measure(undefined)]];
if (await hasServer()) kinds.push(['PostgreSQL', await measure(SERVER)]);
else print('(no PostgreSQL is reachable: TEST_DATABASE_URL)');

const columns = (of: (figures: Figures) => string) => kinds.map(([, figures]) => of(figures));
table([
  ['', 'bare telegraf bot', ...kinds.map(([name]) => name)],
  [
    'reaction to a press, median',
    ms(base.reaction.median),
    ...columns(
      ({ reaction }) => `${ms(reaction.median)} (${times(reaction.median, base.reaction.median)})`,
    ),
  ],
  [
    'reaction to a press, 95th percentile',
    ms(base.reaction.p95),
    ...columns(({ reaction }) => `${ms(reaction.p95)} (${times(reaction.p95, base.reaction.p95)})`),
  ],
  [
    `complete updates a second, ${CROWD.length} people at once`,
    base.perSecond.toFixed(0),
    ...columns(
      ({ perSecond }) => `${perSecond.toFixed(0)} (${share(base.perSecond, perSecond)} less)`,
    ),
  ],
  [
    `fan-out to ${FAN_OUT.people} people at the platform’s limit`,
    `${FAN_OUT.seconds.toFixed(1)} s`,
    ...columns(
      ({ limited: { seconds, refused } }) =>
        `${seconds.toFixed(1)} s (${times(seconds, FAN_OUT.seconds)}), ${refused} refused`,
    ),
  ],
  [
    'the same without limits',
    '',
    ...columns(({ unlimited }) => `${unlimited.seconds.toFixed(1)} s`),
  ],
  ['import of 350 items', '', ...columns(({ importMs }) => ms(importMs))],
  [
    'cold start, to the first answer on HTTP',
    ms(base.startMs),
    ...columns(({ coldMs }) => `${ms(coldMs)} (${times(coldMs, base.startMs)})`),
  ],
  [
    'warm start',
    ms(base.startMs),
    ...columns(({ warmMs }) => `${ms(warmMs)} (${times(warmMs, base.startMs)})`),
  ],
  [
    'memory after 230 presses',
    mib(base.memory),
    ...columns(({ memory }) => `${mib(memory)} (${share(memory, base.memory)})`),
  ],
  ['memory after the fan-out', '', ...columns(({ limited }) => mib(limited.memory))],
]);

print();
if (kinds.length > 1) {
  const [nothing, messages] = [
    await bareMailing(SERVER, 'nothing'),
    await bareMailing(SERVER, 'messages'),
  ];
  print(
    `pg-boss alone works off ${FAN_OUT.people} jobs in ${nothing.toFixed(2)} s, ` +
      `and in ${messages.toFixed(2)} s with a message in each`,
  );
}
const reading = await readingOf();
print(
  `a workbook of ${reading.rows} items: read, understood and checked in ${ms(reading.fullMs)}, ` +
    `${times(reading.fullMs, reading.bareMs)} of parsing its XML (${ms(reading.bareMs)}); ` +
    `the longest pause of the process that waits for it: ${ms(reading.longestPauseMs)}`,
);
