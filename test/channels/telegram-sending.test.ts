import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { TelegramOptions } from '../../src/channels/telegram/channel.ts';
import { type Fault, refusal } from './scripted-bot-api.ts';
import { aMessage, aTelegramWorld, aText, GROUP, OFFICER } from './telegram-world.ts';

const worlds: Awaited<ReturnType<typeof aTelegramWorld>>[] = [];

async function aWorld(options: Partial<TelegramOptions> = {}) {
  const world = await aTelegramWorld(options);
  worlds.push(world);
  return world;
}

afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.end()));
});

describe('sending', () => {
  it('sends what a person wrote as they wrote it, with choices as buttons', async () => {
    const { send, server } = await aWorld();

    const outcome = await send({
      lines: [[{ text: '<b>&"' }], [{ text: 'đậm', isBold: true }]],
      choices: [{ token: 'tok', label: 'Hoàn thành', typed: '2' }],
      isSilent: true,
    });

    expect(outcome).toEqual({ kind: 'sent', messageIds: ['100'] });
    expect(server.of('sendMessage')).toEqual([
      {
        chat_id: String(OFFICER),
        text: '&lt;b&gt;&amp;&quot;\n<b>đậm</b>',
        parse_mode: 'HTML',
        disable_notification: true,
        link_preview_options: { is_disabled: true },
        reply_markup: { inline_keyboard: [[{ text: 'Hoàn thành', callback_data: 'tok' }]] },
      },
    ]);
  });

  it('sends 4,097 characters as two messages, with the choices on the last', async () => {
    const { send, server } = await aWorld();

    const outcome = await send(
      aMessage('x'.repeat(4_097), [{ token: 'tok', label: 'Có', typed: '1' }]),
    );

    expect(outcome).toEqual({ kind: 'sent', messageIds: ['100', '101'] });
    const sent = server.of('sendMessage');
    expect(sent.map(({ text }) => String(text).length)).toEqual([4_096, 1]);
    expect(sent.map((body) => 'reply_markup' in body)).toEqual([false, true]);
  });

  it('asks once whether a message may leave, however many parts it has', async () => {
    const { send, server } = await aWorld();
    let asked = 0;
    const mayLeave = async () => {
      asked += 1;
      expect(server.calls).toEqual([]);
      return true;
    };

    expect((await send(aMessage('x'.repeat(4_097)), String(OFFICER), { mayLeave })).kind).toBe(
      'sent',
    );
    expect(asked).toBe(1);
    expect(server.of('sendMessage')).toHaveLength(2);
  });

  it('holds back what may not leave, and says what kept it from asking', async () => {
    const { send, server } = await aWorld();
    const gone = new Error('database is gone');

    expect(await send(aMessage('một'), String(OFFICER), { mayLeave: async () => false })).toEqual({
      kind: 'heldBack',
    });
    await expect(
      send(aMessage('hai'), String(OFFICER), { mayLeave: () => Promise.reject(gone) }),
    ).rejects.toBe(gone);
    expect(server.calls).toEqual([]);
  });

  it('sends nothing where there is nothing to say', async () => {
    const { send, server } = await aWorld();

    expect(await send(aMessage(' \n '))).toEqual({ kind: 'refused', reason: 'emptyMessage' });
    expect(server.calls).toEqual([]);
  });

  it.each<[string, Fault, object]>([
    [
      'a flood that would last for years',
      refusal(429, 'Too Many Requests: retry after 1e9', { retry_after: 1e9 }),
      { kind: 'retryLater', afterMs: 86_400_000, reason: 'flood' },
    ],
    [
      'a flood',
      refusal(429, 'Too Many Requests: retry after 9', { retry_after: 9 }),
      { kind: 'retryLater', afterMs: 9_000, reason: 'flood' },
    ],
    [
      'an error of the server',
      refusal(500, 'Internal Server Error'),
      { kind: 'retryLater', afterMs: 5_000, reason: 'telegramTrouble' },
    ],
    [
      'a page of a proxy',
      { kind: 'says', status: 502, body: '<html>Bad Gateway</html>' },
      { kind: 'retryLater', afterMs: 5_000, reason: 'telegramTrouble' },
    ],
    [
      'a page that says the site is blocked',
      { kind: 'says', status: 200, body: '<html>blocked</html>' },
      { kind: 'retryLater', afterMs: 5_000, reason: 'telegramTrouble' },
    ],
    [
      'an answer cut off in the middle',
      { kind: 'says', status: 200, body: '{"ok":true,"result":{"mess' },
      { kind: 'unclear', reason: 'connectionBroken' },
    ],
    [
      'a person who blocked the bot',
      refusal(403, 'Forbidden: bot was blocked by the user'),
      { kind: 'unreachable', reason: 'blocked' },
    ],
    [
      'a deleted account',
      refusal(403, 'Forbidden: user is deactivated'),
      { kind: 'unreachable', reason: 'deactivated' },
    ],
    [
      'a person who never started the bot',
      refusal(403, "Forbidden: bot can't initiate conversation with a user"),
      { kind: 'unreachable', reason: 'neverStarted' },
    ],
    [
      'an unknown chat',
      refusal(400, 'Bad Request: chat not found'),
      { kind: 'unreachable', reason: 'chatNotFound' },
    ],
    [
      'a group that was upgraded',
      refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: -1_001_234_567_890,
      }),
      { kind: 'moved', chatId: '-1001234567890' },
    ],
    [
      'a group that the bot may not write in',
      refusal(400, 'Bad Request: not enough rights to send text messages to the chat'),
      { kind: 'unreachable', reason: 'noRights' },
    ],
    [
      'a token that was taken back',
      refusal(401, 'Unauthorized'),
      { kind: 'retryLater', afterMs: 60_000, reason: 'tokenRefused' },
    ],
    [
      'anything else that is refused',
      refusal(400, 'Bad Request: BUTTON_DATA_INVALID'),
      { kind: 'refused', reason: 'refused400' },
    ],
    [
      'a connection that broke before it was handled',
      { kind: 'resetsBefore' },
      { kind: 'unclear', reason: 'connectionBroken' },
    ],
    [
      'a connection that broke after it was handled',
      { kind: 'resetsAfter' },
      { kind: 'unclear', reason: 'connectionBroken' },
    ],
  ])('says what became of the message after %s', async (_, fault, outcome) => {
    const { send, server } = await aWorld();
    server.onNext('sendMessage', fault);

    expect(await send(aMessage('Kính gửi'))).toEqual(outcome);
    expect(server.of('sendMessage')).toHaveLength(1);
  });

  it('does not know what became of a message when the server hangs', async () => {
    const { send, server } = await aWorld({ timeouts: { callMs: 100 } });
    server.onNext('sendMessage', { kind: 'hangs' });

    expect(await send(aMessage('a'))).toEqual({ kind: 'unclear', reason: 'timeout' });
  });

  it('knows that nothing was sent when nobody listens', async () => {
    const { send, server } = await aWorld();
    await server.close();

    const outcome = await send(aMessage('a'));

    expect(outcome).toEqual({ kind: 'retryLater', afterMs: 5_000, reason: 'noConnection' });
    await Promise.all(worlds.splice(0).map(({ channel }) => channel.stop()));
  });

  it.each(['never speaks', 'hangs up'])(
    'knows that nothing was sent when the far side %s before the connection is secure',
    async (manner) => {
      const wall = createServer((socket) => {
        if (manner === 'hangs up') socket.once('data', () => socket.resetAndDestroy());
      });
      await new Promise<void>((resolve) => wall.listen(0, '127.0.0.1', resolve));
      const { port } = wall.address() as AddressInfo;
      const apiRoot = `https://127.0.0.1:${port}`;
      const { send } = await aWorld({ apiRoot, timeouts: { callMs: 400 } });

      const outcome = await send(aMessage('a'));

      expect(outcome).toMatchObject({ kind: 'retryLater', reason: 'noConnection' });
      wall.close();
    },
  );

  it('sends the plain words when Telegram cannot read the markup', async () => {
    const { send, server } = await aWorld();
    server.onNext('sendMessage', refusal(400, "Bad Request: can't parse entities: x"));

    const outcome = await send({ lines: [[{ text: 'a < b', isBold: true }]], choices: [] });

    expect(outcome.kind).toBe('sent');
    const [, plain] = server.of('sendMessage');
    expect(plain).toMatchObject({ text: 'a < b' });
    expect(plain).not.toHaveProperty('parse_mode');
  });

  it('tries a later part again, and calls the whole unclear when it still does not arrive', async () => {
    const { send, server, waits } = await aWorld();
    const fine = {
      kind: 'says',
      status: 200,
      body: '{"ok":true,"result":{"message_id":1}}',
    } as const;
    const busy = refusal(500, 'Internal Server Error');
    server.onNext('sendMessage', fine, busy, fine);

    expect(await send(aMessage('x'.repeat(4_097)))).toMatchObject({ kind: 'sent' });
    expect(waits).toContain(5_000);

    server.onNext('sendMessage', fine, busy, busy, busy);
    const outcome = await send(aMessage('x'.repeat(4_097)));
    expect(outcome).toEqual({ kind: 'unclear', reason: 'partly' });
  });

  it('gives a chat that Telegram wants left alone back to the queue without asking again', async () => {
    const { send, server } = await aWorld();
    server.onNext('sendMessage', refusal(429, 'Too Many Requests', { retry_after: 30 }));
    await send(aMessage('a'));

    const again = await send(aMessage('a'));

    expect(again).toEqual({ kind: 'retryLater', afterMs: 30_000, reason: 'flood' });
    expect((await send(aMessage('a'), String(GROUP))).kind).toBe('sent');
    expect(server.of('sendMessage')).toHaveLength(2);
  });

  it('answers a person who just wrote at once, and mails others once a second', async () => {
    const { send, waits, channel, intake, accepted, server } = await aWorld();
    server.push(aText(1, 'chào'));
    await channel.start(intake);
    await expect.poll(() => accepted.length).toBe(1);

    for (let index = 0; index < 3; index += 1) await send(aMessage('a'));
    expect(waits).toEqual([]);

    for (let index = 0; index < 3; index += 1) await send(aMessage('a'), '8');
    expect(waits).toEqual([1_000, 1_000]);
  });

  it('sends to one group at most twenty times a minute', async () => {
    const { send, waits } = await aWorld();

    for (let index = 0; index < 21; index += 1) await send(aMessage('a'), String(GROUP));

    const waited = waits.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThanOrEqual(60_000);
  });
});

