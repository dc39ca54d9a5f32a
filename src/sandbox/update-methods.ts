import { z } from 'zod';
import type { MethodContext } from './methods.ts';
import { Flag, type Parameters, readParameters, Whole, Words } from './parameters.ts';
import { badRequest } from './refusal.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { Update } from './wire.ts';

const GetUpdates = z.looseObject({
  offset: Whole.exactOptional(),
  limit: Whole.exactOptional(),
  timeout: Whole.exactOptional(),
  allowed_updates: z.array(z.string()).exactOptional(),
});
const SetWebhook = z.looseObject({
  url: Words,
  secret_token: Words.exactOptional(),
  allowed_updates: z.array(z.string()).exactOptional(),
  drop_pending_updates: Flag.exactOptional(),
});

/** The methods about updates, over one queue. */
export function updateMethods(queue: UpdateQueue) {
  let url = '';
  return {
    getupdates: async (_context: MethodContext, raw: Parameters) => {
      const {
        offset = 0,
        limit = 100,
        timeout = 0,
        allowed_updates: kinds,
      } = readParameters(GetUpdates, raw);
      queue.setAllowed(kinds);
      return queue.poll({ offset, limit, timeoutMs: timeout * 1_000 });
    },
    setwebhook: (_context: MethodContext, raw: Parameters) => {
      const asked = readParameters(SetWebhook, raw);
      if (asked.url !== '' && !URL.canParse(asked.url))
        throw badRequest('invalid webhook URL specified');
      url = asked.url;
      queue.setAllowed(asked.allowed_updates);
      queue.setWebhook(url === '' ? null : (update) => deliver(url, asked.secret_token, update));
      return true;
    },
    deletewebhook: () => {
      url = '';
      queue.setWebhook(null);
      return true;
    },
    getwebhookinfo: () => ({
      url,
      has_custom_certificate: false,
      pending_update_count: queue.pending(),
    }),
  };
}

/** Whether the bot took the update. */
async function deliver(url: string, secret: string | undefined, update: Update): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
    },
    body: JSON.stringify(update),
  });
  return response.ok;
}
