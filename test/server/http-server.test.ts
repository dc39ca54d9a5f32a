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

  it('counts updates, deliveries and retries for operators', async () => {
    const metrics = createMetrics();
    const { server } = aServer({ metrics: metrics.text });

    metrics.updates('telegram', 'repeated');
    metrics.delivery('telegram', 'sent');
    metrics.retry('telegram');
    metrics.queueDepth(7);
    metrics.tickLagSeconds(1.5);
    metrics.pollHealth('telegram', true);
    const { body, headers } = await server.app.inject('/metrics');

    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain('camket_updates_total{channel="telegram",outcome="repeated"} 1');
    expect(body).toContain('camket_deliveries_total{channel="telegram",state="sent"} 1');
    expect(body).toContain('camket_delivery_retries_total{channel="telegram"} 1');
    expect(body).toContain('camket_queue_depth 7');
    expect(body).toContain('camket_tick_lag_seconds 1.5');
    expect(body).toContain('camket_channel_listening{channel="telegram"} 1');
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
