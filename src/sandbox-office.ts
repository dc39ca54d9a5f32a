import type { ServiceClock } from './clock.ts';
import type { TelegramConfig } from './config.ts';
import type { Role } from './domain/actor.ts';
import { addDays } from './domain/calendar-date.ts';
import { instantOf, isoInZone, localTimeOf, minutesOf } from './domain/local-time.ts';
import { rungsOf } from './domain/reminder-ladder.ts';
import { createWorkingCalendar, workingDayOnOrAfter } from './domain/working-calendar.ts';
import { DEFAULT_HOURS } from './domain/working-hours.ts';
import { initialsOf, levelOf } from './language/agency-names.ts';
import { importSample } from './sample-province.ts';
import { type BotApi, createBotApi } from './sandbox/bot-api.ts';
import { mountPage, type Pane } from './sandbox/page-routes.ts';
import { secrets } from './secrets.ts';
import type { HttpServer } from './server/http-server.ts';
import type { Dependencies } from './usecases/dependencies.ts';
import { ensureAgency } from './usecases/ensure-agency.ts';
import { invitePerson } from './usecases/invite-person.ts';
import { loadOffice, type Office } from './usecases/load-office.ts';
import type { Stores } from './usecases/ports/unit-of-work.ts';
import type { TextKey, Texts } from './views/texts.ts';

/** Ids that no real platform gives. */
const OFFICER = 4_000_000_000_000_001;
const SECRETARY = 4_000_000_000_000_002;
const LEADER = 4_000_000_000_000_003;
const GROUP = -4_000_000_000_001;
const TOKEN = '1:sandbox';
const BOT = { id: 1, username: 'camket_thu_bot' };

/** The page's own words. */
const PAGE_WORDS = [
  'sandbox.title',
  'sandbox.intro',
  'sandbox.send',
  'sandbox.attach',
  'sandbox.placeholder',
  'sandbox.clock',
  'sandbox.moveTo',
  'sandbox.nextHour',
  'sandbox.nextWorkingMorning',
  'sandbox.nextWeek',
  'sandbox.empty',
  'sandbox.edited',
  'sandbox.offline',
  'sandbox.failed',
  'sandbox.quickTexts',
  'sandbox.toLatest',
  'sandbox.unread',
] as const satisfies readonly TextKey[];

/** A platform of our own on loopback, with an office that uses it. */
export interface SandboxOffice {
  readonly telegram: TelegramConfig;
  readonly botApi: BotApi;
  /** Fills an empty database with the sample. */
  fill(dependencies: Dependencies): Promise<void>;
  /** The morning of the first round's second reminder that is still to come in the sample's year. */
  startOf(dependencies: Dependencies): Promise<Date>;
  /** Lets the people of the page into the office; the bot must be listening. */
  letPeopleIn(dependencies: Dependencies): Promise<void>;
  mount(
    server: HttpServer,
    dependencies: Dependencies,
    moveClock: (instant: Date) => Promise<void>,
  ): void;
  close(): Promise<void>;
}

export async function openSandboxOffice(
  texts: Texts,
  language: string,
  clock: ServiceClock,
): Promise<SandboxOffice> {
  const botApi = createBotApi({
    token: TOKEN,
    bot: { ...BOT, firstName: texts('sandbox.botName') },
    nowMs: () => clock.now().getTime(),
  });
  const people = [
    { id: OFFICER, firstName: texts('sandbox.officerName') },
    { id: SECRETARY, firstName: texts('sandbox.secretaryName') },
    { id: LEADER, firstName: texts('sandbox.leaderName') },
  ];
  for (const person of people) botApi.addPerson(person);
  botApi.addGroup({
    id: GROUP,
    title: texts('sandbox.leadersTitle'),
    memberIds: people.map(({ id }) => id),
  });
  const apiRoot = await botApi.listen();
  let officerAgency = texts('sandbox.officerAgency');
  return {
    telegram: { token: TOKEN, apiRoot, messagesPerSecond: null, mode: { kind: 'polling' } },
    botApi,
    fill: (dependencies) => importSample(dependencies, texts('import.defaultSet')),
    startOf: sampleStart,
    letPeopleIn: async (dependencies) => {
      officerAgency = await letIn(dependencies, botApi, texts);
    },
    mount: ({ app }, dependencies, moveClock) =>
      mountPage(app, {
        botApi,
        panes: () => panesOf(texts, officerAgency),
        words: { language, ...pageWords(texts) },
        isoOf: (instant) => isoInZone(instant, dependencies.timezone),
        now: () => clock.now(),
        nextWorkingMorning: () => nextWorkingMorning(dependencies),
        moveClock,
      }),
    close: () => botApi.close(),
  };
}

