import type { Conversation, OfferedChoice } from '../usecases/ports/conversation-store.ts';
import type { IncomingUpdate } from '../usecases/ports/intake.ts';
import type { PeopleStore } from '../usecases/ports/people-store.ts';
import type { Stores } from '../usecases/ports/unit-of-work.ts';

/** What is known of an update before it is acted on. */
export interface Known {
  readonly conversation: Conversation;
  /** Whose account it came from. */
  readonly holder: Awaited<ReturnType<PeopleStore['findByAccount']>>;
  /** What was chosen, where that is still kept. */
  readonly choice: OfferedChoice | undefined;
}

/** Asks for all of it at once, and whether what is remembered still holds. */
export async function knownOf(stores: Stores, update: IncomingUpdate): Promise<Known> {
  const { chat, senderId } = update;
  const [conversation, holder, choice] = await Promise.all([
    stores.conversations.find(chat),
    senderId === null ? undefined : stores.people.findByAccount(chat.channel, senderId),
    update.kind === 'choice' ? stores.conversations.findChoice(update.token) : undefined,
    // Nearly every update needs a calendar, and what else is remembered with it.
    stores.calendar.list(),
  ]);
  return { conversation, holder, choice };
}
