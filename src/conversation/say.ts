import type { Delivery, DeliveryKind } from '../usecases/ports/delivery-log.ts';
import type { ChatAddress, Message } from '../usecases/ports/messenger.ts';
import type { Person } from '../usecases/ports/people-store.ts';
import type { Secrets } from '../usecases/ports/secrets.ts';
import type { Stores } from '../usecases/ports/unit-of-work.ts';
import { linesOf } from '../views/message.ts';
import { isLanguage, type Texts, textsOf } from '../views/texts.ts';
import { openSince } from './answers.ts';
import type { Reply, Turn } from './turn.ts';

/** How long a button works; a typed digit answers only the last question, for half an hour. */
const BUTTON_DAYS = 60;
const DAY_MS = 86_400_000;

interface Asking {
  readonly stores: Stores;
  readonly secrets: Secrets;
  readonly at: Date;
  readonly chat: ChatAddress;
  /** Null for a group. */
  readonly personId: number | null;
  /** Nobody has asked for it: whoever is in the middle of an answer goes on with that. */
  readonly isUnasked?: boolean;
}

/** The reply as a message, with its choices and its question kept for the answer. */
export async function asMessage(asking: Asking, reply: Reply): Promise<Message> {
  const { message, keep } = composed(asking, reply);
  await keep();
  return message;
}

/** The message, and what must be kept so that it can be answered. */
function composed(
  asking: Asking,
  reply: Reply,
): { readonly message: Message; readonly keep: () => Promise<unknown> } {
  const { stores, secrets, at, chat, personId } = asking;
  const { isUnasked = false } = asking;
  const question = secrets.token();
  const choices = (reply.options ?? []).map(({ label, typed, action }) => ({
    token: secrets.token(),
    question,
    chat,
    personId,
    label,
    typed,
    action,
    expiresAt: new Date(at.getTime() + BUTTON_DAYS * DAY_MS),
  }));
  const asks = choices.length > 0 || reply.expects !== undefined;
  const { expects = null } = reply;
  const ask = () =>
    isUnasked
      ? stores.conversations.interrupt(chat, {
          question,
          askedAt: at,
          stillOpenSince: openSince(at),
        })
      : stores.conversations.ask(chat, { question, expects, askedAt: at });
  return {
    message: {
      lines: linesOf(reply.text),
      choices: choices.map(({ token, label, typed }) => ({ token, label, typed })),
      ...(reply.document !== undefined && { document: reply.document }),
      ...(reply.isSilent === true && { isSilent: true }),
    },
    keep: () => Promise.all([stores.conversations.offer(choices), ...(asks ? [ask()] : [])]),
  };
}

/**
 * Plans the replies to an update, in order. Those to a person are claimed at once by who acts on the
 * update, and sent without being looked up again; a group's message is claimed when it is sent, since
 * one that may have arrived is not sent twice. Source: decision 16.
 */
export async function planReplies(
  turn: Turn,
  personId: number | null,
  replies: readonly Reply[],
): Promise<Delivery[]> {
  // All are asked for at once, without a pause before the first: a transaction may end with them.
  const planned = await Promise.all(
    replies.map((reply, index) => planReply(turn, { personId, reply, index })),
  );
  return planned.filter((delivery) => delivery !== null);
}

interface Numbered {
  readonly personId: number | null;
  readonly reply: Reply;
  /** Its place among the replies to an update. */
  readonly index: number;
}

async function planReply(
  { stores, secrets, at, chat, isGroup, updateKey, pressed, claimant }: Turn,
  { personId, reply, index }: Numbered,
): Promise<Delivery | null> {
  const asked = { stores, secrets, at, chat, personId: isGroup ? null : personId };
  const { message, keep } = composed(asked, reply);
  const [delivery] = await Promise.all([
    stores.deliveries.plan({
      key: `reply:${updateKey}:${index}`,
      kind: 'reply',
      personId,
      address: chat,
      isGroup,
      payload: { message, replacing: reply.isEdit === true ? pressed : null },
      dueAt: at,
      claimedBy: isGroup ? null : claimant,
    }),
    keep(),
  ]);
  return delivery;
}

interface Notice {
  readonly key: string;
  readonly person: Person;
  /** Written in the language of who reads it. */
  readonly write: (texts: Texts) => Reply | Promise<Reply>;
  readonly kind?: DeliveryKind;
}

/** Who tells: with the words of the office, for whoever has chosen no language. */
export type Telling = Pick<Turn, 'stores' | 'secrets' | 'at' | 'officeTexts'>;

/** Tells somebody else what follows from an act; nothing where they have no account. */
export async function notify(
  { stores, secrets, at, officeTexts }: Telling,
  { key, person, write, kind = 'notice' }: Notice,
): Promise<void> {
  const account = (await stores.people.accountsOf(person.id)).at(-1);
  if (account === undefined) return;
  const chat = { channel: account.channel, chatId: account.userId };
  const { language } = await stores.conversations.find(chat);
  const reply = await write(isLanguage(language) ? textsOf(language) : officeTexts);
  const asked = { stores, secrets, at, chat, personId: person.id, isUnasked: true };
  const message = await asMessage(asked, reply);
  const delivery = await stores.deliveries.plan({
    key,
    kind,
    personId: person.id,
    address: chat,
    isGroup: false,
    payload: { message, replacing: null },
    dueAt: at,
  });
  if (delivery !== null) await stores.jobs.enqueue([delivery.id]);
}

/** Tells every active secretary; each under a key of its own. */
export async function notifySecretaries(
  needs: Telling,
  { key, write }: Pick<Notice, 'key' | 'write'>,
): Promise<void> {
  for (const person of await needs.stores.people.secretaries()) {
    await notify(needs, { key: `${key}:${person.id}`, person, write });
  }
}
