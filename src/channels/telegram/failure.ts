import { TelegramError } from 'telegraf';
import { ZodError, z } from 'zod';
import type { AttemptOutcome } from '../../usecases/ports/messenger.ts';
import { NOT_CONNECTED } from './connection.ts';

/** What went wrong in a call: Telegram said no, it surely heard nothing, or nobody can know. */
export type Failure =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly description: string;
      readonly retryAfterMs: number | null;
      readonly movedTo: string | null;
    }
  | { readonly kind: 'notSent'; readonly code: 'noConnection' | 'telegramTrouble' }
  | { readonly kind: 'unclear'; readonly code: 'connectionBroken' | 'timeout' | 'badAnswer' };

const TROUBLE_RETRY_MS = 5_000;
const TOKEN_RETRY_MS = 60_000;
const FLOOD_RETRY_MS = 30_000;
/** A platform that asks for more has lost count: nobody would be answered again in this life. */
const LONGEST_RETRY_MS = 86_400_000;

const Answer = z.object({
  error_code: z.number(),
  description: z.string().catch(''),
  parameters: z
    .object({
      retry_after: z.number().optional().catch(undefined),
      migrate_to_chat_id: z.number().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

const NetworkError = z.object({
  name: z.string().catch(''),
  type: z.string().catch(''),
  code: z.string().catch(''),
  message: z.string().catch(''),
});

const BEFORE_SENDING = new Set([
  NOT_CONNECTED,
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
]);

/** Reads any error of a call. Its message may hold the token or a person's words: it is never logged. */
export function failureOf(error: unknown): Failure {
  if (error instanceof TelegramError) return answered(error.response);
  if (error instanceof ZodError) return { kind: 'unclear', code: 'badAnswer' };
  const parsed = NetworkError.safeParse(error);
  if (!parsed.success) return { kind: 'unclear', code: 'connectionBroken' };
  const { name, type, code, message } = parsed.data;
  if (BEFORE_SENDING.has(code)) return { kind: 'notSent', code: 'noConnection' };
  if (name === 'AbortError' || name === 'TimeoutError' || type.endsWith('-timeout')) {
    return { kind: 'unclear', code: 'timeout' };
  }
  // A page of a proxy instead of JSON: Telegram never saw the call. A cut-off body is another matter.
  const isForeignPage = type === 'invalid-json' && message.includes('Unexpected token');
  if (isForeignPage) return { kind: 'notSent', code: 'telegramTrouble' };
  return { kind: 'unclear', code: 'connectionBroken' };
}

/** What a failed attempt to send means for the delivery. Source: Bot API, «Making requests». */
export function outcomeOf(failure: Failure): AttemptOutcome {
  if (failure.kind === 'unclear') return { kind: 'unclear', reason: failure.code };
  if (failure.kind === 'notSent') return later(TROUBLE_RETRY_MS, failure.code);
  const { status, description, movedTo } = failure;
  if (movedTo !== null) return { kind: 'moved', chatId: movedTo };
  if (status === 429) return later(failure.retryAfterMs ?? FLOOD_RETRY_MS, 'flood');
  if (status >= 500) return later(TROUBLE_RETRY_MS, 'telegramTrouble');
  // Telegram answers 404 to a token that it cannot read.
  if (status === 401 || status === 404) return later(TOKEN_RETRY_MS, 'tokenRefused');
  const gone = UNREACHABLE.find(([words]) => words.test(description));
  if (gone !== undefined) return { kind: 'unreachable', reason: gone[1] };
  if (status === 403) return { kind: 'unreachable', reason: 'forbidden' };
  return { kind: 'refused', reason: `refused${status}` };
}

/** The code of a failure, for the log and for `health`. */
export function troubleOf(failure: Failure): string {
  if (failure.kind !== 'answered') return failure.code;
  if (failure.status === 409) return 'otherInstance';
  const outcome = outcomeOf(failure);
  return 'reason' in outcome ? outcome.reason : `refused${failure.status}`;
}

export function saysThat(failure: Failure, words: RegExp): boolean {
  return failure.kind === 'answered' && words.test(failure.description);
}

const UNREACHABLE: readonly (readonly [RegExp, string])[] = [
  [/blocked by the user/i, 'blocked'],
  [/user is deactivated/i, 'deactivated'],
  [/can't initiate conversation/i, 'neverStarted'],
  [/bot was kicked|not a member|group chat was deleted/i, 'removedFromGroup'],
  [/chat not found|user not found|PEER_ID_INVALID/i, 'chatNotFound'],
  [
    /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|TOPIC_CLOSED/i,
    'noRights',
  ],
];

function answered(response: unknown): Failure {
  const parsed = Answer.safeParse(response);
  if (!parsed.success) return { kind: 'unclear', code: 'badAnswer' };
  const { error_code: status, description, parameters } = parsed.data;
  const seconds = parameters?.retry_after;
  const movedTo = parameters?.migrate_to_chat_id;
  return {
    kind: 'answered',
    status,
    description,
    retryAfterMs: seconds === undefined ? null : retryMs(seconds),
    movedTo: movedTo === undefined ? null : String(movedTo),
  };
}

function retryMs(seconds: number): number {
  return Math.min(LONGEST_RETRY_MS, Math.max(1, seconds) * 1_000);
}

function later(afterMs: number, reason: string): AttemptOutcome {
  return { kind: 'retryLater', afterMs, reason };
}
