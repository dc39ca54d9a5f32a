import { once } from 'node:events';
import http from 'node:http';

/** What the way from the platform to the instances does to a call. */
export type WayFault = 'duplicate' | 'loseBefore' | 'loseAfter';

/** Takes the platform's webhook calls and hands each to one of the instances that are up. */
export interface Balancer {
  readonly url: string;
  /** The next call suffers this. */
  next(fault: WayFault): void;
  close(): Promise<void>;
}

/** Longer than an instance takes over a slow database; the platform sends again what failed. */
const PATIENCE_MS = 5_000;

/** `upstreams` gives the addresses that are up; calls go to them in turn. */
export async function openBalancer(upstreams: () => readonly string[]): Promise<Balancer> {
  const faults: WayFault[] = [];
  let turn = 0;
  const server = http.createServer((request, response) => {
    void handle(request).then((status) => {
      if (status === null) response.destroy();
      else response.writeHead(status).end();
    });
  });
  const handle = async (request: http.IncomingMessage): Promise<number | null> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const fault = faults.shift();
    if (fault === 'loseBefore') return null;
    const forward = () => {
      const up = upstreams();
      turn += 1;
      return forwarded(up[turn % Math.max(1, up.length)], request, body);
    };
    const [status] = await Promise.all(
      fault === 'duplicate' ? [forward(), forward()] : [forward()],
    );
    return fault === 'loseAfter' ? null : (status ?? 502);
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    next: (fault) => faults.push(fault),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The status of the instance's answer; 502 where it gave none. */
async function forwarded(
  upstream: string | undefined,
  { url = '/', headers }: http.IncomingMessage,
  body: Buffer,
): Promise<number> {
  if (upstream === undefined) return 502;
  const secret = headers['x-telegram-bot-api-secret-token'];
  try {
    const response = await fetch(`${upstream}${url}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(typeof secret === 'string' && { 'x-telegram-bot-api-secret-token': secret }),
      },
      body: new Uint8Array(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 502;
  }
}
