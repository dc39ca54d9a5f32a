import { Telegram } from 'telegraf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotApi, createBotApi } from '../../src/sandbox/bot-api.ts';

const TOKEN = '42:SANDBOX';
const YEN = 1001;
const STRANGER = 1002;
const GROUP = -77;
let api: BotApi;
let root: string;
let telegram: Telegram;

beforeEach(async () => {
  api = createBotApi({
    token: TOKEN,
    bot: { id: 42, firstName: 'Cam kết', username: 'camket_bot' },
    hasLimits: false,
  });
  api.addPerson({ id: YEN, firstName: 'Yến', lastName: 'Lê' });
  api.addPerson({ id: STRANGER, firstName: 'Lạ' });
  api.addGroup({ id: GROUP, title: 'Lãnh đạo', memberIds: [YEN] });
  root = await api.listen();
  telegram = new Telegram(TOKEN, { apiRoot: root });
  api.say(YEN, YEN, 'xin chào');
});
afterEach(() => api.close());

async function call(method: string, parameters: object = {}, token = TOKEN) {
  const response = await fetch(`${root}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  return (await response.json()) as { ok: boolean; description?: string; parameters?: object };
}

const send = (text: string, extra: object = {}) =>
  call('sendMessage', { chat_id: YEN, text, ...extra });

describe('messages', () => {
  it('are shown as real telegraf sent them, with their markup and buttons', async () => {
    await telegram.sendMessage(YEN, '<b>Mục 1.3</b> &lt;93%&gt;', {
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: '1.3', callback_data: 'abc' }]] },
    });
    expect(api.messages(YEN).at(-1)).toMatchObject({
      text: 'Mục 1.3 <93%>',
      html: '<b>Mục 1.3</b> &lt;93%&gt;',
      buttons: [[{ text: '1.3', data: 'abc' }]],
      from: { name: 'Cam kết', isBot: true },
    });
  });

  it('can be edited, and removed', async () => {
    const { message_id: id } = await telegram.sendMessage(YEN, 'một');
    await telegram.editMessageText(YEN, id, undefined, 'hai');
    expect(api.messages(YEN).at(-1)).toMatchObject({ text: 'hai', isEdited: true });
    await telegram.deleteMessage(YEN, id);
    expect(api.messages(YEN).map(({ text }) => text)).toEqual(['xin chào']);
  });

  it('may carry a file, with its name and words', async () => {
    await telegram.sendDocument(
      YEN,
      { source: Buffer.from('a;b'), filename: 'bao-cao.csv' },
      { caption: 'Báo cáo' },
    );
    expect(api.messages(YEN).at(-1)?.text).toBe('Báo cáo');
  });
});

describe('what the platform refuses, in its own words', () => {
  it.each([
    ['4,097 characters', () => send('x'.repeat(4097)), 'Bad Request: message is too long'],
    ['no text', () => send(''), 'Bad Request: message text is empty'],
    [
      '65 bytes behind a button',
      () =>
        send('x', {
          reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: 'x'.repeat(65) }]] },
        }),
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'markup that does not close',
      () => send('<b>x', { parse_mode: 'HTML' }),
      'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    [
      'a chat that never wrote',
      () => call('sendMessage', { chat_id: STRANGER, text: 'x' }),
      'Bad Request: chat not found',
    ],
    [
      'a message that is not there',
      () => call('editMessageText', { chat_id: YEN, message_id: 999, text: 'x' }),
      'Bad Request: message to edit not found',
    ],
    [
      'somebody else’s message',
      () => call('editMessageText', { chat_id: YEN, message_id: 1, text: 'x' }),
      "Bad Request: message can't be edited",
    ],
    [
      'an old press',
      () => call('answerCallbackQuery', { callback_query_id: 'gone' }),
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    ],
    ['another token', () => call('getMe', {}, '1:X'), 'Unauthorized'],
    ['a method that it does not know', () => call('getMoon'), 'Not Found'],
  ])('%s', async (_what, ask, description) => {
    expect(await ask()).toMatchObject({ ok: false, description });
  });

  it('4,096 characters are not too many, however long their markup', async () => {
    const text = `<b>${'đ'.repeat(4096)}</b>`;
    expect(await send(text, { parse_mode: 'HTML' })).toMatchObject({ ok: true });
  });

  it('an edit that changes nothing', async () => {
    const { message_id: id } = await telegram.sendMessage(YEN, 'một');
    const again = await call('editMessageText', { chat_id: YEN, message_id: id, text: 'một' });
    expect(again.description).toContain('message is not modified');
  });

  it('somebody who blocked the bot, and a group that threw it out', async () => {
    api.block(YEN);
    expect(await send('x')).toMatchObject({
      description: 'Forbidden: bot was blocked by the user',
    });
    api.addBotToGroup(GROUP, YEN);
    api.removeBotFromGroup(GROUP, YEN);
    expect(await call('sendMessage', { chat_id: GROUP, text: 'x' })).toMatchObject({
      description: 'Forbidden: bot was kicked from the group chat',
    });
  });

  it('the old id of a group that became a supergroup', async () => {
    api.addBotToGroup(GROUP, YEN);
    const newId = api.upgradeGroup(GROUP);
    expect(await call('sendMessage', { chat_id: GROUP, text: 'x' })).toMatchObject({
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: newId },
    });
    expect(await call('sendMessage', { chat_id: newId, text: 'x' })).toMatchObject({ ok: true });
  });
});

describe('updates', () => {
  const poll = (offset: number, timeout = 0) => call('getUpdates', { offset, timeout });

  it('come until they are confirmed, and at once to who waits', async () => {
    expect(await poll(0)).toMatchObject({ result: [{ update_id: 1 }] });
    expect(await poll(0)).toMatchObject({ result: [{ update_id: 1 }] });
    const waiting = poll(2, 30);
    const id = api.say(YEN, YEN, 'hai');
    expect(await waiting).toMatchObject({ result: [{ update_id: id, message: { text: 'hai' } }] });
  });

  it('go to one asker only', async () => {
    const first = poll(2, 30);
    const second = poll(2, 30);
    const refused = await Promise.race([first, second]);
    expect(refused).toMatchObject({
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    api.say(YEN, YEN, 'hai');
    await Promise.all([first, second]);
  });

  it('are doubled on demand', async () => {
    api.faults.duplicateUpdates(1);
    expect(await poll(2)).toMatchObject({ result: [{ update_id: 1 }] });
    expect(await poll(2)).toMatchObject({ result: [] });
  });

  it('tell of a press, whose answer is shown', async () => {
    await telegram.sendMessage(YEN, 'chọn', {
      reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: 'abc' }]] },
    });
    const shown = api.messages(YEN).at(-1);
    const notice = api.press(YEN, YEN, shown?.messageId ?? 0, 'abc');
    const { result } = (await poll(2)) as unknown as {
      result: { callback_query: { id: string; data: string } }[];
    };
    expect(result[0]?.callback_query.data).toBe('abc');
    await telegram.answerCbQuery(result[0]?.callback_query.id ?? '', 'Đã nhận');
    expect(await notice).toBe('Đã nhận');
  });
});

describe('faults', () => {
  it('are answered once and then forgotten', async () => {
    api.faults.next({ kind: 'status', status: 429, retryAfter: 3 }, { method: 'sendMessage' });
    expect(await send('x')).toMatchObject({ ok: false, parameters: { retry_after: 3 } });
    expect(await send('x')).toMatchObject({ ok: true });
    api.faults.next({ kind: 'status', status: 502 });
    expect(await send('x')).toMatchObject({ ok: false, description: 'Bad Gateway' });
  });

  it('break the connection before or after the message arrived', async () => {
    api.faults.next({ kind: 'resetBefore' });
    await expect(send('trước')).rejects.toThrow();
    api.faults.next({ kind: 'resetAfter' });
    await expect(send('sau')).rejects.toThrow();
    expect(api.messages(YEN).map(({ text }) => text)).toEqual(['xin chào', 'sau']);
  });

  it('hang until the caller gives up', async () => {
    api.faults.next({ kind: 'hang' }, { method: 'getMe' });
    const signal = AbortSignal.timeout(50);
    await expect(fetch(`${root}/bot${TOKEN}/getMe`, { signal })).rejects.toThrow();
    expect(await call('getMe')).toMatchObject({ ok: true });
  });
});

describe('too many messages', () => {
  it('are refused with the time to wait, in one chat as overall', async () => {
    const limited = createBotApi({ token: TOKEN, bot: { id: 42, firstName: 'x', username: 'x' } });
    const base = await limited.listen();
    limited.addPerson({ id: YEN, firstName: 'Yến' });
    limited.say(YEN, YEN, 'x');
    const answers: unknown[] = [];
    for (let index = 0; index < 4; index += 1) {
      const response = await fetch(`${base}/bot${TOKEN}/sendMessage?chat_id=${YEN}&text=${index}`);
      answers.push(await response.json());
    }
    expect(answers.slice(0, 3)).toEqual(
      answers.slice(0, 3).map(() => expect.objectContaining({ ok: true })),
    );
    expect(answers[3]).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    await limited.close();
  });
});
