import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Backlog } from '../usecases/ports/delivery-log.ts';

/** What operators watch. No label names a person, a chat or an agency. */
export interface Metrics {
  /** All of it in Prometheus' text format; what is measured when asked is asked now. */
  text(): Promise<string>;
  updates(channel: string, outcome: 'stored' | 'repeated' | 'refused' | 'settled' | 'failed'): void;
  /** From an update's storing until its answer has gone out. */
  answered(channel: string, seconds: number): void;
  delivery(channel: string, kind: string, state: string): void;
  tick(passed: { readonly lagSeconds: number; readonly seconds: number }): void;
}

/** How a channel listens; `quietSeconds` null where the platform was never asked. */
interface ChannelSight {
  readonly channel: string;
  readonly isListening: boolean;
  readonly isHolder: boolean;
  readonly quietSeconds: number | null;
}

/** Asked each time that somebody reads the metrics. */
export interface MetricSources {
  /** Throws while the database is gone. */
  backlog(): Promise<Backlog>;
  now(): Date;
  channels(): readonly ChannelSight[];
}

const NO_SOURCES: MetricSources = {
  backlog: async () => ({ planned: 0, sending: 0, unclear: 0, dead: 0, oldestDueAt: null }),
  now: () => new Date(0),
  channels: () => [],
};

export function createMetrics(sources: MetricSources = NO_SOURCES): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'camket_' });
  const look = sightsOn(registry, sources);
  return {
    text: async () => {
      await look();
      return registry.metrics();
    },
    ...updatesOn(registry),
    ...deliveriesOn(registry),
    ...ticksOn(registry),
  };
}

function updatesOn(registry: Registry): Pick<Metrics, 'updates' | 'answered'> {
  const registers = [registry];
  const updates = new Counter({
    name: 'camket_updates_total',
    help: 'Updates: stored, repeated or refused on arrival; settled or failed when acted on.',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const answer = new Histogram({
    name: 'camket_update_answer_seconds',
    help: 'From the storing of an update until its answer has gone out.',
    labelNames: ['channel'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
    registers,
  });
  return {
    updates: (channel, outcome) => updates.inc({ channel, outcome }),
    answered: (channel, seconds) => answer.observe({ channel }, seconds),
  };
}

function deliveriesOn(registry: Registry): Pick<Metrics, 'delivery'> {
  const registers = [registry];
  const deliveries = new Counter({
    name: 'camket_deliveries_total',
    help: 'Attempts to deliver, by what became of them.',
    labelNames: ['channel', 'kind', 'state'],
    registers,
  });
  const retries = new Counter({
    name: 'camket_delivery_retries_total',
    help: 'Attempts to deliver that were put off.',
    labelNames: ['channel', 'kind'],
    registers,
  });
  const dead = new Counter({
    name: 'camket_dead_letters_total',
    help: 'Deliveries given up after the last attempt.',
    labelNames: ['channel', 'kind'],
    registers,
  });
  return {
    delivery: (channel, kind, state) => {
      deliveries.inc({ channel, kind, state });
      if (state === 'retried') retries.inc({ channel, kind });
      if (state === 'dead') dead.inc({ channel, kind });
    },
  };
}

function ticksOn(registry: Registry): Pick<Metrics, 'tick'> {
  const registers = [registry];
  const lag = new Gauge({
    name: 'camket_tick_lag_seconds',
    help: 'How late the last tick came.',
    registers,
  });
  const taken = new Histogram({
    name: 'camket_tick_seconds',
    help: 'How long a tick takes.',
    buckets: [0.005, 0.02, 0.1, 0.5, 1, 5, 20],
    registers,
  });
  return {
    tick: ({ lagSeconds, seconds }) => {
      lag.set(lagSeconds);
      taken.observe(seconds);
    },
  };
}

/** What stands rather than happens: the queue, the database, the channels. */
function sightsOn(registry: Registry, sources: MetricSources): () => Promise<void> {
  const gauge: MakeGauge = (name, help, labelNames = []) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] });
  const lookAtChannels = channelsOn(gauge, sources);
  const lookAtQueue = queueOn(gauge, sources);
  return () => {
    lookAtChannels();
    return lookAtQueue();
  };
}

type MakeGauge = (name: string, help: string, labelNames?: readonly string[]) => Gauge;

function channelsOn(gauge: MakeGauge, { channels }: MetricSources): () => void {
  const labels = ['channel'];
  const listening = gauge('camket_channel_listening', '1 while the channel listens.', labels);
  const held = gauge('camket_poll_held', '1 while this process asks for updates.', labels);
  const quiet = gauge('camket_poll_quiet_seconds', 'Since the last good answer to that.', labels);
  return () => {
    for (const { channel, isListening, isHolder, quietSeconds } of channels()) {
      listening.set({ channel }, Number(isListening));
      held.set({ channel }, Number(isHolder));
      if (quietSeconds !== null) quiet.set({ channel }, quietSeconds);
    }
  };
}

function queueOn(gauge: MakeGauge, sources: MetricSources): () => Promise<void> {
  const depth = gauge('camket_queue_depth', 'Deliveries that are open, by state.', ['state']);
  const oldest = gauge('camket_queue_oldest_seconds', 'Age of the oldest planned delivery.');
  const database = gauge('camket_database_up', '1 while the database answers, else 0.');
  return async () => {
    const backlog = await sources.backlog().catch(() => null);
    database.set(Number(backlog !== null));
    if (backlog === null) return;
    const { oldestDueAt, ...states } = backlog;
    for (const [state, count] of Object.entries(states)) depth.set({ state }, count);
    const ageMs = oldestDueAt === null ? 0 : sources.now().getTime() - oldestDueAt.getTime();
    oldest.set(Math.max(0, ageMs / 1_000));
  };
}
