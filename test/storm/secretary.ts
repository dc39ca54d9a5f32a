import type { BotApi } from '../../src/sandbox/bot-api.ts';
import { pause, within } from './waiting.ts';

/** A question asked in the leaders' group, or the message of a week: what the group must show once. */
export interface GroupDue {
  readonly what: string;
  /** Words that only this message holds. */
  readonly shows: string;
  readonly since: number;
}

/** The leaders' group, with somebody in it who asks, and the secretary who is asked in doubt. */
export interface Leaders {
  readonly due: readonly GroupDue[];
  /** How often the secretary was shown a message in doubt. */
  readonly asked: () => number;
  readonly groupId: () => number;
  upgraded(newId: number): void;
  expectDigest(words: string): void;
  /** Asks of an agency after another, a question at a time, until told to stop. */
  ask(isOver: () => boolean): Promise<void>;
  /** Looks at the secretary's screen and decides, until told to stop. */
  decide(isOver: () => boolean): Promise<void>;
}

const SEND = 'Gửi lại';

export interface LeadersOptions {
  readonly api: BotApi;
  readonly groupId: number;
  readonly leader: number;
  readonly secretary: number;
  readonly now: () => number;
}

/**
 * The secretary looks into the group before deciding, as the message asks: what is due and not shown
 * is sent again, what is shown is not.
 */
export function createLeaders({ api, groupId, leader, secretary, now }: LeadersOptions): Leaders {
  const due: GroupDue[] = [];
  const decided = new Set<number>();
  let group = groupId;
  let agency = 0;
  const isShown = (each: GroupDue) => shownFor(api, group, each).length > 0;
  const doubts = () =>
    api.messages(secretary).filter(({ buttons, messageId }) => {
      const labels = buttons.flat().map(({ text }) => text);
      return labels.includes(SEND) && !decided.has(messageId);
    });
  return {
    due,
    asked: () => decided.size,
    groupId: () => group,
    upgraded: (newId) => {
      group = newId;
    },
    expectDigest: (words) => due.push({ what: 'digest', shows: words, since: now() }),
    ask: async (isOver) => {
      while (!isOver()) {
        agency += 1;
        const name = `Sở số ${agency}`;
        due.push({ what: 'answer', shows: `${name} – `, since: now() });
        api.say(leader, group, `/tinhtrang ${name}`);
        // The next one only when this one has come, so that a doubt is about one message alone.
        await within(120_000, () => due.every(isShown) || isOver(), 100);
        await pause(3_500);
      }
    },
    decide: async (isOver) => {
      while (!isOver()) {
        const [message] = doubts();
        if (message === undefined) {
          await pause(200);
          continue;
        }
        decided.add(message.messageId);
        const isMissing = !due.every(isShown);
        const button = message.buttons.flat().find(({ text }) => (text === SEND) === isMissing);
        if (button?.data === undefined) continue;
        void api.press(secretary, secretary, message.messageId, button.data);
        await pause(1_500);
      }
    },
  };
}

/** What every message of a week names. */
export const DIGEST = /tuần \d/iu;

/** The group's messages that are what was due; a digest names agencies too. */
export function shownFor(api: BotApi, groupId: number, { what, shows }: GroupDue) {
  return api
    .messages(groupId)
    .filter(({ from, text }) => from.isBot && (what === 'digest') === DIGEST.test(text))
    .filter(({ text }) => text.toLowerCase().includes(shows.toLowerCase()));
}
