import { type CalendarDate, mondayOf } from '../domain/calendar-date.ts';
import { instantOf, minutesOf } from '../domain/local-time.ts';
import { isWorkingDay, workingDayOnOrAfter } from '../domain/working-calendar.ts';
import { DEFAULT_HOURS, isWithinHours } from '../domain/working-hours.ts';
import type { Dependencies } from './dependencies.ts';
import { agendaOf, subjectsOf } from './due-agenda.ts';
import { openDueBook } from './due-book.ts';
import { type Frame, loadFrame } from './load-frame.ts';
import { loadOverview } from './load-overview.ts';
import type { NewDelivery } from './ports/delivery-log.ts';
import type { Person } from './ports/people-store.ts';
import type { Stores } from './ports/unit-of-work.ts';
import { createTickMemory, lookedAt, type TickMemory } from './tick-memory.ts';

/**
 * Plans what is due at this instant, each under a key that is taken once, so that it may be asked
 * late, twice, or on two machines. Gives the ids planned now. Source: decision 15.
 */
export function planDeliveries(
  { inTransaction, clock, timezone }: Dependencies,
  memory: TickMemory = createTickMemory(),
): Promise<readonly number[]> {
  return inTransaction(async (stores) => {
    const frame = await loadFrame(stores, { at: clock.now(), timezone });
    if (!isWithinHours(frame.now, DEFAULT_HOURS, frame.calendar)) return [];
    const due = [
      ...(await dailyDue(stores, frame, timezone, memory)),
      ...(await digestsDue(stores, frame, timezone)),
    ];
    const planned = await stores.deliveries.planAll(due);
    await stores.jobs.enqueue(planned);
    return planned;
  });
}

/** Merged notices whose ten minutes are over, but those that a job waits for already. */
export function enqueueDueNotices({
  inTransaction,
  clock,
}: Dependencies): Promise<readonly number[]> {
  return inTransaction(async (stores) => {
    const due = await stores.deliveries.listDue(['notice'], clock.now());
    if (due.length === 0) return [];
    const queued = await stores.jobs.queued({ isHeldToo: true });
    const ids = due.map(({ id }) => id).filter((id) => !queued.has(id));
    await stores.jobs.enqueue(ids);
    return ids;
  });
}

/** One message a person and working day, from the morning's hour on. */
async function dailyDue(
  stores: Stores,
  frame: Frame,
  timezone: string,
  memory: TickMemory,
): Promise<NewDelivery[]> {
  const { at, now, set } = frame;
  if (set === null || now.minutes < minutesOf(DEFAULT_HOURS.remindAt)) return [];
  const people = await stores.people.listWithoutDelivery('daily:', `:${now.date}`);
  if (people.length === 0) return [];
  const looked = lookedAt(frame, people, await stores.audit.end());
  if (memory.isStillQuiet(looked)) return [];
  const concerned = await concernedBy(stores, { frame, people, timezone, setId: set.id });
  memory.keep(looked, concerned.length === 0);
  return concerned.map(({ id }) => ({
    key: `daily:${id}:${now.date}`,
    kind: 'daily',
    personId: id,
    address: null,
    isGroup: false,
    payload: null,
    dueAt: at,
  }));
}

interface Asked {
  readonly frame: Frame;
  readonly people: readonly Person[];
  readonly timezone: string;
  readonly setId: number;
}

/** Those of the people who have something to be told that they were not told yet. */
async function concernedBy(
  stores: Stores,
  { frame: { at }, people, timezone, setId }: Asked,
): Promise<Person[]> {
  const overview = await loadOverview(stores, { at, timezone });
  const book = openDueBook(overview, await stores.people.attendedAgencies());
  // Most of what stands on a rung was told when the rung came: only those days are looked up.
  const days = new Set<CalendarDate>();
  const concerned = people.filter((person) => {
    const agenda = agendaOf(book, person, { told: [], timezone });
    for (const { plannedOn } of agenda === null ? [] : subjectsOf(agenda, setId)) {
      if (plannedOn !== null) days.add(plannedOn);
    }
    return agenda !== null;
  });
  const told = await stores.deliveries.toldOn([...days]);
  return concerned.filter((person) => {
    const own = told.get(person.id);
    return own === undefined || agendaOf(book, person, { told: own, timezone }) !== null;
  });
}

/** The week's digest to each leaders' group; late in the week where the first day was missed. */
async function digestsDue(stores: Stores, frame: Frame, timezone: string): Promise<NewDelivery[]> {
  if (frame.set === null) return [];
  const { date } = frame.now;
  const digestOn = workingDayOnOrAfter(frame.calendar, mondayOf(date));
  const digestAt = instantOf(digestOn, DEFAULT_HOURS.digestAt, timezone);
  if (frame.at < digestAt || !isWorkingDay(frame.calendar, date)) return [];
  return (await stores.conversations.groups())
    .filter(({ boundAt }) => boundAt <= digestAt)
    .map(({ id, address }) => ({
      key: `digest:${id}:${weekKey(date)}`,
      kind: 'digest',
      personId: null,
      address,
      isGroup: true,
      payload: null,
      dueAt: frame.at,
    }));
}

function weekKey(date: CalendarDate): string {
  return mondayOf(date);
}
