import type { Dependencies } from '../usecases/dependencies.ts';
import { loadFrame } from '../usecases/load-frame.ts';
import { loadOffice, readOffice } from '../usecases/load-office.ts';
import { loadOverview } from '../usecases/load-overview.ts';
import type { Delivery } from '../usecases/ports/delivery-log.ts';
import type { WaitingUpdate } from '../usecases/ports/inbox.ts';
import type { IncomingUpdate } from '../usecases/ports/intake.ts';
import type { ChatAddress } from '../usecases/ports/messenger.ts';
import type { Secrets } from '../usecases/ports/secrets.ts';
import { type Stores, StoreUnavailableError } from '../usecases/ports/unit-of-work.ts';
import { isLanguage, type Language, textsOf } from '../views/texts.ts';
import { handleUpdate } from './handle-update.ts';
import { type Known, knownOf } from './known.ts';
import { type LastRead, readingOf } from './last-read.ts';
import { planReplies } from './say.ts';
import type { Turn } from './turn.ts';

export interface ChatNeeds extends Dependencies {
  readonly secrets: Secrets;
  readonly language: Language;
  /** This process, among those that send. */
  readonly sender: string;
  /** Nothing is read ahead where it is absent. */
  readonly lastRead?: LastRead;
  /** The bot's name on a channel; null while it is not known. */
  botName(channel: string): string | null;
  /** Told of every update that was acted on, or given up, for whoever watches the service. */
  onActed?(update: IncomingUpdate, outcome: 'settled' | 'failed'): void;
  /** Told that a document was taken in, which waits to be read. */
  onFile?(): void;
}

/** An answer that is on its way for longer holds up nobody: the platform may not take it at all. */
const ON_THE_WAY_MS = 300_000;

/** How often an update is tried before its sender is told that it failed. */
const MOST_ATTEMPTS = 3;

/** What is known of a chat before it is looked at. */
export interface Expected {
  /** The update that is probably its oldest; null where nobody here knows of one. */
  readonly update: IncomingUpdate | null;
  /** Told whether the expected update is new, where it is to be stored first. */
  readonly storing?: ((isNew: Promise<boolean>) => void) | undefined;
}

/**
 * Acts on the oldest update of a chat: effect, replies and settlement in one transaction, so that a
 * crash in between leaves the update waiting. Gives the replies to send; null when nothing waits.
 * What belongs to the `expected` update is asked before it is known to be the oldest, and what the
 * chat read the last time before it is known to be needed. Source: decisions 17, 0023, 0033.
 */
export async function actOnNext(
  needs: ChatNeeds,
  chat: ChatAddress,
  { update: expected, storing }: Expected = { update: null },
): Promise<readonly Delivery[] | null> {
  let waiting: WaitingUpdate | undefined;
  const inTransaction = afterStoring(needs, expected, storing);
  try {
    const { replies } = await inTransaction(async (stores) => {
      const finding = stores.inbox.next(chat, answersSince(needs)).then((found) => {
        waiting = found;
        return found;
      });
      const [next, guessed] = await Promise.all([
        finding,
        expected === null ? null : knownOf(stores, expected),
        expected === null ? null : readAhead(needs, stores, chat),
      ]);
      if (next === undefined) return NOTHING;
      const isExpected = guessed !== null && next.update.updateId === expected?.updateId;
      const known = isExpected ? guessed : await knownOf(stores, next.update);
      return act(needs, stores, next, known);
    });
    const planned = await replies;
    if (planned !== null && waiting !== undefined) needs.onActed?.(waiting.update, 'settled');
    if (waiting?.update.kind === 'file') needs.onFile?.();
    return planned;
  } catch (error) {
    needs.lastRead?.note(chat, null);
    // What the database broke off says nothing against the update: it waits, uncounted.
    if (waiting === undefined || error instanceof StoreUnavailableError) throw error;
    return fail(needs, waiting, error);
  }
}

/** The transaction remembers what it has read. What cannot be understood fails whoever needs it. */
async function readAhead(
  { lastRead }: ChatNeeds,
  stores: Stores,
  chat: ChatAddress,
): Promise<void> {
  const last = lastRead?.of(chat) ?? null;
  if (last === null) return;
  await readOffice(stores, last.setIds, last.agencyIds).catch(() => undefined);
}

