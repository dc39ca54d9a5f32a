import type { Frame } from './load-frame.ts';
import type { Person } from './ports/people-store.ts';

/** All that decides on a day's messages, as far as it can be told apart cheaply. */
interface Looked {
  readonly date: string;
  /** The end of the audit chain: the same while nobody changed an item, a status or a person. */
  readonly end: string | null;
  readonly people: string;
  /** References are read once while nothing changes them, so the same ones are the same objects. */
  readonly agencies: Frame['agencies'];
  readonly sets: Frame['allSets'];
  readonly calendar: Frame['calendar'];
}

/**
 * What a process knows of the last look that found nothing to tell: while nothing changed and the day
 * is the same, there is still nothing. Most ticks of a day are such.
 */
export interface TickMemory {
  isStillQuiet(looked: Looked): boolean;
  keep(looked: Looked, isQuiet: boolean): void;
}

export function createTickMemory(): TickMemory {
  let quiet: Looked | null = null;
  return {
    isStillQuiet: (looked) => quiet !== null && isSame(quiet, looked),
    keep: (looked, isQuiet) => {
      quiet = isQuiet ? looked : null;
    },
  };
}

/** Read before what is decided by it, so that it is never newer. */
export function lookedAt(
  { now, agencies, allSets: sets, calendar }: Frame,
  people: readonly Person[],
  end: string | null,
): Looked {
  const ids = people.map(({ id }) => id).join(' ');
  return { date: now.date, end, people: ids, agencies, sets, calendar };
}

function isSame(one: Looked, other: Looked): boolean {
  return (Object.keys(one) as (keyof Looked)[]).every((key) => one[key] === other[key]);
}
