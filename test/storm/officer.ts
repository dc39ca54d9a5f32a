import type { BotApi } from '../../src/sandbox/bot-api.ts';
import type { ShownMessage } from '../../src/sandbox/people.ts';
import type { Random } from './random.ts';
import { pause, within } from './waiting.ts';

/** What the repeat of a message that may have arrived begins with. */
export const REPEAT = '(Nhắc lại: tin này có thể đã tới đồng chí.)\n';
/** What every message that the clock starts begins with, after the note that it is late. */
export const GREETING = 'Kính gửi đồng chí';

/** Something that an officer did, and what the screen must show for it. */
export interface Act {
  readonly item: number;
  readonly did: string;
  /** Words that the answer holds, and no other answer of the dialogue. */
  readonly shows: string;
  /** Whether the answer may take the place of the message that was pressed. */
  readonly isPress: boolean;
  readonly updateId: number | null;
}

export interface Officer {
  readonly id: number;
  readonly acts: readonly Act[];
  /** Acts whose answer never came while the officer waited. */
  readonly unanswered: readonly Act[];
  /** The words that were sent as the result of each item that is through. */
  readonly results: ReadonlyMap<number, string>;
  /** Works on, item after item, until told to stop; the item in hand is ended first. */
  work(isOver: () => boolean): Promise<void>;
}

interface OfficerOptions {
  readonly id: number;
  readonly random: Random;
  /** Between two items, so that there is somebody in a dialogue until the last day. */
  readonly mostRestMs: number;
}

/** As long as a person would look at a screen that shows nothing before the judge calls it lost. */
const PATIENCE_MS = 150_000;
/** The last item stays open, so that reminders go on. */
const ITEMS = 13;

/**
 * An officer by a fixed script who reacts to what the screen shows: opens the next item, says how it
 * stands, types a result, answers the question about difficulties. Every third item is told in one
 * breath, four texts without waiting, as people do: order alone keeps them apart.
 */
export function createOfficer(api: BotApi, { id, random, mostRestMs }: OfficerOptions): Officer {
  const acts: Act[] = [];
  const unanswered: Act[] = [];
  const results = new Map<number, string>();
  let item = 0;

  const say = (text: string, shows: string) => {
    const updateId = api.say(id, id, text);
    acts.push({ item, did: text, shows, isPress: false, updateId });
  };
  const press = (on: ShownMessage, label: string, shows: string) => {
    const data = on.buttons.flat().find(({ text }) => text === label)?.data;
    if (data === undefined) return say(label, shows);
    void api.press(id, id, on.messageId, data);
    acts.push({ item, did: `[${label}]`, shows, isPress: true, updateId: null });
  };
  const seen = async (): Promise<ShownMessage | null> => {
    const act = acts.at(-1);
    if (act === undefined) return null;
    const find = () => answersTo(api, id, act.shows).at(-1);
    const isThere = await within(PATIENCE_MS, () => find() !== undefined, 50);
    if (!isThere) unanswered.push(act);
    await pause(random.whole(200, 900));
    return find() ?? null;
  };
  const stepByStep = async (result: string) => {
    say(`mục ${item}`, `Mục ${item} – `);
    const card = await seen();
    if (card === null) return;
    press(card, 'Đang thực hiện', `Đã ghi nhận mục ${item}: `);
    if ((await seen()) === null) return;
    say(result, `“${result}”`);
    const asked = await seen();
    if (asked === null) return;
    press(asked, 'Không', `Đã ghi: mục ${item} không có`);
    await seen();
  };
  const inOneBreath = async (result: string) => {
    say(`mục ${item}`, `Mục ${item} – `);
    say('đang thực hiện', `Đã ghi nhận mục ${item}: `);
    say(result, `“${result}”`);
    say('không', `Đã ghi: mục ${item} không có`);
    await seen();
  };
  return {
    ...{ id, acts, unanswered, results },
    work: async (isOver) => {
      while (item < ITEMS && !isOver()) {
        item += 1;
        const result = `Đã làm xong phần ${item} của người ${id}`;
        await (item % 3 === 0 ? inOneBreath(result) : stepByStep(result));
        results.set(item, result);
        await within(random.whole(300, mostRestMs), isOver);
      }
    },
  };
}

/** The bot's messages in a chat that hold these words; reminders are no answers. */
export function answersTo(api: BotApi, chatId: number, words: string): ShownMessage[] {
  return api
    .messages(chatId)
    .filter(({ from, text }) => from.isBot && text.includes(words) && !text.includes(GREETING));
}
