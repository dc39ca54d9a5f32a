import { z } from 'zod';
import type {
  AttemptOutcome,
  Message,
  Messenger,
  OutgoingDocument,
} from '../../usecases/ports/messenger.ts';
import type { PaceQuestion } from '../../usecases/ports/shared-pace.ts';
import type { TelegramApi } from './api.ts';
import { type Failure, failureOf, outcomeOf, saysThat } from './failure.ts';
import { type Lines, toHtml, toPlainText } from './html.ts';
import { createGate, type Gate, NotLeftError, throughGate } from './leaving.ts';
import { type Button, buttonRows, CAPTION_LENGTH, MESSAGE_LENGTH, splitLines } from './limits.ts';
import { HeldError, type Pacer } from './pacer.ts';

export interface MessengerOptions {
  readonly api: TelegramApi;
  readonly pacer: Pacer;
  readonly waitMs: (ms: number) => Promise<void>;
  /** Whether a person of this chat wrote a moment ago, so that what goes there is an answer. */
  readonly isAwaited: (chatId: string) => boolean;
}

/** A later part of a split message is tried again so often before it is given up as unclear. */
const PART_RETRIES = 2;
const LONGEST_PART_WAIT_MS = 5_000;
const EDIT_RETRY_MS = 5_000;

const Sent = z.object({ message_id: z.number() });
const Edited = z.union([Sent, z.literal(true)]);

interface Part {
  readonly lines: Lines;
  readonly buttons: readonly (readonly Button[])[];
  readonly isSilent: boolean;
  /** The lines are its caption. */
  readonly document?: OutgoingDocument;
}

type PartOutcome =
  | { readonly kind: 'sent'; readonly messageId: string; readonly isNew: boolean }
  | Exclude<AttemptOutcome, { readonly kind: 'sent' }>;

/** One message on its way. */
interface Sending extends MessengerOptions {
  readonly gate: Gate;
}

/** Sends over Telegram: escaped, split, paced. Throws only for a choice that no button can carry. */
export function createMessenger(options: MessengerOptions): Messenger {
  return {
    send: async ({ chatId }, message, { replacing, mayLeave } = {}) => {
      const parts = partsOf(message);
      if (parts.length === 0) return { kind: 'refused', reason: 'emptyMessage' };
      const sending = { ...options, gate: createGate(mayLeave) };
      return throughGate(() => sendParts(sending, chatId, parts, replacing ?? undefined));
    },
  };
}

async function sendParts(
  options: Sending,
  chatId: string,
  parts: readonly Part[],
  replacing: string | undefined,
): Promise<AttemptOutcome> {
  const messageIds: string[] = [];
  let hasArrived = false;
  for (const [index, part] of parts.entries()) {
    const attempt: () => Promise<PartOutcome> =
      index === 0 && part.document === undefined && isMessageId(replacing)
        ? () => editOrSend(options, chatId, part, replacing)
        : () => sendPart(options, chatId, part);
    const outcome: PartOutcome = hasArrived ? await persist(options, attempt) : await attempt();
    if (outcome.kind !== 'sent') {
      // Sending everything again would double what arrived already, and that is for the caller to decide.
      return hasArrived ? { kind: 'unclear', reason: 'partly' } : outcome;
    }
    hasArrived ||= outcome.isNew;
    messageIds.push(outcome.messageId);
  }
  return { kind: 'sent', messageIds };
}

async function persist(
  { waitMs }: MessengerOptions,
  attempt: () => Promise<PartOutcome>,
): Promise<PartOutcome> {
  let outcome = await attempt();
  for (let retry = 0; retry < PART_RETRIES && outcome.kind === 'retryLater'; retry += 1) {
    if (outcome.afterMs > LONGEST_PART_WAIT_MS) return outcome;
    await waitMs(outcome.afterMs);
    outcome = await attempt();
  }
  return outcome;
}

