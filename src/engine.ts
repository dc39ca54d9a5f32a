import { type Arrivals, createArrivals } from './arrivals.ts';
import { type ChatLoops, createChatLoops } from './chat-loops.ts';
import { actOnNext, areWaiting, type ChatNeeds } from './conversation/chat-worker.ts';
import { createComposer } from './conversation/compose.ts';
import { reportTrouble } from './conversation/deliveries.ts';
import { createIntake } from './conversation/intake.ts';
import { createLastRead } from './conversation/last-read.ts';
import { createDraftWork, type DraftWork } from './draft-work.ts';
import { createHeartbeat, type Heartbeat } from './heartbeat.ts';
import type { WaitMs } from './in-time.ts';
import type { Log } from './log.ts';
import { createSafeKeeping, type SafeKeeping } from './safe-keeping.ts';
import { createSending, type Sending } from './sending.ts';
import type { DeliveryWorker } from './store/jobs.ts';
import { createSweeper } from './sweeper.ts';
import { answeredTogether } from './usecases/answered-together.ts';
import { giveUp } from './usecases/deliver.ts';
import type {
  DeliveryDependencies,
  DeliveryOutcome,
  PreparingNeeds,
} from './usecases/delivering.ts';
import { enqueueDueNotices, planDeliveries } from './usecases/plan-deliveries.ts';
import type { Clock } from './usecases/ports/clock.ts';
import type { ClaimWish, Sent } from './usecases/ports/delivery-log.ts';
import type { Intake } from './usecases/ports/intake.ts';
import type { ChatAddress, Messenger } from './usecases/ports/messenger.ts';
import { prepareAll } from './usecases/prepare-deliveries.ts';
import { createTickMemory } from './usecases/tick-memory.ts';
import { textsOf } from './views/texts.ts';
import { createWaitingHere, type WaitingHere } from './waiting-here.ts';

export interface EngineOptions extends ChatNeeds, Pick<DraftWork, 'papers'> {
  readonly messengers: ReadonlyMap<string, Messenger>;
  readonly sender: string;
  /** The time that processes share, for what concerns them and not the office. */
  readonly sharedClock: Clock;
  /** Ends early when the signal does. */
  readonly waitMs: WaitMs;
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
  /** Says that this process lives. */
  beat(): Promise<void>;
  /** Whether the database has kept that of late: it may answer, and yet take nothing down. */
  isBeating(): boolean;
  /** The same, and takes up what others left. */
  sweep(): Promise<void>;
  /** Resolves once no chat is being worked on. */
  idle(): Promise<void>;
  /** Takes no new work, ends what is in hand. */
  stop(): Promise<void>;
  /** Tells the others that this process is gone; not before the job engine has ended too. */
  leave(): Promise<void>;
}

export function createEngine(options: EngineOptions): Engine {
  const { inTransaction, log } = options;
  const stopping = new AbortController();
  const heartbeat = createHeartbeat(options, options);
  const needs = deliveryNeeds(options, heartbeat, stopping.signal);
  const sending = createSending(needs);
  const waitingHere = createWaitingHere(options.sharedClock);
  const drafts = createDraftWork(options, { heartbeat, sending });
  const safeKeeping = createSafeKeeping(options, options.waitMs);
  const arrivals = createArrivals();
  const acting = { heartbeat, sending, waitingHere, arrivals, safeKeeping, onFile: drafts.wake };
  const chats = createChatLoops(actingOn(options, acting), log);
  const sweep = createSweeper(needs, { heartbeat, sending, chats });
  const memory = createTickMemory();
  const tick = async () => {
    const planned = await planDeliveries(options, memory);
    return [...planned, ...(await enqueueDueNotices(options))];
  };
  return {
    intake: intakeOf(options, { ...acting, chats }),
    worker: { deliver: sending.attempt, giveUp: (id) => giveUp(needs, id) },
    tick,
    tickAndSend: async () => {
      const planned = await tick();
      await sending.sendAll(planned);
      return { planned: planned.length, sent: await countSent(needs, planned) };
    },
    beat: heartbeat.beat,
    isBeating: heartbeat.isKept,
    sweep: async () => {
      await sweep();
      drafts.wake();
    },
    idle: async () => {
      await chats.idle();
      await drafts.idle();
    },
    stop: async () => {
      stopping.abort();
      await chats.stop();
      await drafts.stop();
      log.info({}, 'engine stopped');
    },
    leave: () => inTransaction((stores) => stores.deliveries.endSender(options.sender)),
  };
}

