import { type CalendarDate, mondayOf } from '../domain/calendar-date.ts';
import { instantOf, minutesOf } from '../domain/local-time.ts';
import { isWorkingDay, workingDayOnOrAfter } from '../domain/working-calendar.ts';
import { DEFAULT_HOURS, isWithinHours } from '../domain/working-hours.ts';
import type { Dependencies } from './dependencies.ts';
import { agendaOf } from './due-agenda.ts';
import { loadOffice, type Office } from './load-office.ts';
import type { NewDelivery } from './ports/delivery-log.ts';
import type { Stores } from './ports/unit-of-work.ts';

/**
 * Plans what is due at this instant, each under a key that is taken once, so that it may be asked
 * late, twice, or on two machines. Gives the ids planned now. Source: decision 15.
 */
export function planDeliveries({
  inTransaction,
  clock,
  timezone,
}: Dependencies): Promise<readonly number[]> {
  return inTransaction(async (stores) => {
    const office = await loadOffice(stores, { at: clock.now(), timezone });
    if (!isWithinHours(office.now, DEFAULT_HOURS, office.calendar)) return [];
    const due = [
      ...(await dailyDue(stores, office, timezone)),
      ...(await digestsDue(stores, office, timezone)),
    ];
    const planned: number[] = [];
    for (const each of due) {
      const delivery = await stores.deliveries.plan(each);
      if (delivery === null) continue;
      await stores.jobs.enqueue(delivery.id);
      planned.push(delivery.id);
    }
    return planned;
  });
}

/** Merged notices whose ten minutes are over. Asked again while they wait: a claim is taken once. */
export function enqueueDueNotices({
  inTransaction,
  clock,
}: Dependencies): Promise<readonly number[]> {
  return inTransaction(async (stores) => {
    const planned = await stores.deliveries.listPlanned(['notice']);
    const due = planned.filter(({ payload, dueAt }) => payload === null && dueAt <= clock.now());
    for (const { id } of due) await stores.jobs.enqueue(id);
    return due.map(({ id }) => id);
  });
}

/** One message a person and working day, from the morning's hour on. */
async function dailyDue(stores: Stores, office: Office, timezone: string): Promise<NewDelivery[]> {
  if (office.now.minutes < minutesOf(DEFAULT_HOURS.remindAt)) return [];
  const due: NewDelivery[] = [];
  const reachable = new Set((await stores.people.accounts()).map(({ personId }) => personId));
  for (const person of office.people) {
    if (person.state !== 'active' || !reachable.has(person.id)) continue;
    const key = `daily:${person.id}:${office.now.date}`;
    if (await stores.deliveries.hasKey(key)) continue;
    const told = await stores.deliveries.toldTo(person.id);
    if (agendaOf(office, person, { told, timezone }) === null) continue;
    due.push({
      key,
      kind: 'daily',
      personId: person.id,
      address: null,
      isGroup: false,
      payload: null,
      dueAt: office.at,
    });
  }
  return due;
}

/** The week's digest to each leaders' group; late in the week where the first day was missed. */
async function digestsDue(
  stores: Stores,
  office: Office,
  timezone: string,
): Promise<NewDelivery[]> {
  if (office.set === null) return [];
  const { date } = office.now;
  const digestOn = workingDayOnOrAfter(office.calendar, mondayOf(date));
  const digestAt = instantOf(digestOn, DEFAULT_HOURS.digestAt, timezone);
  if (office.at < digestAt || !isWorkingDay(office.calendar, date)) return [];
  return (await stores.conversations.groups())
    .filter(({ boundAt }) => boundAt <= digestAt)
    .map(({ id, address }) => ({
      key: `digest:${id}:${weekKey(date)}`,
      kind: 'digest',
      personId: null,
      address,
      isGroup: true,
      payload: null,
      dueAt: office.at,
    }));
}

function weekKey(date: CalendarDate): string {
  return mondayOf(date);
}
