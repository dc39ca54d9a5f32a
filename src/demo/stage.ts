import type { Config } from '../config.ts';
import { waitMs } from '../connect.ts';
import type { Role } from '../domain/actor.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { instantOf } from '../domain/local-time.ts';
import type { Paper } from '../domain/paper.ts';
import { formatDate } from '../language/dates.ts';
import type { BotApi } from '../sandbox/bot-api.ts';
import { loadOffice, type Office } from '../usecases/load-office.ts';
import { momentOf, weekdayWords } from '../views/deadlines.ts';
import type { Texts } from '../views/texts.ts';
import { type DemoOffice, openDemoOffice } from './office.ts';
import { createTranscript, type Transcript } from './transcript.ts';

/** How long the bot may take to answer before the demo says that it failed, in real time. */
const PATIENCE_MS = 20_000;

/** Time to read a message, where nobody asked for a quick run, in real time. */
const READING_MS = 700;

/** A step did not show what it should. */
export class DemoFailedError extends Error {
  override readonly name = 'DemoFailedError';
}

export interface StageOptions {
  readonly config: Config;
  readonly texts: Texts;
  readonly papers: readonly Paper[];
  readonly isQuick: boolean;
  readonly start: Date;
  print(text: string): void;
}

/** Somebody in the play. */
export interface Player {
  readonly id: number;
  readonly name: string;
}

/** An office on a moving clock: who says what in it, and what must be seen. */
export interface Stage {
  office(): Promise<Office>;
  heading(text: string): void;
  note(text: string): void;
  /** Runs what is due then; a day is named only where somebody is written to on it. */
  moveTo(date: CalendarDate, time: string): Promise<void>;
  /** Somebody comes by a code for a named person. */
  join(player: Player, agencyName: string, role: Role): Promise<void>;
  openCode(agencyName: string): Promise<string>;
  /** Says it and waits for the answer; both are printed unless it is to be quiet. */
  say(player: Player, text: string, how?: Saying): Promise<string>;
  press(player: Player, label: string): Promise<string>;
  /** Fails where the step that was shown last has not told a chat these words. */
  expectIn(chatId: number, ...words: readonly string[]): void;
  /** Fails where it has told a chat anything at all. */
  expectNothingIn(chatId: number): void;
  group(id: number, title: string, members: readonly Player[]): Promise<void>;
  close(): Promise<void>;
}

interface Saying {
  /** The person's own chat where none is given. */
  readonly chatId?: number;
  readonly isQuiet?: boolean;
}

/** What every act of the play works with. */
interface Scene {
  readonly office: DemoOffice;
  readonly transcript: Transcript;
  readonly texts: Texts;
  readonly timezone: string;
  print(text: string): void;
  /** Time to read what was shown. */
  pause(): Promise<void>;
}

export async function openStage(options: StageOptions): Promise<Stage> {
  const { config, texts, print, isQuick } = options;
  const { timezone } = config;
  const office = await openDemoOffice(config, options.papers, options.start);
  const { clock, dependencies } = office;
  const transcript = createTranscript(office.api, timezone, print);
  const pause = () => waitMs(isQuick ? 0 : READING_MS);
  return {
    ...actsOf({ office, transcript, texts, timezone, print, pause }),
    ...expectationsOf(transcript, texts),
    office: () =>
      dependencies.inTransaction((stores) => loadOffice(stores, { at: clock.now(), timezone })),
    heading: (text) => print(`\n── ${text} ──`),
    note: (text) => print(`  ${text}`),
    moveTo: async (date, time) => {
      clock.moveTo(instantOf(date, time, timezone));
      await office.tick();
      await office.settle();
      if (!transcript.hasNews()) return transcript.show();
      await pause();
      print(`\n${weekdayWords(date, texts)}, ${formatDate(date)}`);
      transcript.show();
    },
    openCode: (agencyName) => office.invite(agencyName, 'officer', null),
    close: () => office.close(),
  };
}

/** What people do; each act ends when the bot has answered it. */
function actsOf(scene: Scene): Pick<Stage, 'join' | 'say' | 'press' | 'group'> {
  const { office, transcript, texts, timezone, print, pause } = scene;
  const { api } = office;
  return {
    join: async (player, agencyName, role) => {
      meet(scene, player);
      const code = await office.invite(agencyName, role, player.name);
      await answered(scene, player.id, () => void api.say(player.id, player.id, `/start ${code}`));
      transcript.show();
      await pause();
    },
    say: async (player, text, { chatId = player.id, isQuiet = false } = {}) => {
      meet(scene, player);
      const answer = await answered(scene, chatId, () => void api.say(player.id, chatId, text));
      transcript.show(isQuiet);
      if (!isQuiet) await pause();
      return answer;
    },
    press: async (player, label) => {
      const { messageId, data } = buttonIn(scene, player.id, label);
      const { time } = momentOf(office.clock.now(), timezone);
      print(`  ${time} ${player.name}: 〔${label}〕`);
      const answer = await answered(scene, player.id, () => {
        void api.press(player.id, player.id, messageId, data);
      });
      transcript.show();
      await pause();
      return answer;
    },
    group: async (id, title, members) => {
      const [first] = members;
      if (first === undefined) throw new DemoFailedError(texts('demo.silent'));
      api.addGroup({ id, title, memberIds: members.map((member) => member.id) });
      transcript.follow({ chatId: id, name: title });
      await answered(scene, id, () => api.addBotToGroup(id, first.id));
      transcript.show();
    },
  };
}

function expectationsOf(
  transcript: Transcript,
  texts: Texts,
): Pick<Stage, 'expectIn' | 'expectNothingIn'> {
  return {
    expectIn: (chatId, ...words) => {
      const told = transcript.shownIn(chatId);
      const missing = words.find((word) => !told.includes(word));
      if (missing === undefined) return;
      throw new DemoFailedError(texts('demo.missing', { words: missing }));
    },
    expectNothingIn: (chatId) => {
      const text = transcript.shownIn(chatId);
      if (text !== '') throw new DemoFailedError(texts('demo.unexpected', { text }));
    },
  };
}

/** Somebody with an account on the platform, whose chat with the bot is followed. */
function meet({ office, transcript }: Scene, { id, name }: Player): void {
  office.api.addPerson({ id, firstName: name });
  transcript.follow({ chatId: id, name });
}

/** The newest button with this label; a play that cannot find it has failed. */
function buttonIn({ office, texts }: Scene, chatId: number, label: string) {
  for (const { messageId, buttons } of office.api.messages(chatId).toReversed()) {
    const data = buttons.flat().find(({ text }) => text === label)?.data;
    if (data !== undefined) return { messageId, data };
  }
  throw new DemoFailedError(texts('demo.noButton', { label }));
}

/** Acts, waits for the bot's next message or edit, and gives its newest words. */
async function answered(
  { office, transcript, texts }: Scene,
  chatId: number,
  act: () => void,
): Promise<string> {
  const changed = nextChange(office.api, chatId, texts('demo.silent'));
  act();
  await changed;
  await office.settle();
  return transcript.lastText(chatId);
}

/** Resolves with the next message or edit of the bot in a chat. */
function nextChange(api: BotApi, chatId: number, silent: string): Promise<void> {
  const shown = () => JSON.stringify(api.messages(chatId).filter(({ from }) => from.isBot));
  const before = shown();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      unsubscribe();
      reject(new DemoFailedError(silent));
    }, PATIENCE_MS);
    const unsubscribe = api.onChange(() => {
      if (shown() === before) return;
      clearTimeout(timer);
      unsubscribe();
      resolve();
    });
  });
}