interface Acting {
  readonly heartbeat: Heartbeat;
  readonly sending: Sending;
  readonly waitingHere: WaitingHere;
  readonly arrivals: Arrivals;
  readonly safeKeeping: SafeKeeping;
  readonly onFile: () => void;
}

/** Stores what comes, in one journey with the first look at its chat where it can. */
function intakeOf(options: EngineOptions, acting: Acting & { readonly chats: ChatLoops }): Intake {
  const { chats, sending, waitingHere, arrivals, safeKeeping } = acting;
  return createIntake({
    ...options,
    texts: textsOf(options.language),
    storeOnTheWay: (update) => {
      if (arrivals.isBusy() || !chats.isQuiet(update.chat)) return null;
      const isNew = arrivals.bring(update);
      waitingHere.stored(update);
      chats.wake(update.chat);
      return isNew;
    },
    onStored: (update, deliveryIds, isWaiting) => {
      const { chat } = update;
      if (isWaiting) waitingHere.stored(update);
      chats.wake(chat);
      if (deliveryIds.length === 0) return;
      // What came in between waits for this answer, whatever becomes of it.
      chats.track(sending.sendInTurn(deliveryIds).finally(() => chats.wake(chat)));
    },
    untilSafe: safeKeeping.untilSafe,
  });
}

/** Acts on a chat's oldest update and answers it; whether another one waits. */
function actingOn(options: EngineOptions, acting: Acting) {
  const { heartbeat, sending, waitingHere, arrivals, safeKeeping, onFile } = acting;
  const needs: ChatNeeds = {
    lastRead: createLastRead(),
    ...options,
    onFile,
    onActed: (update, outcome) => {
      safeKeeping.acted(update);
      options.watch?.acted(update.chat.channel, outcome);
    },
  };
  const isWaiting = answeredTogether((chats: readonly ChatAddress[]) => areWaiting(needs, chats));
  /** Takes the chat's arrival with it: whatever becomes of the look, who brought it must hear. */
  const look = async (chat: ChatAddress) => {
    const arrival = arrivals.take(chat);
    try {
      await heartbeat.keepUp();
      const claimedAt = options.sharedClock.now();
      const update = arrival?.update ?? waitingHere.oldest(chat);
      const planned = await actOnNext(needs, chat, { update, storing: arrival?.stored });
      return { planned, claimedAt };
    } catch (error) {
      if (arrival !== null) waitingHere.quiet(chat);
      arrival?.failed(error);
      throw error;
    }
  };
  return async (chat: ChatAddress): Promise<boolean> => {
    const { planned, claimedAt } = await look(chat);
    await sending.answer(planned ?? [], claimedAt);
    const seconds = planned === null ? null : waitingHere.answered(chat);
    if (seconds !== null) options.watch?.answered(chat.channel, seconds);
    if (planned !== null && (await isWaiting(chat))) return true;
    waitingHere.quiet(chat);
    return false;
  };
}

function deliveryNeeds(
  options: EngineOptions,
  heartbeat: Heartbeat,
  stopping: AbortSignal,
): DeliveryDependencies {
  const { inTransaction, inOneStatement, inTransactionAfter, areSafe } = options;
  const { messengers, sender, watch } = options;
  const { clock, timezone, secrets, language } = options;
  const { sharedClock, waitMs } = options;
  const preparing: PreparingNeeds = {
    inTransaction,
    inOneStatement,
    inTransactionAfter,
    areSafe,
    clock,
    timezone,
    sharedClock,
    compose: createComposer({ secrets, timezone, language, now: () => clock.now() }),
    reportTrouble: (stores, delivery, trouble) => {
      const at = clock.now();
      const texts = textsOf(language);
      return reportTrouble({ stores, secrets, at, timezone, texts }, delivery, trouble);
    },
  };
  return {
    ...preparing,
    sender,
    ...(watch !== undefined && { onOutcome: watch.delivery }),
    messengers,
    waitMs,
    stopping,
    prepare: answeredTogether((ids: readonly number[]) => prepareAll(preparing, ids)),
    claim: answeredTogether((wishes: readonly ClaimWish[]) =>
      inOneStatement(({ deliveries }) => deliveries.claim(wishes)),
    ),
    keepUp: heartbeat.keepUp,
    hasLivedSince: heartbeat.isKeptSince,
    settleSent: answeredTogether((sent: readonly Sent[]) =>
      inOneStatement(({ deliveries }) => deliveries.settleSent(sent, clock.now())),
    ),
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
