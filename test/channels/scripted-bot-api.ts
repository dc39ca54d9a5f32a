import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const TOKEN = '123456:TEST-TOKEN';
export const USERNAME = 'camket_bot';

/** What the server does with the next call of a method, instead of obeying it. */
export type Fault =
  | { readonly kind: 'says'; readonly status: number; readonly body: string }
  | { readonly kind: 'resetsBefore' | 'resetsAfter' | 'hangs' };

export interface Call {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A refusal in Telegram's words. */
export function refusal(status: number, description: string, parameters?: object): Fault {
  const body = { ok: false, error_code: status, description, ...(parameters && { parameters }) };
  return { kind: 'says', status, body: JSON.stringify(body) };
}

/** A Bot API on loopback that obeys a few methods and a script of faults. */
export async function startBotApi() {
  const calls: Call[] = [];
  const script = new Map<string, Fault[]>();
  let updates: { update_id: number }[] = [];
  let nextMessageId = 100;
  let wakePolls: (() => void)[] = [];

  const obey = async (method: string, body: Call['body'], closed: Promise<void>) => {
    if (method === 'getMe') return { id: 123456, is_bot: true, username: USERNAME };
    if (method === 'sendMessage') return { message_id: nextMessageId++ };
    if (method !== 'getUpdates') return true;
    const offset = Number(body['offset'] ?? 0);
    updates = updates.filter(({ update_id }) => update_id >= offset);
    if (updates.length === 0 && Number(body['timeout']) > 0) {
      await Promise.race([closed, new Promise<void>((resolve) => wakePolls.push(resolve))]);
    }
    return updates;
  };

  const server = createServer(async (request, response) => {
    const { method, body } = await callOf(request);
    calls.push({ method, body });
    const fault = script.get(method)?.shift();
    if (fault?.kind === 'says') {
      response.writeHead(fault.status, { 'content-type': 'application/json' }).end(fault.body);
      return;
    }
    if (fault?.kind === 'resetsBefore') request.socket.resetAndDestroy();
    if (fault?.kind === 'resetsBefore' || fault?.kind === 'hangs') return;
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    const result = await obey(method, body, closed);
    if (fault?.kind === 'resetsAfter') request.socket.resetAndDestroy();
    else answer(response, result);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    root: `http://127.0.0.1:${port}`,
    calls,
    of: (method: string) => calls.filter((call) => call.method === method).map(({ body }) => body),
    onNext: (method: string, ...faults: Fault[]) => {
      script.set(method, [...(script.get(method) ?? []), ...faults]);
    },
    push: (...added: { update_id: number }[]) => {
      updates.push(...added);
      for (const wake of wakePolls) wake();
      wakePolls = [];
    },
    /** Updates that the bot has not confirmed. */
    unconfirmed: () => updates.map(({ update_id }) => update_id),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const method = (request.url ?? '').split('/').at(-1) ?? '';
  return { method, body: text === '' ? {} : JSON.parse(text) };
}

function answer(response: ServerResponse, result: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: true, result }));
}