/** Where the update is to be stored first, a transaction that begins in one journey with that. */
function afterStoring(
  needs: ChatNeeds,
  update: IncomingUpdate | null,
  storing: Expected['storing'],
): ChatNeeds['inTransaction'] {
  if (update === null || storing === undefined) return needs.inTransaction;
  return (work) =>
    needs.inTransactionAfter(
      ({ inbox }) => inbox.add(update, 'received', needs.clock.now()),
      (stores, isNew) => {
        storing(isNew);
        return work(stores);
      },
    );
}

/** Whether there is something to act on in each chat: after the answer to what came before. */
export function areWaiting(
  needs: ChatNeeds,
  chats: readonly ChatAddress[],
): Promise<readonly boolean[]> {
  return needs.inOneStatement(({ inbox }) => inbox.areWaiting(chats, answersSince(needs)));
}

function answersSince({ clock }: ChatNeeds): Date {
  return new Date(clock.now().getTime() - ON_THE_WAY_MS);
}

/** Not waited for inside of a transaction, so that they are written in one packet with its end. */
interface Acted {
  readonly replies: Promise<readonly Delivery[]> | null;
}

const NOTHING: Acted = { replies: null };

async function act(
  needs: ChatNeeds,
  stores: Stores,
  { id, update }: WaitingUpdate,
  { conversation, holder, choice }: Known,
): Promise<Acted> {
  const { chat, senderId, isGroup } = update;
  if (senderId !== null && !isGroup && holder?.unreachableSince instanceof Date) {
    // Whoever writes can be written to again.
    await stores.people.setReachable(chat.channel, senderId, null);
  }
  const pressed = update.kind === 'choice' ? update.messageId : null;
  const turn = turnIn(needs, stores, { ...update, conversation, pressed });
  const person = holder === undefined || holder.state === 'left' ? null : holder;
  const said = await handleUpdate(turn, update, { person, choice });
  // Of its failure the transaction tells itself, as of the replies'.
  stores.inbox.settle(id, 'settled', needs.clock.now()).catch(() => undefined);
  const replies = planReplies(turn, person?.id ?? null, said);
  replies.catch(() => undefined);
  return { replies };
}

/** What a turn is about: an update, or something of our own that is answered like one. */
type Occasion = Pick<IncomingUpdate, 'chat' | 'isGroup' | 'senderId' | 'senderName' | 'updateId'>;

export async function turnOf(needs: ChatNeeds, stores: Stores, occasion: Occasion): Promise<Turn> {
  const conversation = await stores.conversations.find(occasion.chat);
  return turnIn(needs, stores, { ...occasion, conversation, pressed: null });
}

function turnIn(
  { clock, timezone, secrets, language, botName, sender, lastRead }: ChatNeeds,
  stores: Stores,
  given: Occasion & Pick<Turn, 'conversation' | 'pressed'>,
): Turn {
  const { chat, isGroup, senderId, senderName, updateId, conversation, pressed } = given;
  const at = clock.now();
  const chosen = conversation.language;
  return {
    stores,
    at,
    timezone,
    texts: textsOf(isLanguage(chosen) ? chosen : language),
    officeTexts: textsOf(language),
    secrets,
    chat,
    conversation,
    isGroup,
    sender: { id: senderId ?? '', name: senderName },
    updateKey: `${chat.channel}:${updateId}`,
    claimant: sender,
    pressed,
    botName: botName(chat.channel),
    frame: () => loadFrame(stores, { at, timezone }),
    officeOf: async (agencyIds) => {
      const office = await loadOffice(stores, { at, timezone, agencyIds });
      lastRead?.note(chat, readingOf(office, agencyIds));
      return office;
    },
    overview: () => loadOverview(stores, { at, timezone }),
  };
}

/** Counts the failure; after the last one the update is given up, and its sender told so. */
async function fail(
  needs: ChatNeeds,
  { id, update }: WaitingUpdate,
  error: unknown,
): Promise<readonly Delivery[]> {
  const attempts = await needs.inTransaction((stores) => stores.inbox.countFailure(id));
  if (attempts < MOST_ATTEMPTS) throw error;
  const planned = await needs.inTransaction(async (stores) => {
    await stores.inbox.settle(id, 'failed', needs.clock.now());
    const turn = await turnOf(needs, stores, update);
    const isPrivate = !update.isGroup && update.senderId !== null;
    return planReplies(turn, null, isPrivate ? [{ text: turn.texts('chat.failed') }] : []);
  });
  needs.onActed?.(update, 'failed');
  return planned;
}
