import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { placeForTest } from '../store/database-for-test.ts';
import { MACHINE } from './command-line.ts';
import { addressIn } from './office.ts';

const Message = z.object({
  messageId: z.number(),
  from: z.object({ name: z.string(), isBot: z.boolean() }),
  html: z.string(),
  buttons: z.array(z.array(z.object({ text: z.string(), data: z.string().optional() }))),
});
const State = z.object({
  now: z.string(),
  nextWorkingMorning: z.string(),
  words: z.record(z.string(), z.string()),
  panes: z.array(
    z.object({
      personId: z.string(),
      chatId: z.string(),
      title: z.string(),
      messages: z.array(Message),
    }),
  ),
});
type Pane = z.infer<typeof State>['panes'][number];

describe('the first run, with nothing configured', () => {
  let child: ChildProcess;
  let address: string;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const prepared = await placeForTest();
    remove = prepared.remove;
    const { dataDir, databaseUrl } = prepared.place;
    const settings = { DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
    child = spawn(process.execPath, ['src/main.ts', 'start'], {
      env: { ...MACHINE, ...settings, PORT: '0', LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    address = await addressIn(child);
  });
  afterAll(async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    await remove();
  });

  async function state() {
    return State.parse(await (await fetch(`${address}/sandbox/state`)).json());
  }

  async function post(path: string, body: object) {
    const response = await fetch(`${address}/sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, answer: await response.json() };
  }

  /** Asks for the state with every change that the page hears of, until a pane says it. */
  async function until(place: number, words: string): Promise<Pane> {
    const events = await fetch(`${address}/sandbox/events`);
    const reader = events.body?.getReader();
    try {
      for (;;) {
        await reader?.read();
        const pane = (await state()).panes[place];
        if (pane?.messages.some(({ html }) => html.includes(words)) === true) return pane;
      }
    } finally {
      await reader?.cancel();
    }
  }

  it('serves the page with all its files', async () => {
    const page = await (await fetch(`${address}/`)).text();
    const files = [...page.matchAll(/(?:href|src)="([a-z]+[.](?:css|js))"/g)].map(
      ([, file]) => file,
    );

    expect(files.length).toBeGreaterThan(3);
    for (const file of [...files, 'pane.js', 'message.js']) {
      expect((await fetch(`${address}/${file}`)).status).toBe(200);
    }
  });

  it('knows an officer, the leaders’ group and a secretary, who have joined by codes', async () => {
    const officer = await until(0, 'Kính chào đồng chí');
    await until(1, 'Đã gắn nhóm này');
    await until(2, 'Kính chào đồng chí');

    expect(officer.title).toBe('Lê Minh Khoa – Sở Y tế');
    expect((await state()).words).toMatchObject({ language: 'vi', send: 'Gửi' });
  });

  it('runs what is due when the clock is moved, and takes an answer by button and by text', async () => {
    await until(0, 'Kính chào đồng chí');
    const { nextWorkingMorning, panes } = await state();
    const moved = await post('clock', { now: nextWorkingMorning });
    expect(moved).toEqual({ status: 200, answer: { now: nextWorkingMorning } });

    const reminded = await until(0, 'còn 3 ngày làm việc');
    const reminder = reminded.messages.findLast(({ html }) => html.includes('còn 3 ngày làm việc'));
    const button = reminder?.buttons.flat().find(({ text }) => text === '1.1');
    const { personId, chatId } = panes[0] ?? { personId: '', chatId: '' };
    const at = { personId, chatId };
    await post('press', { ...at, messageId: reminder?.messageId, data: button?.data });
    await until(0, 'Tình trạng luỹ kế đến nay?');
    await post('say', { ...at, text: 'dang thuc hien, 27,5%' });
    const answered = await until(0, 'Có khó khăn, vướng mắc cần nêu không?');
    expect(answered.messages.at(-1)?.html).toContain('27,5%');
  });

  it.each([
    ['clock', {}],
    ['clock', { now: 'mai' }],
    ['say', { personId: '1', chatId: '1', text: '' }],
    ['press', { personId: 'x', chatId: '1', messageId: 1, data: '' }],
  ])('refuses a wrong request to /sandbox/%s with a reason: %j', async (path, body) => {
    const { status, answer } = await post(path, body);

    expect(status).toBe(400);
    expect(answer).toHaveProperty('message');
  });
});
