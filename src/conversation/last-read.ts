import type { Office } from '../usecases/load-office.ts';
import { type ChatAddress, chatKey } from '../usecases/ports/messenger.ts';

/** Whose items were read, and of which sets. */
export interface Reading {
  readonly setIds: readonly number[];
  readonly agencyIds: readonly number[];
}

/** What each chat's turns read last: the next one will most likely read the same. */
export interface LastRead {
  /** Null where no turn has read any, or long ago, or too much to be read in vain. */
  of(chat: ChatAddress): Reading | null;
  /** Null for what is not to be read ahead. */
  note(chat: ChatAddress, reading: Reading | null): void;
}

/** Items and lines that cost less to read in vain than a journey to the database. */
const MOST_AHEAD = 250;

/** What an office was read by; null for one that is better read when it is needed. */
export function readingOf(
  { sets, commitments, lines }: Pick<Office, 'sets' | 'commitments' | 'lines'>,
  agencyIds: readonly number[],
): Reading | null {
  if (commitments.length + lines.length > MOST_AHEAD) return null;
  return { setIds: sets.map(({ id }) => id), agencyIds };
}

/** A few megabytes. Who is forgotten waits some tenths of a millisecond longer. */
const CHATS_REMEMBERED = 10_000;

export function createLastRead(): LastRead {
  const readings = new Map<string, Reading>();
  return {
    of: (chat) => readings.get(chatKey(chat)) ?? null,
    note: (chat, reading) => {
      const key = chatKey(chat);
      readings.delete(key);
      if (reading === null) return;
      readings.set(key, reading);
      const [oldest] = readings.keys();
      if (readings.size > CHATS_REMEMBERED && oldest !== undefined) readings.delete(oldest);
    },
  };
}
