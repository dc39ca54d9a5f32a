import { afterEach, describe, expect, it } from 'vitest';
import type { TelegramOptions } from '../../src/channels/telegram/channel.ts';
import { createHttpServer } from '../../src/server/http-server.ts';
import { secretHeader } from '../../src/server/secret.ts';
import { refusal } from './scripted-bot-api.ts';
import { aPress, aTelegramWorld, aText, OFFICER } from './telegram-world.ts';

type World = Awaited<ReturnType<typeof aTelegramWorld>>;
const worlds: World[] = [];

async function aWorld(options: Partial<TelegramOptions> = {}): Promise<World> {
  const world = await aTelegramWorld(options);
  worlds.push(world);
  return world;
}

const idsOf = ({ accepted }: World) => accepted.map(({ updateId }) => Number(updateId));
const listening = { channel: 'telegram', state: 'listening', trouble: null };
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
const TOO_MANY = refusal(409, 'Conflict: terminated by other getUpdates request');

afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.end()));
});

describe('listening by polling', () => {
  it('takes the updates of a batch in their order, and confirms them', async () => {
    const world = await aWorld();
    world.server.push(...[1, 2, 3, 4, 5, 6].map((id) => aText(id, `${id}`)));

    await world.channel.start(world.intake);

    await expect.poll(() => idsOf(world)).toEqual([1, 2, 3, 4, 5, 6]);
    await expect.poll(() => world.server.unconfirmed()).toEqual([]);
    expect(world.channel.health()).toEqual(listening);
  });

  it('leaves an update that could not be stored unconfirmed, and takes it when it comes again', async () => {
    const world = await aWorld();
    world.failToStore(2);
    world.server.push(aText(1, 'a'), aText(2, 'b'));

    await world.channel.start(world.intake);

    await expect.poll(() => idsOf(world)).toEqual([1, 2]);
    const offsets = world.server.of('getUpdates').map(({ offset }) => offset);
    expect(offsets.slice(0, 3)).toEqual([0, 0, 0]);
    await expect.poll(() => world.channel.health()).toEqual(listening);
  });

  it('does not confirm what follows an update that could not be stored', async () => {
    const world = await aWorld();
    world.server.push(aText(1, 'a'));
    await world.channel.start(world.intake);
    await expect.poll(() => idsOf(world)).toEqual([1]);
    world.failToStore(1);

    world.server.push(aText(2, 'b'), aText(3, 'c'));

    await expect.poll(() => idsOf(world)).toEqual([1, 2, 3]);
  });

  it('keeps no other chat waiting for one whose update could not be stored, and its later ones back', async () => {
    const world = await aWorld();
    world.failToStore(1);
    world.server.push(aText(1, 'a'), aText(2, 'b'), aText(3, 'c', OFFICER + 1));

    await world.channel.start(world.intake);

    await expect.poll(() => world.server.unconfirmed()).toEqual([]);
    const [first, ...rest] = idsOf(world);
    expect(first).toBe(3);
    expect(rest.filter((id) => id !== 3)).toEqual([1, 2]);
  });

  it('hands a repeated update on, for the store to know it', async () => {
    const world = await aWorld();
    world.server.push(aText(1, 'a'), aText(1, 'a'));

    await world.channel.start(world.intake);

    await expect.poll(() => idsOf(world)).toEqual([1, 1]);
  });

  it('steps back when another instance listens, and goes on afterwards', async () => {
    const world = await aWorld();
    world.server.onNext('getUpdates', TOO_MANY, TOO_MANY, TOO_MANY);
    world.server.push(aText(1, 'a'));

    await world.channel.start(world.intake);

    await expect.poll(() => idsOf(world)).toEqual([1]);
    expect(world.waits.slice(0, 3)).toEqual([3_000, 6_000, 12_000]);
    const warnings = world.lines.filter(({ level }) => level === 'warn');
    expect(warnings.map(({ fields }) => fields)).toEqual([{ trouble: 'otherInstance' }]);
    expect(world.server.of('deleteWebhook').length).toBeGreaterThan(1);
  });

  it('keeps trying slowly with a refused token, and says so', async () => {
    const world = await aWorld();
    world.server.onNext('getMe', refusal(401, 'Unauthorized'), refusal(401, 'Unauthorized'));
    world.server.push(aText(1, 'a'));

    await world.channel.start(world.intake);

    await expect.poll(() => idsOf(world)).toEqual([1]);
    expect(world.waits.slice(0, 2)).toEqual([60_000, 60_000]);
    expect(world.lines.map(({ fields }) => fields)).toEqual([
      { trouble: 'tokenRefused' },
      { trouble: 'tokenRefused' },
    ]);
  });

  it('survives resets, error pages, floods and a server that hangs', async () => {
    const world = await aWorld({ timeouts: { callMs: 100, pollMs: 1_000 } });
    world.server.onNext(
      'getUpdates',
      { kind: 'resetsBefore' },
      { kind: 'resetsAfter' },
      { kind: 'says', status: 502, body: '<html>502 Bad Gateway</html>' },
      { kind: 'says', status: 200, body: '<html>blocked</html>' },
      refusal(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
      refusal(400, 'Bad Request: whatever'),
      { kind: 'hangs' },
    );
    world.server.push(aText(1, 'a'));

    await world.channel.start(world.intake);

    await expect.poll(() => idsOf(world)).toEqual([1]);
    expect(world.waits).toContain(7_000);
    await expect.poll(() => world.channel.health()).toEqual(listening);
    const troubles = world.lines.filter(({ level }) => level === 'warn').map((line) => line.fields);
    expect(troubles.map(({ trouble }) => trouble)).toEqual([
      'connectionBroken',
      'telegramTrouble',
      'flood',
      'refused400',
      'timeout',
    ]);
    expect(JSON.stringify(world.lines)).not.toContain('TEST-TOKEN');
  });

  it('asks again in some minutes, whatever it is told to wait', async () => {
    const world = await aWorld();
    world.server.onNext('getUpdates', refusal(429, 'Too Many Requests', { retry_after: 1e9 }));
    world.server.push(aText(1, 'a'));

    await world.channel.start(world.intake);

    await expect.poll(() => idsOf(world)).toEqual([1]);
    expect(world.waits).toContain(300_000);
  });

  it('stops the spinner of a button at once, whatever Telegram says to that', async () => {
    const world = await aWorld();
    world.server.onNext('answerCallbackQuery', refusal(400, 'Bad Request: query is too old'));
    world.server.push(aPress(1, 'tok-1'), aPress(2, 'tok-2'));

    await world.channel.start(world.intake);

    await expect.poll(() => idsOf(world)).toEqual([1, 2]);
    expect(world.accepted[0]).toMatchObject({ kind: 'choice', token: 'tok-1', messageId: '55' });
    await expect
      .poll(() => world.server.of('answerCallbackQuery').map((body) => body['callback_query_id']))
      .toEqual(['press-1', 'press-2']);
  });

  it('passes over what it cannot read, without getting stuck', async () => {
    const world = await aWorld();
    const oddities = [
      { update_id: 1, poll: { id: '1' } },
      { update_id: 2, message: { chat: 'what' } },
      { update_id: 3, edited_channel_post: aText(3, 'sửa').message },
    ];
    world.server.push(...oddities, aText(4, 'd'));

    await world.channel.start(world.intake);

    await expect.poll(() => idsOf(world)).toEqual([4]);
    await expect.poll(() => world.server.unconfirmed()).toEqual([]);
  });

  it.each([
    ['has nothing and does not hold the question', []],
    ['tells for ever what was confirmed', [aText(1, 'a')]],
    ['tells what has no id to confirm', [{ message: {} }]],
  ])('asks a server that %s a few times a second only', async (_what, result) => {
    const world = await aWorld();
    const answer = {
      kind: 'says',
      status: 200,
      body: JSON.stringify({ ok: true, result }),
    } as const;
    world.server.onNext('getUpdates', ...Array.from({ length: 8 }, () => answer));

    await world.channel.start(world.intake);

    await expect.poll(() => world.server.of('getUpdates').length).toBe(9);
    // The first question is short, and is followed by a long one at once.
    expect(world.waits).toEqual(Array.from({ length: 7 }, () => 300));
  });

  it('starts although Telegram cannot be reached, and says that it is recovering', async () => {
    const world = await aWorld();
    await world.server.close();

    await world.channel.start(world.intake);

    await expect
      .poll(() => world.channel.health())
      .toEqual({ channel: 'telegram', state: 'recovering', trouble: 'noConnection' });
    await expect(world.channel.username()).rejects.toThrow();
    await world.channel.stop();
    expect(world.channel.health().state).toBe('stopped');
    worlds.splice(0);
  });

  it('stops at once in the middle of a long question', async () => {
    const world = await aWorld();
    await world.channel.start(world.intake);
    await expect.poll(() => world.server.of('getUpdates').length).toBe(2);

    await world.channel.stop();

    expect(world.channel.health().state).toBe('stopped');
  });
});

describe('listening by webhook', () => {
  const mode = { kind: 'webhook', publicUrl: 'https://camket.example.vn/', secret: 's3' } as const;

  it('registers the address with its secret and the kinds that it wants', async () => {
    const world = await aWorld({ mode });
    world.server.onNext('setWebhook', refusal(429, 'Too Many Requests', { retry_after: 1 }));

    await world.channel.start(world.intake);

    await expect.poll(() => world.channel.health()).toEqual(listening);
    expect(world.server.of('setWebhook').at(-1)).toEqual({
      url: 'https://camket.example.vn/webhooks/telegram',
      secret_token: 's3',
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    });
    expect(world.server.of('getUpdates')).toEqual([]);
  });

  it('returns when the update is stored and throws when it is not', async () => {
    const world = await aWorld({ mode });
    await world.channel.start(world.intake);
    world.failToStore(1);

    await expect(world.channel.webhook?.handle(aText(1, 'a'))).rejects.toThrow();
    await world.channel.webhook?.handle(aText(1, 'a'));

    expect(idsOf(world)).toEqual([1]);
  });

  it('is let in over HTTP with its secret only, and asks again for what was not stored', async () => {
    const world = await aWorld({ mode });
    await world.channel.start(world.intake);
    const { webhook } = world.channel;
    if (webhook === undefined) throw new Error('no webhook in webhook mode');
    const { app } = createHttpServer({
      host: '127.0.0.1',
      port: 0,
      readiness: async () => ({ ok: true, checks: {} }),
      metrics: async () => '',
      webhooks: [{ ...webhook, verify: secretHeader(SECRET_HEADER, webhook.secret) }],
    });
    const post = async (secret: string) => {
      const headers = { [SECRET_HEADER]: secret };
      const request = { method: 'POST', url: webhook.path, headers } as const;
      return (await app.inject({ ...request, payload: aText(1, 'a') })).statusCode;
    };
    world.failToStore(1);

    const statuses = [await post('wrong'), await post('s3'), await post('s3'), await post('s3')];

    expect(statuses).toEqual([403, 500, 200, 200]);
    expect(idsOf(world)).toEqual([1, 1]);
    expect(world.channel.health().trouble).toBeNull();
  });
});
