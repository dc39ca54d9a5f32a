import type { Actor } from '../domain/actor.ts';
import type { Frame } from '../usecases/load-frame.ts';
import type { Office } from '../usecases/load-office.ts';
import type { Overview } from '../usecases/load-overview.ts';
import type { Conversation } from '../usecases/ports/conversation-store.ts';
import type { ChatAddress, OutgoingDocument } from '../usecases/ports/messenger.ts';
import type { Person } from '../usecases/ports/people-store.ts';
import type { Secrets } from '../usecases/ports/secrets.ts';
import type { Stores } from '../usecases/ports/unit-of-work.ts';
import type { Acting } from '../usecases/record-progress.ts';
import type { Texts } from '../views/texts.ts';
import type { ChatAction, Expectation } from './action.ts';

/** An answer on offer: on a button, or typed by its words, `typed`, or its place. */
export interface Option {
  readonly label: string;
  readonly typed: string;
  readonly action: ChatAction;
}

/** What is said to a chat. */
export interface Reply {
  /** With the marks of `bold`. */
  readonly text: string;
  readonly options?: readonly Option[];
  readonly expects?: Expectation;
  /** Takes the place of the message whose button was pressed, where the platform can edit. */
  readonly isEdit?: boolean;
  readonly isSilent?: boolean;
  readonly document?: OutgoingDocument;
}

/** One update being acted on, and everything that acting on it may need. */
export interface Turn {
  readonly stores: Stores;
  readonly at: Date;
  readonly timezone: string;
  /** In the language of the chat. */
  readonly texts: Texts;
  /** In the language of the office. */
  readonly officeTexts: Texts;
  readonly secrets: Secrets;
  readonly chat: ChatAddress;
  /** What was asked there when the update came. */
  readonly conversation: Conversation;
  readonly isGroup: boolean;
  readonly sender: { readonly id: string; readonly name: string | null };
  /** Unique for the update; keys of what follows from it begin with it. */
  readonly updateKey: string;
  /** The process that acts on it, and sends the replies. */
  readonly claimant: string;
  /** The message whose button was pressed. */
  readonly pressed: string | null;
  /** The bot's name on the channel, where it is known. */
  readonly botName: string | null;
  /** What is the same for every agency: calendar, sets, names. */
  frame(): Promise<Frame>;
  /** Items and people of some agencies as they stand now, with what this turn has changed. */
  officeOf(agencyIds: readonly number[]): Promise<Office>;
  /** Every agency as it stands now, counted. */
  overview(): Promise<Overview>;
}

/** A turn of somebody who belongs to the office. */
export interface MemberTurn extends Turn {
  readonly person: Person;
  readonly actor: Actor;
  readonly acting: Acting;
  /** The office as far as it is the person's own agency's. */
  office(): Promise<Office>;
}

export function asMember(turn: Turn, person: Person): MemberTurn {
  const { id: personId, name, role, agencyId } = person;
  const actor = { personId, name, role, agencyId };
  const { at, timezone, chat } = turn;
  const acting = { actor, at, timezone, via: chat.channel };
  return { ...turn, person, actor, acting, office: () => turn.officeOf([agencyId]) };
}
