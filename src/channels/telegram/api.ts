import { Telegram } from 'telegraf';
import type { z } from 'zod';
import { createAgent } from './connection.ts';

export interface TelegramApi {
  /** Calls a method and gives its checked result. Throws what `failureOf` understands. */
  call<Result>(
    method: string,
    payload: Readonly<Record<string, unknown>>,
    result: z.ZodType<Result>,
    limits?: { readonly timeoutMs?: number; readonly signal?: AbortSignal },
  ): Promise<Result>;
  /** Drops idle connections; calls under way end by themselves. */
  close(): void;
}

export interface ApiOptions {
  readonly token: string;
  readonly apiRoot: string;
  /** Limit of one call; telegraf's own is 500 s, far too long for a queue. */
  readonly callMs: number;
}

type CallApi = (
  method: string,
  payload: Readonly<Record<string, unknown>>,
  options: { readonly signal: AbortSignal },
) => Promise<unknown>;

export function createTelegramApi({ token, apiRoot, callMs }: ApiOptions): TelegramApi {
  // Without the slash at the end, telegraf drops the last folder of the root.
  const telegram = new Telegram(token, {
    apiRoot: apiRoot.replace(/\/*$/, '/'),
    webhookReply: false,
  });
  const agent = createAgent(apiRoot, Math.ceil(callMs / 2));
  // telegraf throws away an agent given for a plain http root, so it is put in afterwards.
  Object.assign(telegram.options, { agent });
  const callApi = untyped(telegram);

  return {
    call: async (method, payload, result, { timeoutMs = callMs, signal } = {}) => {
      const limit = AbortSignal.timeout(timeoutMs);
      const either = signal === undefined ? limit : AbortSignal.any([limit, signal]);
      return result.parse(await callApi(method, payload, { signal: either }));
    },
    close: () => {
      // Not `agent.destroy()`, which would also cut the calls under way and leave their outcome unclear.
      for (const sockets of Object.values(agent.freeSockets)) {
        for (const socket of sockets ?? []) socket.destroy();
      }
    },
  };
}

/** telegraf's types end at Bot API 7.1 and know a signal by an older shape; the wire takes any method. */
function untyped(telegram: Telegram): CallApi {
  return telegram.callApi.bind(telegram) as unknown as CallApi;
}