async function editOrSend(
  options: Sending,
  chatId: string,
  part: Part,
  messageId: string,
): Promise<PartOutcome> {
  const edited = { kind: 'sent', messageId, isNew: false } as const;
  const extra = { message_id: Number(messageId) };
  const result = await attemptPart(options, 'editMessageText', chatId, part, extra, Edited);
  if (result.ok) return edited;
  const { outcome, failure } = result;
  if (failure === null) return outcome;
  if (saysThat(failure, /message is not modified/i)) return edited;
  if (saysThat(failure, /message to edit not found|can't be edited|MESSAGE_ID_INVALID/i)) {
    return sendPart(options, chatId, part);
  }
  // An edit may be repeated safely, so a broken connection leaves nothing in doubt.
  if (outcome.kind !== 'unclear') return outcome;
  return { kind: 'retryLater', afterMs: EDIT_RETRY_MS, reason: outcome.reason };
}

async function sendPart(options: Sending, chatId: string, part: Part): Promise<PartOutcome> {
  const { document, isSilent } = part;
  const silently = { disable_notification: isSilent };
  const method = document === undefined ? 'sendMessage' : 'sendDocument';
  const extra = { ...silently, ...(document !== undefined && uploadOf(document)) };
  const result = await attemptPart(options, method, chatId, part, extra, Sent);
  if (!result.ok) return result.outcome;
  return { kind: 'sent', messageId: String(result.value.message_id), isNew: true };
}

type Attempt<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly outcome: Exclude<AttemptOutcome, { readonly kind: 'sent' }>;
      readonly failure: Failure | null;
    };

/** One call with markup, and once more without where Telegram cannot read ours. */
async function attemptPart<Value>(
  options: Sending,
  method: string,
  chatId: string,
  part: Part,
  extra: Readonly<Record<string, unknown>>,
  result: z.ZodType<Value>,
): Promise<Attempt<Value>> {
  const payload = {
    ...extra,
    chat_id: chatId,
    ...(part.document === undefined && { link_preview_options: { is_disabled: true } }),
    ...(part.buttons.length > 0 && { reply_markup: { inline_keyboard: part.buttons } }),
  };
  const field = part.document === undefined ? 'text' : 'caption';
  const call = (text: Readonly<Record<string, unknown>>) =>
    attemptCall(options, chatId, () => options.api.call(method, { ...payload, ...text }, result));
  const attempt = await call({ [field]: toHtml(part.lines), parse_mode: 'HTML' });
  const isUnreadable =
    !attempt.ok && attempt.failure !== null && saysThat(attempt.failure, /can't parse entities/i);
  return isUnreadable ? call({ [field]: toPlainText(part.lines) }) : attempt;
}

async function attemptCall<Value>(
  { pacer, isAwaited, gate }: Sending,
  chatId: string,
  call: () => Promise<Value>,
): Promise<Attempt<Value>> {
  const isReply = isAwaited(chatId);
  const request: PaceQuestion = { chatId, isGroup: isGroupChat(chatId), isReply };
  try {
    const leave = async (leaves: () => void) => {
      await gate();
      leaves();
      return call();
    };
    return { ok: true, value: await pacer.run(request, leave) };
  } catch (error) {
    if (error instanceof NotLeftError) throw error;
    if (error instanceof HeldError) {
      const { afterMs } = error;
      return {
        ok: false,
        failure: null,
        outcome: { kind: 'retryLater', afterMs, reason: 'flood' },
      };
    }
    const failure = failureOf(error);
    const outcome = outcomeOf(failure);
    if (outcome.kind === 'sent') throw new Error('a failure cannot have been sent');
    if (outcome.kind === 'retryLater' && outcome.reason === 'flood') {
      pacer.flooded(chatId, outcome.afterMs);
    }
    return { ok: false, failure, outcome };
  }
}

/** Telegram gives groups negative ids. */
function isGroupChat(chatId: string): boolean {
  return chatId.startsWith('-');
}

function isMessageId(replacing: string | undefined): replacing is string {
  return replacing !== undefined && /^\d+$/.test(replacing);
}

/** The shape in which telegraf takes a file that it uploads. */
function uploadOf({ fileName, base64 }: OutgoingDocument) {
  return { document: { source: Buffer.from(base64, 'base64'), filename: fileName } };
}

/** A document goes with the first part, as whose caption less may be said. */
function partsOf({ lines: all, choices, isSilent, document }: Message): Part[] {
  const pieces = splitLines(all, document === undefined ? MESSAGE_LENGTH : CAPTION_LENGTH);
  const buttons = buttonRows(choices);
  return pieces.map((lines, index) => ({
    lines,
    buttons: index === pieces.length - 1 ? buttons : [],
    isSilent: isSilent === true,
    ...(index === 0 && document !== undefined && { document }),
  }));
}
