import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** What operators watch. No label names a person or an agency. */
export interface Metrics {
  /** All of it in Prometheus' text format. */
  text(): Promise<string>;
  updates(channel: string, outcome: 'stored' | 'repeated' | 'refused'): void;
  delivery(channel: string, state: string): void;
  retry(channel: string): void;
  queueDepth(messages: number): void;
  tickLagSeconds(seconds: number): void;
  pollHealth(channel: string, isListening: boolean): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'camket_' });
  const updates = new Counter({
    name: 'camket_updates_total',
    help: 'Updates taken in.',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const deliveries = new Counter({
    name: 'camket_deliveries_total',
    help: 'Deliveries by what became of them.',
    labelNames: ['channel', 'state'],
    registers,
  });
  const retries = new Counter({
    name: 'camket_delivery_retries_total',
    help: 'Attempts to send that were put off.',
    labelNames: ['channel'],
    registers,
  });
  const depth = new Gauge({
    name: 'camket_queue_depth',
    help: 'Deliveries waiting to be sent.',
    registers,
  });
  const lag = new Gauge({
    name: 'camket_tick_lag_seconds',
    help: 'How late the last tick came.',
    registers,
  });
  const poll = new Gauge({
    name: 'camket_channel_listening',
    help: '1 while the channel listens, else 0.',
    labelNames: ['channel'],
    registers,
  });
  return {
    text: () => registry.metrics(),
    updates: (channel, outcome) => updates.inc({ channel, outcome }),
    delivery: (channel, state) => deliveries.inc({ channel, state }),
    retry: (channel) => retries.inc({ channel }),
    queueDepth: (messages) => depth.set(messages),
    tickLagSeconds: (seconds) => lag.set(seconds),
    pollHealth: (channel, isListening) => poll.set({ channel }, isListening ? 1 : 0),
  };
}
