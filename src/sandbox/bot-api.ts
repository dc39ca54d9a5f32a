import type { AddressInfo } from 'node:net';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { METHODS, type Method, type MethodContext } from './methods.ts';
import { decodeParameters, type Parameters } from './parameters.ts';
import { createPeopleActs, type PeopleActs } from './people.ts';
import { createRateLimits } from './rate-limits.ts';
import { Refusal } from './refusal.ts';
import { updateMethods } from './update-methods.ts';
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts';
import { createWorld } from './world.ts';

export interface BotApiOptions {
  readonly token: string;
  readonly bot: { readonly id: number; readonly firstName: string; readonly username: string };
  /** The time shown in chats, in milliseconds; the machine's unless said. */
  readonly nowMs?: () => number;
  /** False for a platform of endless patience. */
  readonly hasLimits?: boolean;
  readonly onCall?: (method: string, parameters: Parameters) => void;
}

export interface Call {
  readonly method: string;
  readonly parameters: Parameters;
  /** 0 where the connection broke instead of an answer. */
  readonly status: number;
  /** When it ended, in the time shown in chats. */
  readonly endedAt: number;
}

/** A Bot API on loopback, and the people who use it. */
export interface BotApi extends PeopleActs {
  readonly faults: Faults & { duplicateUpdates(times: number): void };
  readonly calls: readonly Call[];
  /** Gives the API's root. */
  listen(port?: number): Promise<string>;
  close(): Promise<void>;
}

const MOST_CALLS = 20_000;

export function createBotApi(options: BotApiOptions): BotApi {
  const { token, bot, nowMs = () => performance.timeOrigin + performance.now() } = options;
  const world = createWorld(
    { id: bot.id, is_bot: true, first_name: bot.firstName, username: bot.username },
    nowMs,
  );
  const queue = createUpdateQueue();
  const faults = createFaults();
  const people = createPeopleActs(world, queue);
  const limits = createRateLimits(() => performance.now());
  const context: MethodContext = {
    world,
    limit: options.hasLimits === false ? () => undefined : limits,
    answered: people.answered,
  };
  const calls: Call[] = [];
  const app = fastify({ logger: false, bodyLimit: 50_000_000, forceCloseConnections: true });
  const closing = new AbortController();
  acceptForms(app);
  const answer = createAnswer({ context, queue, token, onCall: options.onCall });
  app.get<{ Params: { token: string; id: string } }>(
    '/file/bot:token/documents/:id',
    async ({ params }, reply) => {
      const bytes = params.token === token ? world.file(params.id) : undefined;
      if (bytes === undefined) return reply.code(404).send();
      return reply.type('application/octet-stream').send(Buffer.from(bytes));
    },
  );
  app.all('/*', async (request, reply) => {
    const { method, isTokenRight } = readPath(request.url, token);
    const parameters = parametersOf(request);
    const fault = isTokenRight ? faults.take(method) : null;
    const status = await respond(request, reply, {
      fault,
      answer: () => answer(request.url, parameters),
      signal: closing.signal,
    });
    calls.push({ method, parameters, status, endedAt: nowMs() });
    if (calls.length > MOST_CALLS) calls.shift();
  });
  return {
    ...people.acts,
    faults: { ...faults, duplicateUpdates: queue.repeatNext },
    calls,
    listen: async (port = 0) => {
      await app.listen({ host: '127.0.0.1', port });
      return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    },
    close: async () => {
      closing.abort();
      queue.close();
      await app.close();
    },
  };
}

interface Answering {
  readonly context: MethodContext;
  readonly queue: UpdateQueue;
  readonly token: string;
  readonly onCall: BotApiOptions['onCall'];
}

type Body = { readonly status: number; readonly body: unknown };

function createAnswer({ context, queue, token, onCall }: Answering) {
  const methods: Readonly<Record<string, Method>> = { ...METHODS, ...updateMethods(queue) };
  return async (url: string, raw: Parameters): Promise<Body> => {
    const { method, isTokenRight } = readPath(url, token);
    try {
      if (!isTokenRight) throw new Refusal(401, 'Unauthorized');
      const act = methods[method.toLowerCase()];
      if (act === undefined) throw new Refusal(404, 'Not Found');
      onCall?.(method, raw);
      const result = await act(context, decodeParameters(raw));
      return { status: 200, body: { ok: true, result } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, message: description, parameters } = error;
      const body = {
        ok: false,
        error_code: status,
        description,
        ...(parameters && { parameters }),
      };
      return { status, body };
    }
  };
}

interface Responding {
  readonly fault: Fault | null;
  readonly answer: () => Promise<Body>;
  readonly signal: AbortSignal;
}

async function respond(
  request: FastifyRequest,
  reply: FastifyReply,
  { fault, answer, signal }: Responding,
): Promise<number> {
  if (fault?.kind === 'resetBefore') return breakOff(request, reply);
  if (fault?.kind === 'hang') {
    await new Promise<void>((resolve) => {
      request.raw.socket.once('close', () => resolve());
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    return breakOff(request, reply);
  }
  if (fault?.kind === 'status') {
    const { status, retryAfter, hasBody = true } = fault;
    if (!hasBody) {
      await reply.code(status).send();
      return status;
    }
    const description = fault.description ?? (status === 429 ? 'Too Many Requests' : 'Bad Gateway');
    const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
    await reply.code(status).send({ ok: false, error_code: status, description, ...parameters });
    return status;
  }
  const { status, body } = await answer();
  if (fault?.kind === 'resetAfter') return breakOff(request, reply);
  await reply.code(status).send(body);
  return status;
}

function breakOff(request: FastifyRequest, reply: FastifyReply): number {
  reply.hijack();
  request.raw.socket.resetAndDestroy();
  return 0;
}

function readPath(url: string, token: string) {
  const [, given = '', method = ''] = /^\/bot([^/]+)\/([^/?]+)/u.exec(url) ?? [];
  return { method, isTokenRight: given === token };
}

function parametersOf(request: FastifyRequest): Parameters {
  const query = request.query as Record<string, unknown>;
  const body = typeof request.body === 'object' && request.body !== null ? request.body : {};
  return { ...query, ...body };
}

/** JSON is fastify's own; forms come as text, files as they are. */
function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const type = request.headers['content-type'] ?? '';
      const form = await new Response(new Uint8Array(body), {
        headers: { 'content-type': type },
      }).formData();
      const entries = await Promise.all(
        [...form.entries()].map(async ([name, value]) => [name, await uploadOf(value)] as const),
      );
      return Object.fromEntries(entries);
    },
  );
}

async function uploadOf(value: string | File): Promise<unknown> {
  if (typeof value === 'string') return value;
  const bytes = new Uint8Array(await value.arrayBuffer());
  return { fileName: value.name, mimeType: value.type, bytes };
}
