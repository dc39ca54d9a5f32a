import pLimit from 'p-limit';
import type { Heartbeat } from './heartbeat.ts';
import { createInHand } from './in-hand.ts';
import { deliver } from './usecases/deliver.ts';
import type { DeliveryDependencies } from './usecases/delivering.ts';
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
  /** Through its retries. */
  send(id: number): Promise<void>;
  /** The same of several, one after the other. */
  sendInTurn(ids: readonly number[]): Promise<void>;
  /** The same of answers that were claimed from that moment of the machine's time on. */
  answer(replies: readonly Delivery[], claimedAt: Date): Promise<void>;
  /** Whether this process is at it. */
  isAt(id: number): boolean;
}

/**
 * Messages of a mailing on their way at a time: enough for the platform's pace at its usual delay, and
 * no more than may be told twice when the process is killed.
 */
const MOST_ON_THE_WAY = 6;

export function createSending(needs: DeliveryDependencies, heartbeat: Heartbeat): Sending {
  const inHand = createInHand();
  const mailing = pLimit(MOST_ON_THE_WAY);
  const claiming = (id: number, work: () => Promise<void>) =>
    inHand.hold(id, () =>
      throughOutages(needs, async () => {
        await heartbeat.keepUp();
        await work();
      }),
    );
  const send = (id: number) => claiming(id, () => deliverNow(needs, id));
  return {
    attempt: (id) => claiming(id, () => deliver(needs, id, mailing)),
    send,
    sendInTurn: async (ids) => {
      for (const id of ids) await send(id);
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
