import { conflict } from './refusal.ts';
import type { Update, UpdateKind } from './wire.ts';

interface Question {
  readonly offset: number;
  readonly limit: number;
  readonly timeoutMs: number;
}

/** Updates until the bot confirms them, by the offset of its next question. */
export interface UpdateQueue {
  push(update: Omit<Update, 'update_id'>): number;
  /** Waits so long for an update; throws the platform's conflict for a second question. */
  poll(question: Question): Promise<readonly Update[]>;
  setAllowed(kinds: readonly string[] | undefined): void;
  setWebhook(deliver: ((update: Update) => Promise<boolean>) | null): void;
  /** The next updates are handed out once more after they were confirmed. */
  repeatNext(times: number): void;
  pending(): number;
  close(): void;
}

const CONFLICT =
  'terminated by other getUpdates request; make sure that only one bot instance is running';
const WEBHOOK =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
const REDELIVERY_MS = 200;

type Webhook = (update: Update) => Promise<boolean>;

interface State {
  waiting: Update[];
  /** How many confirmed updates are still to be handed out again. */
  repeats: number;
  webhook: Webhook | null;
  asking: { answer(updates: readonly Update[]): void; refuse(): void } | null;
  isDelivering: boolean;
  isClosed: boolean;
}

export function createUpdateQueue(firstId = 1): UpdateQueue {
  let nextId = firstId;
  let allowed: ReadonlySet<string> | null = null;
  const state: State = {
    waiting: [],
    repeats: 0,
    webhook: null,
    asking: null,
    isDelivering: false,
    isClosed: false,
  };
  return {
    push: (update) => {
      const kind = Object.keys(update)[0] as UpdateKind;
      const id = nextId;
      nextId += 1;
      if (allowed !== null && !allowed.has(kind)) return id;
      state.waiting.push({ update_id: id, ...update });
      state.asking?.answer(state.waiting.slice(0, 100));
      void deliverAll(state);
      return id;
    },
    poll: async ({ offset, limit, timeoutMs }) => {
      if (state.webhook !== null) throw conflict(WEBHOOK);
      state.asking?.refuse();
      confirm(state, offset);
      if (state.waiting.length > 0 || timeoutMs === 0) return state.waiting.slice(0, limit);
      return ask(state, timeoutMs);
    },
    setAllowed: (kinds) => {
      if (kinds !== undefined) allowed = kinds.length === 0 ? null : new Set(kinds);
    },
    setWebhook: (webhook) => {
      state.webhook = webhook;
      void deliverAll(state);
    },
    repeatNext: (times) => {
      state.repeats += times;
    },
    pending: () => state.waiting.length,
    close: () => {
      state.isClosed = true;
      state.asking?.answer([]);
    },
  };
}

function confirm(state: State, offset: number): void {
  const confirmed = state.waiting.filter(({ update_id: id }) => id < offset);
  const again = confirmed.slice(0, state.repeats);
  state.repeats -= again.length;
  state.waiting = [...again, ...state.waiting.filter(({ update_id: id }) => id >= offset)];
}

function ask(state: State, timeoutMs: number): Promise<readonly Update[]> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      state.asking = null;
    };
    const timer = setTimeout(() => {
      end();
      resolve([]);
    }, timeoutMs);
    state.asking = {
      answer: (updates) => {
        end();
        resolve(updates);
      },
      refuse: () => {
        end();
        reject(conflict(CONFLICT));
      },
    };
  });
}

/** One at a time, each until it is taken. */
async function deliverAll(state: State): Promise<void> {
  if (state.isDelivering) return;
  state.isDelivering = true;
  for (;;) {
    const [first] = state.waiting;
    const { webhook } = state;
    if (first === undefined || webhook === null || state.isClosed) break;
    const isTaken = await webhook(first).catch(() => false);
    if (!isTaken) await new Promise((resolve) => setTimeout(resolve, REDELIVERY_MS));
    else if (state.repeats > 0) state.repeats -= 1;
    else state.waiting = state.waiting.slice(1);
  }
  state.isDelivering = false;
}
