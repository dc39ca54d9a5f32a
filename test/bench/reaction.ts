import type { BotApi } from '../../src/sandbox/bot-api.ts';
import { untilShown } from './platform.ts';

const WARM_UP = 30;

export interface Spread {
  readonly median: number;
  readonly p95: number;
}

/**
 * Milliseconds from a press on the first button of a chat's newest message to its edit. Each person
 * presses once: the platform takes one message a second in a chat, and both bots keep to that.
 */
export async function reactionOf(api: BotApi, people: readonly number[]): Promise<Spread> {
  const taken: number[] = [];
  for (const [index, person] of people.entries()) {
    const shown = api.messages(person).findLast(({ from }) => from.isBot);
    const data = shown?.buttons[0]?.[0]?.data;
    if (shown === undefined || data === undefined) throw new Error('Nothing to press.');
    const began = performance.now();
    const isAcknowledged = api.press(person, person, shown.messageId, data);
    await untilShown(api, person, (messages) => messages.at(-1)?.text !== shown.text);
    if (index >= WARM_UP) taken.push(performance.now() - began);
    await isAcknowledged;
  }
  taken.sort((left, right) => left - right);
  return { median: at(taken, 0.5), p95: at(taken, 0.95) };
}

/** Everybody asks for the list, and has it. */
export async function askAll(api: BotApi, people: readonly number[]): Promise<void> {
  for (const person of people) {
    api.say(person, person, 'việc của tôi');
    await untilShown(api, person, (messages) => messages.length > 0);
  }
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}

/** Updates that are complete in a second while everybody presses in the same moment. */
export async function updatesPerSecond(api: BotApi, people: readonly number[]): Promise<number> {
  const presses = people.map((person) => {
    const shown = api.messages(person).findLast(({ from }) => from.isBot);
    const data = shown?.buttons[0]?.[0]?.data;
    if (shown === undefined || data === undefined) throw new Error('Nothing to press.');
    return { person, shown, data };
  });
  const began = performance.now();
  await Promise.all(
    presses.map(async ({ person, shown, data }) => {
      const isAcknowledged = api.press(person, person, shown.messageId, data);
      await untilShown(api, person, (messages) => messages.at(-1)?.text !== shown.text);
      await isAcknowledged;
    }),
  );
  return people.length / ((performance.now() - began) / 1000);
}
