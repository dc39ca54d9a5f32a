import { mondayOf } from '../domain/calendar-date.ts';
import { instantOf, localTimeOf, minutesOf } from '../domain/local-time.ts';
import { DEFAULT_HOURS, isWithinHours } from '../domain/working-hours.ts';
import { type Compose, type Composed, NOT_NOW } from '../usecases/delivering.ts';
import { agendaOf, type DueAgenda, subjectsOf } from '../usecases/due-agenda.ts';
import { openDueBook } from '../usecases/due-book.ts';
import { type Frame, loadFrame } from '../usecases/load-frame.ts';
import { loadOffice } from '../usecases/load-office.ts';
import type { Delivery, DeliveryPayload } from '../usecases/ports/delivery-log.ts';
import type { ChatAddress, Message } from '../usecases/ports/messenger.ts';
import type { Person } from '../usecases/ports/people-store.ts';
import type { Secrets } from '../usecases/ports/secrets.ts';
import type { Stores } from '../usecases/ports/unit-of-work.ts';
import { digestAnswer, isNothingOverdue } from '../usecases/show-digest.ts';
import { type OpenWork, openWorkOf } from '../usecases/show-item.ts';
import { numbersView } from '../views/bulk.ts';
import { momentOf } from '../views/deadlines.ts';
import { digestView } from '../views/digest.ts';
import { remainingView } from '../views/progress.ts';
import { reminderView } from '../views/reminder.ts';
import { isLanguage, type Language, type Texts, textsOf } from '../views/texts.ts';
import { mergedNotice } from './colleagues.ts';
import { type Desk, openDesk } from './desk.ts';
import { workOptions } from './my-work.ts';
import { asMessage } from './say.ts';
import type { Option, Reply } from './turn.ts';

export interface ComposeNeeds {
  readonly secrets: Secrets;
  readonly timezone: string;
  readonly language: Language;
  now(): Date;
}

/** Agencies that can be invited by a button of one message; the others by typing. */
const MOST_INVITES = 5;

/** How much later than planned a message may go without saying so. */
const IN_TIME_MS = 30 * 60_000;

/**
 * What deliveries say when they are sent, all that are composed in one transaction at one instant;
 * null when by then there is nothing to say.
 */
export function createComposer(needs: ComposeNeeds): (stores: Stores) => Compose {
  return (stores) => {
    const desk = openDesk(stores, needs.timezone);
    const now = needs.now();
    return (delivery, to) => compose({ needs, stores, desk, delivery, to, now });
  };
}

interface Setting {
  readonly needs: ComposeNeeds;
  readonly stores: Stores;
  readonly desk: Desk;
  readonly delivery: Delivery;
  readonly to: ChatAddress;
  readonly now: Date;
}

async function compose(setting: Setting): Promise<Composed | typeof NOT_NOW | null> {
  const { needs, stores, delivery, to, now } = setting;
  if (delivery.payload !== null) {
    return { ...repeated(delivery, delivery.payload, needs), subjects: [] };
  }
  const [chat, person] = await Promise.all([
    stores.conversations.find(to),
    personOf(stores, delivery),
  ]);
  const texts = textsOf(isLanguage(chat.language) ? chat.language : needs.language);
  const at = delivery.dueAt > now ? delivery.dueAt : now;
  const composing = { ...setting, person, texts, at };
  if (delivery.kind === 'digest') return composeDigest(composing);
  return delivery.kind === 'daily' ? composeDaily(composing) : composeMerged(composing);
}

interface Composing extends Setting {
  /** Null for a group, and for somebody who is no longer there to be told. */
  readonly person: Person | null;
  readonly texts: Texts;
  readonly at: Date;
}

/**
 * The day's message to a person, from what is due by now and was not told. One that was left lying
 * until the day was over says nothing: the next working day has its own, which tells the same late.
 */
async function composeDaily(composing: Composing): Promise<Composed | null> {
  const { stores, desk, delivery, person, texts, at, needs } = composing;
  const { timezone } = needs;
  if (person === null || !delivery.key.endsWith(`:${localTimeOf(at, timezone).date}`)) return null;
  const { agencyId } = person;
  const isSecretary = person.role === 'secretary';
  const [overview, office, told, attended] = await Promise.all([
    desk.overview({ agencyId: isSecretary ? null : agencyId, at }),
    desk.office({ agencyId, at }),
    stores.deliveries.toldTo(person.id),
    isSecretary ? stores.people.attendedAgencies() : new Set<number>(),
  ]);
  if (!isWithinHours(overview.now, DEFAULT_HOURS, overview.calendar)) return null;
  const agenda = agendaOf(openDueBook(overview, attended), person, { told, timezone });
  if (agenda === null) return null;
  const work = openWorkOf(office, person.agencyId);
  const text = reminderView(agenda, {
    texts,
    timezone,
    sentAt: at,
    plannedTime: plannedTime(agenda, overview, { at, timezone }),
    agency: overview.agencies.find(({ id }) => id === person.agencyId),
    missing: work.missing,
  });
  const reply = { text, options: dailyOptions(agenda, work, texts) };
  const payload = await asPayload(composing, person, reply);
  return { ...payload, subjects: subjectsOf(agenda, overview.set?.id ?? null) };
}

