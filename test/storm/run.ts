import { parseArgs } from 'node:util';
import { createWeather, type Weather } from './blows.ts';
import { bringIn, type Cast, GROUP, LEADER, SECRETARY } from './cast.ts';
import { judge } from './judge.ts';
import { answersTo, createOfficer, GREETING } from './officer.ts';
import { planStorm, type Slice } from './plan.ts';
import { createRandom } from './random.ts';
import { reportOf } from './report.ts';
import { createLeaders, shownFor } from './secretary.ts';
import { onTheWall, openStage, type Stage } from './stage.ts';
import type { Trial } from './trial.ts';
import { pause, within } from './waiting.ts';

const SERVER = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const MOST_INSTANCES = 3;
/** How long the world may take to come to rest after the last blow. */
const CALM_MS = 240_000;
const DAY_OFF_MS = 10_000;
const MOST_REST_MS = { short: 1_500, long: 90_000 };
/** After so long something hangs: a storm that is not over by then has failed. */
const LONGEST_MINUTES = { short: 8, long: 40 };

const say = (line: string) => process.stderr.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    short: { type: 'boolean', default: false },
    /** Only so many slices, for a first look. */
    slices: { type: 'string' },
  },
});
const form = values.short ? 'short' : 'long';
const seed = Number(
  values.seed ?? process.env['STORM_SEED'] ?? (values.short ? 1 : Date.now() % 1e6),
);
process.exitCode = (await storm()) ? 0 : 1;

async function storm(): Promise<boolean> {
  say(`${form} storm, seed ${seed}`);
  const plan = planStorm(form, seed);
  const slices = plan.slices.slice(0, Number(values.slices ?? plan.slices.length));
  const began = performance.now();
  const stage = await openStage(SERVER, MOST_INSTANCES);
  const giveUp = () => void stage.close().then(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, giveUp);
  const limit = setTimeout(giveUp, LONGEST_MINUTES[form] * 60_000);
  try {
    const first = slices[0]?.at ?? '';
    stage.moveTo(first.replace(/T.*\+/u, 'T06:00:00+'));
    await stage.instances.start(MOST_INSTANCES);
    say('three instances serve, started at once on an empty database');
    await stage.instances.killAll();
    const cast = await bringIn(stage, plan);
    const trial = trialOf(stage, cast, slices);
    for (const slice of slices) await live(trial, slice);
    const judgement = await judge(trial);
    const { weather, leaders } = trial;
    const seconds = (performance.now() - began) / 1_000;
    const crashes = stage.instances.crashes();
    const ending = { form, seed, seconds, weather, judgement, asked: leaders.asked(), crashes };
    process.stdout.write(`${reportOf(ending)}\n`);
    const isCalm = judgement.faults.length === 0 && crashes.length === 0;
    if (!isCalm) say(`what the processes printed: ${stage.logFolder}`);
    return isCalm;
  } finally {
    clearTimeout(limit);
    await stage.close();
  }
}

function trialOf(stage: Stage, cast: Cast, slices: readonly Slice[]): Trial {
  const { api, now } = stage;
  const leaders = createLeaders({ api, groupId: GROUP, leader: LEADER, secretary: SECRETARY, now });
  const weather: Weather = createWeather(stage, cast, leaders);
  const officers = cast.officers.map((id) =>
    createOfficer(api, { id, random: createRandom(seed ^ id), mostRestMs: MOST_REST_MS[form] }),
  );
  return { stage, cast, weather, leaders, officers, slices };
}

/** One slice, from a cold start to a kill of everything. */
async function live(trial: Trial, slice: Slice): Promise<void> {
  const { stage, weather, leaders, officers } = trial;
  const began = performance.now();
  stage.moveTo(slice.at);
  stage.setMode(slice.mode);
  if (slice.hasDigest) leaders.expectDigest(`Tuần ${weekOf(slice.at)}`);
  await stage.instances.start(slice.instances);
  const end = { isNear: false, isHere: false };
  const watch = setInterval(() => say(`  ${progressOf(trial)}`), 15_000);
  const decisions = leaders.decide(() => end.isHere);
  if (slice.kind === 'dayOff') await pause(DAY_OFF_MS);
  else if (slice.kind === 'interrupted') await untilTold(trial, slice, 0.4);
  else {
    const isTalking = slice.kind === 'reminders';
    const work = isTalking
      ? [...officers.map((each) => each.work(() => end.isNear)), leaders.ask(() => end.isNear)]
      : [];
    await weather.strike(slice.blows);
    end.isNear = true;
    await Promise.all(work);
    await untilTold(trial, slice, 1);
    const isCalm = await within(CALM_MS, () => isAtRest(trial), 500);
    if (!isCalm) say('the world did not come to rest');
    // A moment in which something could come twice.
    await pause(3_000);
  }
  clearInterval(watch);
  end.isHere = true;
  await decisions;
  await weather.killAll();
  say(`${slice.at} ${slice.kind}: ${Math.round((performance.now() - began) / 1_000)} s`);
}

/** Whether so large a share of the people has been told today; waits until then. */
async function untilTold(
  { stage, cast, weather }: Trial,
  { at, kind }: Slice,
  share: number,
): Promise<void> {
  if (kind === 'digest') return;
  const { date } = onTheWall(Date.parse(at));
  const isTold = (id: number) =>
    weather.blocked.some((each) => each.id === id) ||
    stage.api
      .messages(id)
      .some(
        ({ from, text, sentAt }) =>
          from.isBot && text.includes(GREETING) && onTheWall(sentAt).date === date,
      );
  const told = () => cast.people.filter(isTold).length;
  await within(CALM_MS, () => told() >= cast.people.length * share, 250);
}

/** For a person who watches. */
function progressOf({ stage, officers, leaders }: Trial): string {
  const waiting = officers.flatMap(({ id, acts }) => {
    const act = acts.at(-1);
    const isShown = act === undefined || answersTo(stage.api, id, act.shows).length > 0;
    return isShown ? [] : [`${id} for ${act.shows}`];
  });
  const acts = officers.reduce((sum, each) => sum + each.acts.length, 0);
  const missing = leaders.due.filter(
    (due) => shownFor(stage.api, leaders.groupId(), due).length === 0,
  );
  const up = stage.instances.up().length;
  return `${up} up, ${acts} acts, waiting: ${waiting.join('; ')}; group: ${missing.map(({ shows }) => shows).join('; ')}`;
}

async function isAtRest({ stage }: Trial): Promise<boolean> {
  const [open] = await stage.sql<{ count: number }[]>`
    select (select count(*) from delivery where state in ('planned', 'sending', 'unclear')) +
      (select count(*) from inbound_update where state = 'received') as count`;
  return Number(open?.count) === 0;
}

/** The number of the week as the digest prints it, by ISO 8601. */
function weekOf(at: string): number {
  const { date } = onTheWall(Date.parse(at));
  const thursday = new Date(date);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const yearStart = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.ceil(((thursday.getTime() - yearStart) / 86_400_000 + 1) / 7);
}
