import { createChatLoops } from './chat-loops.ts';
import { actOnNext, type ChatNeeds } from './conversation/chat-worker.ts';
import { createComposer } from './conversation/compose.ts';
import { reportTrouble } from './conversation/deliveries.ts';
import { createIntake } from './conversation/intake.ts';
import { type Log, nameOf } from './log.ts';
import type { DeliveryWorker } from './store/jobs.ts';
import {
  type DeliveryDependencies,
  type DeliveryOutcome,
  deliver,
  giveUp,
} from './usecases/deliver.ts';
import { enqueueDueNotices, planDeliveries } from './usecases/plan-deliveries.ts';
import type { Clock } from './usecases/ports/clock.ts';
import type { Intake } from './usecases/ports/intake.ts';
import type { ChatAddress, Messenger } from './usecases/ports/messenger.ts';
import {
  deliverNow,
  deliverReply,
  enqueueLeftBehind,
  recoverDeliveries,
} from './usecases/send-planned.ts';
import { textsOf } from './views/texts.ts';

/** How long a process may be silent before others take over what it was sending. */
const DEAD_AFTER_MS = 15_000;

export interface EngineOptions extends ChatNeeds {
  readonly messengers: ReadonlyMap<string, Messenger>;
  readonly sender: string;
  /** The machine's own time, for what concerns processes and not the office. */
  readonly machineClock: Clock;
  readonly waitMs: (ms: number) => Promise<void>;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  readonly watch?: EngineWatch;
}

/** Whoever counts and logs what goes on; all times are the machine's. */
export interface EngineWatch {
  /** An update was stored, and acted on and answered so much later. */
  answered(channel: string, seconds: number): void;
  acted(channel: string, outcome: 'settled' | 'failed'): void;
  delivery(outcome: DeliveryOutcome): void;
}

/** What keeps conversations and deliveries going, whatever calls it. */
export interface Engine {
  readonly intake: Intake;
  readonly worker: DeliveryWorker;
  /** Plans what is due now; the job engine sends it. */
  tick(): Promise<readonly number[]>;
  /** The same, and sends it before it returns. Gives how many went out. */
  tickAndSend(): Promise<{ readonly planned: number; readonly sent: number }>;
  /** Says that this process lives, and takes up what others left. */
  sweep(): Promise<void>;
  /** Resolves once no chat is being worked on. */
  idle(): Promise<void>;
  /** Takes no new work, ends what is in hand. */
  stop(): Promise<void>;
}

export function createEngine(options: EngineOptions): Engine {
  const { inTransaction, clock, timezone, secrets, language, machineClock, waitMs, log } = options;
  const needs = deliveryNeeds(options);
  const send = (id: number) => deliverNow(needs, id, waitMs);
  const stopwatch = createStopwatch(options);
  const needsOfChats: ChatNeeds = {
    ...options,
    onActed: ({ channel }, outcome) => options.watch?.acted(channel, outcome),
  };
  const chats = createChatLoops(async (chat) => {
    const planned = await actOnNext(needsOfChats, chat);
    for (const reply of planned ?? []) await deliverReply(needs, reply, waitMs);
    stopwatch.answered(chat, planned !== null);
    return planned !== null;
  }, log);
  const sweeper = createSweeper(options, needs, { send, wake: chats.wake });

  const tick = async () => {
    const planned = await planDeliveries(options);
    return [...planned, ...(await enqueueDueNotices(options))];
  };
  return {
    intake: createIntake({
      inTransaction,
      clock,
      timezone,
      secrets,
      texts: textsOf(language),
      onStored: (chat, deliveryIds, isWaiting) => {
        if (isWaiting) stopwatch.stored(chat);
        chats.wake(chat);
        // What came in between waits for this answer, whatever becomes of it.
        for (const id of deliveryIds) chats.track(send(id).finally(() => chats.wake(chat)));
      },
    }),
    worker: { deliver: (id) => deliver(needs, id), giveUp: (id) => giveUp(needs, id) },
    tick,
    tickAndSend: async () => {
      const planned = await tick();
      await needs.inTransaction((stores) =>
        stores.deliveries.beat(options.sender, machineClock.now()),
      );
      await Promise.all(planned.map(send));
      return { planned: planned.length, sent: await countSent(needs, planned) };
    },
    sweep: sweeper,
    idle: chats.idle,
    stop: async () => {
      await chats.stop();
      await inTransaction((stores) => stores.deliveries.endSender(options.sender));
      log.info({}, 'engine stopped');
    },
  };
}

/** How long people wait: from an update's storing until its answer has gone out. */
function createStopwatch({ watch, machineClock }: EngineOptions) {
  const storedAt = new Map<string, Date[]>();
  const keyOf = ({ channel, chatId }: ChatAddress) => `${channel} ${chatId}`;
  return {
    stored: (chat: ChatAddress): void => {
      const key = keyOf(chat);
      storedAt.set(key, [...(storedAt.get(key) ?? []), machineClock.now()]);
    },
    answered: (chat: ChatAddress, isActed: boolean): void => {
      const [first, ...later] = storedAt.get(keyOf(chat)) ?? [];
      // Nothing waits here any more: what is left was acted on by another process.
      if (!isActed || later.length === 0) storedAt.delete(keyOf(chat));
      else storedAt.set(keyOf(chat), later);
      if (!isActed || first === undefined) return;
      watch?.answered(chat.channel, (machineClock.now().getTime() - first.getTime()) / 1_000);
    },
  };
}

function deliveryNeeds(options: EngineOptions): DeliveryDependencies {
  const { inTransaction, clock, timezone, secrets, language, messengers, sender, watch } = options;
  return {
    ...(watch !== undefined && { onOutcome: watch.delivery }),
    inTransaction,
    clock,
    timezone,
    messengers,
    sender,
    compose: createComposer({ secrets, timezone, language, now: () => clock.now() }),
    reportTrouble: (stores, delivery, trouble) => {
      const at = clock.now();
      const texts = textsOf(language);
      return reportTrouble({ stores, secrets, at, timezone, texts }, delivery, trouble);
    },
  };
}

async function countSent(
  { inTransaction }: DeliveryDependencies,
  ids: readonly number[],
): Promise<number> {
  return inTransaction(async (stores) => {
    let sent = 0;
    for (const id of ids) {
      if ((await stores.deliveries.find(id))?.state === 'sent') sent += 1;
    }
    return sent;
  });
}

interface Sweeping {
  send(id: number): Promise<void>;
  wake(chat: ChatAddress): void;
}

/** A reply is taken up when it was still planned a sweep ago: nobody is at it. */
function createSweeper(
  { inTransaction, sender, machineClock, log }: EngineOptions,
  needs: DeliveryDependencies,
  { send, wake }: Sweeping,
): () => Promise<void> {
  let leftBefore: ReadonlySet<number> | null = null;
  return async () => {
    const now = machineClock.now();
    await inTransaction((stores) => stores.deliveries.beat(sender, now));
    const deadSince = new Date(now.getTime() - DEAD_AFTER_MS);
    const left = await recoverDeliveries(needs, { deadSince, kinds: ['reply'] });
    const known = leftBefore;
    if (known === null) await enqueueLeftBehind(needs);
    leftBefore = new Set(left);
    for (const id of left.filter((each) => known === null || known.has(each))) {
      await send(id).catch((error: unknown) => {
        log.warn({ delivery: id, error: nameOf(error) }, 'reply left for later');
      });
    }
    for (const chat of await inTransaction((stores) => stores.inbox.waitingChats())) wake(chat);
  };
}
