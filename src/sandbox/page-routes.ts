import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { BotApi } from './bot-api.ts';

/** A chat as the page shows it, and as whom one writes in it. */
export interface Pane {
  readonly personId: number;
  readonly chatId: number;
  readonly title: string;
  readonly role: string;
  readonly quickTexts: readonly string[];
}

export interface PageOptions {
  readonly botApi: BotApi;
  readonly panes: () => readonly Pane[];
  /** Every word of the page. */
  readonly words: Readonly<Record<string, string>>;
  /** The service's time. */
  readonly now: () => Date;
  /** With the office's offset. */
  readonly isoOf: (instant: Date) => string;
  /** When the office works next, for a button of the clock. */
  readonly nextWorkingMorning: () => Promise<Date>;
  /** Moves the service's clock and runs what became due. */
  readonly moveClock: (instant: Date) => Promise<void>;
}

const FOLDER = new URL('page/', import.meta.url);
const START = 'index.html';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

const Id = z.coerce.number().int();
const Said = z.object({ personId: Id, chatId: Id, text: z.string().min(1).max(20_000) });
const Pressed = z.object({ personId: Id, chatId: Id, messageId: Id, data: z.string() });
const Sent = z.object({ personId: Id, chatId: Id, fileName: z.string().min(1).max(255) });
/** In bytes; more than the bot takes, so that it can say so itself. */
const LARGEST_FILE = 50_000_000;
/** Of the years that a calendar of days off can know. */
const Moved = z.object({ now: z.iso.datetime({ offset: true }).regex(/^20\d\d-/) });

/** The page on which to talk to the bot, and the clock to move. */
export function mountPage(app: FastifyInstance, options: PageOptions): void {
  const { botApi, words, now, isoOf, nextWorkingMorning, moveClock } = options;
  for (const file of readdirSync(FOLDER)) {
    app.get(file === START ? '/' : `/${file}`, async (_request, reply) => {
      const content = await readFile(new URL(file, FOLDER));
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      return reply.type(type).header('cache-control', 'no-store').send(content);
    });
  }
  app.get('/sandbox/state', async () => ({
    now: isoOf(now()),
    nextWorkingMorning: isoOf(await nextWorkingMorning()),
    words,
    panes: panesOf(options),
  }));
  mountEvents(app, botApi);
  post(app, '/sandbox/say', Said, async ({ personId, chatId, text }) => {
    botApi.say(personId, chatId, text);
    return { ok: true };
  });
  mountFiles(app, botApi);
  post(app, '/sandbox/press', Pressed, async ({ personId, chatId, messageId, data }) => ({
    notice: await botApi.press(personId, chatId, messageId, data),
  }));
  post(app, '/sandbox/clock', Moved, async ({ now: instant }) => {
    await moveClock(new Date(instant));
    return { now: isoOf(now()) };
  });
}

function panesOf({ botApi, panes, isoOf }: PageOptions) {
  return panes().map(({ personId, chatId, title, role, quickTexts }) => ({
    ...{ personId: `${personId}`, chatId: `${chatId}`, title, role, quickTexts },
    isGroup: chatId < 0,
    messages: botApi
      .messages(chatId)
      .map(({ messageId, from, html, sentAt, isEdited, buttons, document }) => ({
        ...{ messageId, from, html, isEdited, buttons, document },
        sentAt: isoOf(new Date(sentAt)),
      })),
  }));
}

/** Sending a file as it is, and fetching one that stands in a chat. */
function mountFiles(app: FastifyInstance, botApi: BotApi): void {
  app.post('/sandbox/file', { bodyLimit: LARGEST_FILE }, async (request, reply) => {
    const sent = Sent.safeParse(request.query);
    if (!sent.success) return reply.code(400).send({ message: z.prettifyError(sent.error) });
    const { personId, chatId, fileName } = sent.data;
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    botApi.sendFile(personId, chatId, { fileName, bytes });
    return reply.send({ ok: true });
  });
  app.get<{ Params: { id: string } }>('/sandbox/file/:id', async ({ params }, reply) => {
    const bytes = botApi.fileOf(params.id);
    if (bytes === undefined) return reply.code(404).send({ message: 'no such file' });
    // Never shown by the browser itself, whatever somebody put into it.
    return reply
      .type('application/octet-stream')
      .header('content-disposition', 'attachment')
      .send(Buffer.from(bytes));
  });
}

function post<Body>(
  app: FastifyInstance,
  route: string,
  shape: z.ZodType<Body>,
  answer: (body: Body) => Promise<unknown>,
): void {
  app.post(route, async (request, reply) => {
    const raw = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
    const body = shape.safeParse(jsonOf(raw));
    if (!body.success) {
      return reply.code(400).send({ message: z.prettifyError(body.error) });
    }
    return reply.send(await answer(body.data));
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Tells every open page that something changed; the page then asks for the state. */
function mountEvents(app: FastifyInstance, botApi: BotApi): void {
  const open = new Set<FastifyReply>();
  const unsubscribe = botApi.onChange(() => {
    for (const reply of open) reply.raw.write('event: change\ndata: {}\n\n');
  });
  app.get('/sandbox/events', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    reply.raw.write('event: change\ndata: {}\n\n');
    open.add(reply);
    request.raw.once('close', () => open.delete(reply));
  });
  app.addHook('preClose', async () => {
    unsubscribe();
    for (const reply of open) reply.raw.end();
  });
}