async function personOf(
  { people }: Stores,
  { personId }: Pick<Delivery, 'personId'>,
): Promise<Person | null> {
  const person = personId === null ? undefined : await people.find(personId);
  return person?.state === 'active' ? person : null;
}

/** The hour that was missed, where it was missed by more than a little. Source: script TX-18. */
function plannedTime(
  { lateSince }: DueAgenda,
  { now }: Frame,
  { at, timezone }: { readonly at: Date; readonly timezone: string },
): string | null {
  const plannedAt = instantOf(lateSince ?? now.date, DEFAULT_HOURS.remindAt, timezone);
  return at.getTime() - plannedAt.getTime() > IN_TIME_MS ? DEFAULT_HOURS.remindAt : null;
}

function dailyOptions(agenda: DueAgenda, owed: OpenWork, texts: Texts): Option[] {
  const [due] = agenda.rounds;
  if (due === undefined) return inviteOptions(agenda, texts);
  const hasLater = due.rung.rung > 0;
  const work = workOptions(
    { texts },
    { ...owed, agency: due.agency },
    { from: 0, others: hasLater ? 1 : 0 },
  );
  const later: Option = {
    label: texts('reminder.later'),
    typed: texts('reminder.laterTyped'),
    action: { kind: 'later' },
  };
  return work.length > 0 && hasLater ? [...work, later] : work;
}

/** For the secretary, who reports on nothing. */
function inviteOptions(agenda: DueAgenda, texts: Texts): Option[] {
  return agenda.withoutOfficer.slice(0, MOST_INVITES).map(
    ({ agency }, index): Option => ({
      label: texts('reminder.inviteFor', { agency: agency.name }),
      typed: `${index + 1}`,
      action: { kind: 'invite', agency: agency.id },
    }),
  );
}

/**
 * Silent when nothing is overdue: nobody is called to a screen for that. What a person has sent again
 * goes at any hour; what was left lying goes in its own week, within hours.
 */
async function composeDigest(composing: Composing): Promise<Composed | typeof NOT_NOW | null> {
  const { stores, delivery, texts, at, needs } = composing;
  const { timezone } = needs;
  const { now, calendar } = await loadFrame(stores, { at, timezone });
  if (!delivery.isRepeat) {
    if (!delivery.key.endsWith(`:${mondayOf(now.date)}`)) return null;
    if (!isWithinHours(now, DEFAULT_HOURS, calendar)) return NOT_NOW;
  }
  const answer = await digestAnswer(stores, { at, timezone });
  const digest = digestView(answer, { texts, timezone });
  const late = now.minutes - minutesOf(DEFAULT_HOURS.digestAt) > IN_TIME_MS / 60_000;
  const lateLine = texts('reminder.late', {
    time: DEFAULT_HOURS.digestAt,
    day: '',
    sentAt: momentOf(at, timezone).time,
  });
  const text = late ? `${lateLine}\n${digest}` : digest;
  const reply = { text, isSilent: isNothingOverdue(answer) };
  return { ...(await asPayload(composing, null, reply)), subjects: [] };
}

/** What a colleague did in ten minutes, told at once. Source: decision 15. */
async function composeMerged(composing: Composing): Promise<Composed | null> {
  const { stores, delivery, person, texts, at, needs } = composing;
  const { timezone } = needs;
  const merged = mergedNotice(delivery.key);
  if (merged === null) return null;
  const writer = await stores.people.find(merged.by);
  if (writer === undefined || person === null) return null;
  const agencyIds = [writer.agencyId, person.agencyId];
  const office = await loadOffice(stores, { at, timezone, agencyIds });
  const written = office.lines.filter(
    ({ personId, recordedAt }) =>
      personId === merged.by && recordedAt >= merged.from && recordedAt < merged.to,
  );
  const ids = new Set(written.map(({ commitmentId }) => commitmentId));
  const items = office.commitments.filter(({ id }) => ids.has(id));
  if (items.length === 0) return null;
  const told = texts('progress.colleagueMany', {
    name: writer.name,
    count: items.length,
    numbers: numbersView(items, texts),
    time: momentOf(written.at(-1)?.recordedAt ?? at, timezone).time,
  });
  const { round, missing, of } = openWorkOf(office, person.agencyId);
  const left =
    round === null
      ? ''
      : remainingView({ round, of, missing: missing.length }, { texts, timezone });
  const payload = await asPayload(composing, person, { text: `${told} ${left}`.trim() });
  return { ...payload, subjects: [] };
}

async function asPayload(
  { stores, delivery, to, at, needs }: Composing,
  person: Person | null,
  reply: Reply,
): Promise<DeliveryPayload> {
  const personId = person?.id ?? null;
  const asked = { stores, secrets: needs.secrets, at, chat: to, personId, isUnasked: true };
  const message = await asMessage(asked, reply);
  return repeated(delivery, { message, replacing: null }, needs);
}

/** A message that may have arrived before says so. Source: decision 16. */
function repeated(
  { isRepeat }: Delivery,
  payload: DeliveryPayload,
  { language }: Pick<ComposeNeeds, 'language'>,
): DeliveryPayload {
  if (!isRepeat) return payload;
  const { message } = payload;
  const note: Message['lines'] = [[{ text: textsOf(language)('reminder.repeat') }]];
  return { message: { ...message, lines: [...note, ...message.lines] }, replacing: null };
}
