import { describe, expect, it } from 'vitest';
import { createHttpServer, type HttpServerOptions } from '../../src/server/http-server.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { secretHeader } from '../../src/server/secret.ts';

const PATH = '/webhooks/telegram';
const HEADER = 'X-Telegram-Bot-Api-Secret-Token';

function aServer(options: Partial<HttpServerOptions> = {}) {
  const taken: unknown[] = [];
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    readiness: async () => ({ ok: true, checks: {} }),
    metrics: async () => '',
    webhooks: [
      {
        path: PATH,
        verify: secretHeader(HEADER, 'right-secret'),
        handle: async (body) => {
          taken.push(body);
        },
      },
    ],
    ...options,
  });
  const post = (payload: string, secret?: string, type = 'application/json') =>
    server.app.inject({
      method: 'POST',
      url: PATH,
      payload,
      headers: { 'content-type': type, ...(secret !== undefined && { [HEADER]: secret }) },
    });
  return { server, taken, post };
}

describe('the webhook', () => {
  it('hands on what comes with the right secret', async () => {
    const { post, taken } = aServer();

    const answer = await post('{"update_id":1}', 'right-secret');

    expect(answer.statusCode).toBe(200);
    expect(taken).toEqual([{ update_id: 1 }]);
  });

  it('refuses a wrong, empty or missing secret before it reads the body', async () => {
    const { post, taken } = aServer();

    const answers = await Promise.all([post('{"a":1}', 'wrong'), post('{', ''), post('{"a":1}')]);

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
    expect(taken).toEqual([]);
  });

  it('refuses what is no JSON, and what is too large', async () => {
    const { post } = aServer();

    expect((await post('{"update_id":', 'right-secret')).statusCode).toBe(400);
    expect((await post('', 'right-secret')).statusCode).toBe(400);
    expect((await post(`"${'x'.repeat(1_048_576)}"`, 'right-secret')).statusCode).toBe(413);
  });

  it('reads the body whatever its type is called', async () => {
    const { post, taken } = aServer();

    await post('{"update_id":2}', 'right-secret', 'text/plain');

    expect(taken).toEqual([{ update_id: 2 }]);
  });

  it('asks for the update again when it could not be stored, and logs no word of it', async () => {
    const lines: unknown[] = [];
    const { post } = aServer({
      log: { error: (fields, sentence) => lines.push({ fields, sentence }) },
      webhooks: [
        {
          path: PATH,
          verify: () => true,
          handle: () => Promise.reject(new Error('insert failed: mật khẩu của tôi')),
        },
      ],
    });

    expect((await post('{}')).statusCode).toBe(500);
    expect(lines).toEqual([{ fields: { path: PATH, error: 'Error' }, sentence: 'request failed' }]);
  });
});

describe('health', () => {
  it('is alive whatever else is wrong', async () => {
    const { server } = aServer({ readiness: () => Promise.reject(new Error('no database')) });

    expect((await server.app.inject('/healthz')).statusCode).toBe(200);
    expect((await server.app.inject('/readyz')).statusCode).toBe(503);
  });

  it('names the checks that fail', async () => {
    const state = { ok: false, checks: { database: 'ok', telegram: 'noConnection' } };
    const { server } = aServer({ readiness: async () => state });

    const answer = await server.app.inject('/readyz');

    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual(state);
  });

  it('counts and measures what operators watch, and asks what stands when it is asked', async () => {
    const metrics = createMetrics({
      now: () => new Date('2026-06-01T08:02:00+07:00'),
      backlog: async () => ({
        planned: 7,
        sending: 2,
        unclear: 1,
        dead: 3,
        oldestDueAt: new Date('2026-06-01T08:00:00+07:00'),
      }),
      channels: () => [
        { channel: 'telegram', isListening: true, isHolder: true, quietSeconds: 2.5 },
      ],
    });
    const { server } = aServer({ metrics: metrics.text });

    metrics.updates('telegram', 'repeated');
    metrics.answered('telegram', 0.3);
    metrics.delivery('telegram', 'daily', 'sent');
    metrics.delivery('telegram', 'daily', 'retried');
    metrics.delivery('telegram', 'notice', 'dead');
    metrics.tick({ lagSeconds: 1.5, seconds: 0.01 });
    const { body, headers } = await server.app.inject('/metrics');

    expect(headers['content-type']).toContain('text/plain');
    const lines = body.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'camket_updates_total{channel="telegram",outcome="repeated"} 1',
        'camket_update_answer_seconds_bucket{le="0.5",channel="telegram"} 1',
        'camket_deliveries_total{channel="telegram",kind="daily",state="sent"} 1',
        'camket_delivery_retries_total{channel="telegram",kind="daily"} 1',
        'camket_dead_letters_total{channel="telegram",kind="notice"} 1',
        'camket_queue_depth{state="planned"} 7',
        'camket_queue_depth{state="dead"} 3',
        'camket_queue_oldest_seconds 120',
        'camket_tick_lag_seconds 1.5',
        'camket_tick_seconds_count 1',
        'camket_database_up 1',
        'camket_channel_listening{channel="telegram"} 1',
        'camket_poll_held{channel="telegram"} 1',
        'camket_poll_quiet_seconds{channel="telegram"} 2.5',
      ]),
    );
  });

  it('says that the database is gone, and goes on measuring', async () => {
    const metrics = createMetrics({
      now: () => new Date(0),
      backlog: () => Promise.reject(new Error('gone')),
      channels: () => [],
    });

    expect(await metrics.text()).toContain('camket_database_up 0');
  });

  it('listens on loopback and closes', async () => {
    const { server } = aServer();

    const address = await server.listen();
    const answer = await fetch(`${address}/healthz`);
    await server.close();

    expect(answer.status).toBe(200);
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  });
});
