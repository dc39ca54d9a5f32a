import { type FastifyInstance, fastify } from 'fastify';
import type { Headers } from './secret.ts';

export interface Webhook {
  readonly path: string;
  /** Whether the request comes from the platform; sees the bytes, for platforms that sign them. */
  verify(headers: Headers, rawBody: Buffer): boolean;
  /** Resolves once the update is safe; when it throws, the platform is told to send it again. */
  handle(body: unknown): Promise<void>;
}

export interface Readiness {
  readonly ok: boolean;
  readonly checks: Readonly<Record<string, unknown>>;
}

export interface HttpServerOptions {
  readonly host: string;
  readonly port: number;
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: () => Promise<string>;
  readonly webhooks: readonly Webhook[];
  readonly log?: {
    error(fields: Readonly<Record<string, unknown>>, sentence: string): void;
  };
}

export interface HttpServer {
  readonly app: FastifyInstance;
  /** Gives the address that it listens on. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

const LARGEST_BODY = 1_048_576;

/** What reads schemas need not be loaded: no route has one. */
const NO_SCHEMAS = { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } };

function noSchemas(): never {
  throw new Error('Routes have no schemas here.');
}

/** Health, metrics and webhooks on one port. Nothing about people is served here. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { host, port, readiness, metrics, webhooks, log } = options;
  const app = fastify({ logger: false, bodyLimit: LARGEST_BODY, schemaController: NO_SCHEMAS });
  // Bodies stay bytes until the sender is known: a signature is made over bytes.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.setErrorHandler(async (error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) {
      // The name only: a database error quotes what a person wrote.
      log?.error({ path: request.routeOptions.url, error: nameOf(error) }, 'request failed');
    }
    return reply.code(status).send({ ok: false });
  });
  app.get('/healthz', () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    const state = await readiness().catch((): Readiness => ({ ok: false, checks: {} }));
    return reply.code(state.ok ? 200 : 503).send(state);
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics()),
  );
  for (const webhook of webhooks) mount(app, webhook);

  return {
    app,
    listen: () => app.listen({ host, port }),
    close: () => app.close(),
  };
}

function mount(app: FastifyInstance, { path, verify, handle }: Webhook): void {
  app.post(path, async (request, reply) => {
    const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    if (!verify(request.headers, rawBody)) return reply.code(403).send({ ok: false });
    const body = parsed(rawBody);
    if (body === undefined) return reply.code(400).send({ ok: false });
    await handle(body);
    return reply.send({ ok: true });
  });
}

/** Undefined for bytes that are no JSON, which JSON itself cannot express. */
function parsed(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    return undefined;
  }
}

function statusOf(error: unknown): number {
  const hasStatus = typeof error === 'object' && error !== null && 'statusCode' in error;
  return hasStatus && typeof error.statusCode === 'number' ? error.statusCode : 500;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
