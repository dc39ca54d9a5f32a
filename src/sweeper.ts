import type { ChatLoops } from './chat-loops.ts';
import { DEAD_AFTER_MS, type Heartbeat, LONGEST_GAP_MS } from './heartbeat.ts';
import type { Sending } from './sending.ts';
import type { DeliveryDependencies } from './usecases/delivering.ts';
import type { Claim, DeliveryLog, DueDelivery } from './usecases/ports/delivery-log.ts';
import { enqueueLeftBehind, recoverClaim, recoverOrphans } from './usecases/recover-deliveries.ts';

/** How often to look for what is planned and has no job. */
const LOST_JOBS_EVERY_MS = 60_000;

interface Sweeping {
  readonly heartbeat: Heartbeat;
  readonly sending: Sending;
  readonly chats: ChatLoops;
}

/** What keeps anything from being forgotten; each process runs it every few seconds. */
export function createSweeper(
  needs: DeliveryDependencies,
  { heartbeat, sending, chats }: Sweeping,
): () => Promise<void> {
  const { inTransaction, sender, clock, sharedClock } = needs;
  const claims = createSecondSight();
  const replies = createSecondSight();
  let watchedSince: Date | null = null;
  let lookedAt = 0;

  const takeOver = async (isAnew: boolean) => {
    const now = sharedClock.now().getTime();
    const hasSomebodyDied = await inTransaction(async ({ deliveries }) => {
      const lastSeen = await witness(deliveries, { watchedSince, now });
      if (lastSeen === null) return false;
      return deliveries.forgetSenders(new Date(lastSeen - DEAD_AFTER_MS));
    });
    await recoverOrphans(needs);
    const mayBeTheirs = isAnew || hasSomebodyDied;
    if (!mayBeTheirs && now - lookedAt < LOST_JOBS_EVERY_MS) return;
    await enqueueLeftBehind(needs, { mayBeTheirs });
    lookedAt = now;
  };
  /** Claims of our own that nobody here is at: the answer to claiming, or to settling, was lost. */
  const takeBack = async () => {
    const held = await inTransaction((stores) => stores.deliveries.listClaimed(sender));
    const unknown = held.filter(({ id }) => !sending.isAt(id));
    for (const claim of claims.again(unknown, keyOf)) await recoverClaim(needs, claim);
  };
  /** A reply is taken up when it was planned a sweep ago already: nobody else is at it. */
  const takeUpReplies = async (isAnew: boolean) => {
    const due = await inTransaction((stores) => stores.deliveries.listDue(['reply'], clock.now()));
    const known = replies.again(due, ({ id }) => `${id}`);
    for (const ids of byChat(isAnew ? due : known)) chats.track(sending.sendInTurn(ids));
  };
  return async () => {
    await heartbeat.beat();
    const since = heartbeat.since();
    const isAnew = since !== watchedSince;
    watchedSince = since;
    await takeOver(isAnew);
    await takeBack();
    await takeUpReplies(isAnew);
    for (const chat of await inTransaction((stores) => stores.inbox.waitingChats()))
      chats.wake(chat);
  };
}

/**
 * Up to when somebody is known to have been there to see that others were silent: this process, where
 * it has watched for long enough, or else whoever was seen last some time ago, though killed since.
 * Null where nobody was.
 */
async function witness(
  deliveries: DeliveryLog,
  { watchedSince, now }: { readonly watchedSince: Date | null; readonly now: number },
): Promise<number | null> {
  if (watchedSince !== null && now - watchedSince.getTime() >= DEAD_AFTER_MS) return now;
  const seen = await deliveries.lastSign(new Date(now - LONGEST_GAP_MS));
  return seen?.getTime() ?? null;
}

/** The ids of each chat, in the order planned. */
function byChat(due: readonly DueDelivery[]): number[][] {
  const groups = Map.groupBy(due, ({ address }) => `${address?.channel} ${address?.chatId}`);
  return [...groups.values()].map((chat) => chat.map(({ id }) => id));
}

function keyOf({ id, attempt }: Claim): string {
  return `${id} ${attempt}`;
}

/** Gives of what it is shown what it was shown the last time too. */
function createSecondSight() {
  let before: ReadonlySet<string> = new Set();
  return {
    again: <Thing>(shown: readonly Thing[], keyOfThing: (thing: Thing) => string): Thing[] => {
      const known = shown.filter((thing) => before.has(keyOfThing(thing)));
      before = new Set(shown.map(keyOfThing));
      return known;
    },
  };
}