async function sampleStart({ inTransaction, clock, timezone }: Dependencies): Promise<Date> {
  const office = await inTransaction(async (stores) => {
    const [set] = await stores.commitments.listSets();
    return loadOffice(stores, { at: clock.now(), timezone, ...(set && { year: set.year }) });
  });
  const imported = office.lines.find(({ personId }) => personId === null)?.period;
  const rounds = [...office.roundsByAgency.values()][0] ?? [];
  const next = rounds[rounds.findIndex(({ period }) => period === imported) + 1] ?? rounds[0];
  if (next === undefined || office.set === null) return clock.now();
  const rungs = rungsOf(next, office.set.settings, office.calendar, next.remindBy);
  const rung = rungs[1] ?? rungs[0];
  return rung === undefined ? clock.now() : instantOf(rung.plannedOn, '07:59', timezone);
}

function pageWords(texts: Texts): Record<string, string> {
  return Object.fromEntries(PAGE_WORDS.map((key) => [key.replace('sandbox.', ''), texts(key)]));
}

/** The hour of reminders that comes next on a day on which the office works. */
async function nextWorkingMorning(dependencies: Dependencies): Promise<Date> {
  const { inTransaction, clock, timezone } = dependencies;
  const days = await inTransaction(({ calendar }) => calendar.list());
  const { date, minutes } = localTimeOf(clock.now(), timezone);
  const from = minutes < minutesOf(DEFAULT_HOURS.remindAt) ? date : addDays(date, 1);
  const morning = workingDayOnOrAfter(createWorkingCalendar(days), from);
  return instantOf(morning, DEFAULT_HOURS.remindAt, timezone);
}

function panesOf(texts: Texts, agency: string): Pane[] {
  const words = (...keys: TextKey[]) => keys.map((key) => texts(key));
  return [
    {
      personId: OFFICER,
      chatId: OFFICER,
      role: texts('sandbox.officer'),
      title: `${texts('sandbox.officerName')} – ${agency}`,
      quickTexts: words('sandbox.quickMine', 'sandbox.quickStatus', 'sandbox.quickHelp'),
    },
    {
      personId: LEADER,
      chatId: GROUP,
      role: texts('sandbox.leaders'),
      title: texts('sandbox.leadersTitle'),
      quickTexts: words('sandbox.quickOverdueGroup', 'sandbox.quickStatusGroup'),
    },
    {
      personId: SECRETARY,
      chatId: SECRETARY,
      role: texts('sandbox.secretary'),
      title: `${texts('sandbox.secretaryName')} – ${texts('sandbox.office')}`,
      quickTexts: words('sandbox.quickMine', 'sandbox.quickOverdue', 'sandbox.quickHelp'),
    },
  ];
}

/** Lets the page's people in as anybody is: by codes that they send. Gives the officer's agency. */
async function letIn(
  { inTransaction, clock, timezone }: Dependencies,
  botApi: BotApi,
  texts: Texts,
): Promise<string> {
  const at = clock.now();
  const office = await inTransaction((stores) => loadOffice(stores, { at, timezone }));
  const agency = officerAgencyOf(office, texts('sandbox.officerAgency'));
  const invite = (personId: number, name: string, agencyName: string, role: Role) =>
    inTransaction(async (stores) => {
      if (await isKnown(stores, personId)) return botApi.openChat(personId);
      const level = levelOf(agencyName);
      const { id: agencyId } = await ensureAgency(stores, { name: agencyName, level });
      const initials = initialsOf(agencyName);
      const asked = { agencyId, role, personName: name, initials, actor: null };
      const { code } = await invitePerson(stores, secrets, {
        ...asked,
        via: 'sandbox',
        at,
        timezone,
      });
      botApi.say(personId, personId, `/start ${code}`);
    });
  await invite(SECRETARY, texts('sandbox.secretaryName'), texts('sandbox.office'), 'secretary');
  await invite(LEADER, texts('sandbox.leaderName'), texts('sandbox.office'), 'leader');
  if (agency !== null) {
    await invite(OFFICER, texts('sandbox.officerName'), agency, 'officer');
  }
  const groups = await inTransaction(({ conversations }) => conversations.groups());
  const isBound = groups.some(({ address }) => address.chatId === String(GROUP));
  if (isBound) botApi.restoreBot(GROUP);
  else {
    onceSpoken(botApi, () => void botApi.say(SECRETARY, GROUP, '/batdau'));
    botApi.addBotToGroup(GROUP, SECRETARY);
  }
  return agency ?? '';
}

/** Acts when the bot has greeted the group, as a person would. */
function onceSpoken(botApi: BotApi, act: () => void): void {
  const unsubscribe = botApi.onChange(() => {
    if (!botApi.messages(GROUP).some(({ from }) => from.isBot)) return;
    unsubscribe();
    act();
  });
}

function officerAgencyOf(office: Office, wanted: string): string | null {
  const owing = office.agencies.filter(
    ({ id, isOffChat }) => office.leavesByAgency.has(id) && !isOffChat,
  );
  return (owing.find(({ name }) => name === wanted) ?? owing[0])?.name ?? null;
}

async function isKnown({ people }: Stores, personId: number): Promise<boolean> {
  return (await people.findByAccount('telegram', String(personId))) !== undefined;
}
