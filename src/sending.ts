import pLimit from 'p-limit';
import { createInHand } from './in-hand.ts';
import { createPlaces } from './places.ts';
import { deliver } from './usecases/deliver.ts';
import type { DeliveryDependencies, Places } from './usecases/delivering.ts';
import type { Delivery } from './usecases/ports/delivery-log.ts';
import { deliverNow, deliverReply } from './usecases/send-planned.ts';
import { throughOutages } from './usecases/through-outages.ts';

/**
 * How this process sends: a delivery at one place at a time, only while others know that it lives,
 * and through outages of the database.
 */
export interface Sending {
  /** One attempt, for the job engine, which tries again itself. */
  attempt(id: number): Promise<void>;
  /** Several through their retries, one after the other. */
  sendInTurn(ids: readonly number[]): Promise<void>;
  /** The same side by side; what fails is left to the job that waits for it. */
  sendAll(ids: readonly number[]): Promise<void>;
  /** The same of answers that were claimed from that moment of the shared time on. */
  answer(replies: readonly Delivery[], claimedAt: Date): Promise<void>;
  /** Whether this process is at it. */
  isAt(id: number): boolean;
}

/**
 * Messages of a mailing that are claimed, on their way or being settled at a time: enough for the
 * platform's pace at its usual delay, and no more than may be told twice after a kill.
 */
const MOST_ON_THE_WAY = 12;

/** Composed at a time, to wait for their turn: more would be out of date when it comes. */
const MOST_COMPOSED = 50;

export function createSending(needs: DeliveryDependencies): Sending {
  const inHand = createInHand();
  const mailing = createPlaces(MOST_ON_THE_WAY);
  const through = (id: number, work: () => Promise<void>) =>
    inHand.hold(id, () => throughOutages(needs, work));
  const composing = pLimit(MOST_COMPOSED);
  const send = (id: number, places?: Places) => through(id, () => deliverNow(needs, id, places));
  return {
    attempt: (id) => through(id, () => deliver(needs, id, mailing)),
    sendInTurn: async (ids) => {
      for (const id of ids) await send(id);
    },
    sendAll: async (ids) => {
      await Promise.allSettled(ids.map((id) => composing(() => send(id, mailing))));
    },
    // All of them are in hand at once, and each goes out when the one before it has.
    answer: (replies, claimedAt) =>
      replies.reduce(
        (before, reply) =>
          inHand.hold(reply.id, () => before.then(() => deliverReply(needs, reply, claimedAt))),
        Promise.resolve(),
      ),
    isAt: inHand.has,
  };
}