describe('editing', () => {
  it('edits the message that is replaced', async () => {
    const { send, server } = await aWorld();

    const outcome = await send(aMessage('mới'), String(OFFICER), { replacing: '55' });

    expect(outcome).toEqual({ kind: 'sent', messageIds: ['55'] });
    expect(server.of('editMessageText')).toMatchObject([{ message_id: 55, text: 'mới' }]);
    expect(server.of('sendMessage')).toEqual([]);
  });

  it('is content when the message already says so', async () => {
    const { send, server } = await aWorld();
    server.onNext('editMessageText', refusal(400, 'Bad Request: message is not modified: same'));

    const outcome = await send(aMessage('a'), String(OFFICER), { replacing: '55' });

    expect(outcome).toEqual({ kind: 'sent', messageIds: ['55'] });
  });

  it.each(['message to edit not found', "message can't be edited"])(
    'sends a new message after «%s»',
    async (description) => {
      const { send, server } = await aWorld();
      server.onNext('editMessageText', refusal(400, `Bad Request: ${description}`));

      const outcome = await send(aMessage('a'), String(OFFICER), { replacing: '55' });

      expect(outcome).toEqual({ kind: 'sent', messageIds: ['100'] });
    },
  );

  it('may be repeated after a broken connection', async () => {
    const { send, server } = await aWorld();
    server.onNext('editMessageText', { kind: 'resetsAfter' });

    const outcome = await send(aMessage('a'), String(OFFICER), { replacing: '55' });

    expect(outcome).toMatchObject({ kind: 'retryLater', reason: 'connectionBroken' });
  });

  it('sends anew when what is replaced has no number', async () => {
    const { send } = await aWorld();

    const outcome = await send(aMessage('a'), String(OFFICER), { replacing: 'not-a-number' });

    expect(outcome).toEqual({ kind: 'sent', messageIds: ['100'] });
  });
});
