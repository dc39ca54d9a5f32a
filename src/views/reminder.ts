import type { Agency } from '../domain/agency.ts';
import type { Commitment } from '../domain/commitment.ts';
import { DEFAULT_SETTINGS } from '../domain/commitment-set.ts';
import { formatDate } from '../language/dates.ts';
import type { DueAgenda } from '../usecases/due-agenda.ts';
import type { DueMilestone, DueRound } from '../usecases/due-book.ts';
import {
  deadlineWords,
  momentOf,
  periodWords,
  restWords,
  type Setting,
  weekdayWords,
} from './deadlines.ts';
import { escalationSections, secretarySections } from './escalation.ts';
import { bold, shorten } from './message.ts';
import { roleWords } from './roles.ts';
import type { TextKey, Texts } from './texts.ts';

const MOST_ITEMS = 12;
const ITEM_LENGTH = 90;

export interface ReminderFrame extends Setting {
  readonly sentAt: Date;
  /** The hour at which it should have gone, when that is well past; null when it goes in time. */
  readonly plannedTime: string | null;
  readonly agency: Agency | undefined;
  /** The items that the person's own agency still owes. */
  readonly missing: readonly Commitment[];
}

/** All that a person is told on a day, in one message. Source: scripts TX-01, TX-09, TX-18. */
export function reminderView(agenda: DueAgenda, frame: ReminderFrame): string {
  const { texts, agency } = frame;
  const { person, rounds, milestones } = agenda;
  const greeting = texts('reminder.greeting', {
    name: person.name,
    role: roleWords(person.role, texts),
    agency: agency?.name ?? '',
  });
  return [
    ...lateLine(agenda, frame),
    greeting,
    ...rounds.map((due) => roundSection(due, frame)),
    ...milestoneSection(milestones, texts),
    ...escalationSections(agenda, texts),
    ...secretarySections(agenda, texts),
  ].join('\n');
}

/** What a chat may name of the items that are missing. Source: decision 9. */
export function namedItems({
  agency,
  missing,
}: {
  readonly agency: Agency;
  readonly missing: readonly Commitment[];
}): readonly Commitment[] {
  return agency.isOffChat ? [] : missing.filter(({ isOffChat }) => !isOffChat);
}

/** The items by number and text, cut to what a phone shows. */
export function itemLines(items: readonly Commitment[], texts: Texts): string[] {
  const lines = items
    .slice(0, MOST_ITEMS)
    .map(({ number, text }) =>
      texts('reminder.item', { number, text: shorten(text, ITEM_LENGTH) }),
    );
  const rest = items.length - MOST_ITEMS;
  return rest > 0 ? [...lines, texts('reminder.others', { count: rest })] : lines;
}

function lateLine({ lateSince }: DueAgenda, frame: ReminderFrame): string[] {
  const { texts, plannedTime, sentAt, timezone } = frame;
  if (plannedTime === null) return [];
  const day = lateSince === null ? '' : texts('reminder.lateDay', { date: formatDate(lateSince) });
  const { time } = momentOf(sentAt, timezone);
  return [texts('reminder.late', { time: plannedTime, day, sentAt: time })];
}

function roundSection(due: DueRound, { texts, missing }: ReminderFrame): string {
  const { agency, of } = due;
  if (agency.isOffChat) return [roundLine(due, texts), texts('reminder.offChat')].join('\n');
  const named = namedItems({ agency, missing });
  const hidden = missing.length - named.length;
  return [
    roundLine(due, texts),
    texts('reminder.updated', { reported: of - missing.length, of }),
    ...itemLines(named, texts),
    ...(hidden === 0 ? [] : [texts('reminder.offChatItems', { count: hidden })]),
  ].join('\n');
}

function roundLine(due: DueRound, texts: Texts): string {
  const { round, rung, workingDaysLeft, daysLate } = due;
  const period = periodWords(round, texts);
  const deadline = deadlineWords(round, texts);
  if (rung.rung < 0) {
    return texts(overdueKey(due), { period, deadline: bold(deadline), days: daysLate });
  }
  const left = leftWords(workingDaysLeft, texts);
  const words = { period, deadline: bold(deadline), left };
  const day = { weekday: weekdayWords(round.remindBy, texts), date: formatDate(round.remindBy) };
  if (round.remindBy !== round.dueOn) {
    return texts('reminder.dueRest', {
      ...words,
      rest: restWords(round, texts),
      lastDay: bold(texts('reminder.atLatest', day)),
      left: left.charAt(0).toUpperCase() + left.slice(1),
    });
  }
  if (round.boundary === 'by') return texts('reminder.dueBy', words);
  return texts('reminder.dueBefore', { ...words, lastDay: texts('reminder.dayWithWeekday', day) });
}

/** The tone rises once the daily reminders have passed. Source: message rules, product notes 5. */
function overdueKey({ agency, rung }: DueRound): TextKey {
  if (agency.isOffChat) return 'reminder.overdueOffChat';
  return -rung.rung > DEFAULT_SETTINGS.overdueDailyCount
    ? 'reminder.overdueLong'
    : 'reminder.overdue';
}

function milestoneSection(due: readonly DueMilestone[], texts: Texts): string[] {
  const told = due.filter(({ agency, commitment }) => !agency.isOffChat && !commitment.isOffChat);
  if (told.length === 0) return [];
  return [texts('reminder.milestones'), ...told.map((each) => milestoneLine(each, texts))];
}

function milestoneLine(due: DueMilestone, texts: Texts): string {
  const { commitment, deadline, rung, workingDaysLeft, daysLate } = due;
  const item = {
    number: commitment.number,
    text: shorten(commitment.text, ITEM_LENGTH),
    date: formatDate(deadline.dueOn),
  };
  if (rung.rung < 0) return texts('reminder.milestoneLate', { ...item, days: daysLate });
  return texts('reminder.milestone', { ...item, left: leftWords(workingDaysLeft, texts) });
}

function leftWords(workingDaysLeft: number, texts: Texts): string {
  return workingDaysLeft <= 0
    ? texts('reminder.lastDay')
    : texts('reminder.daysLeft', { count: workingDaysLeft });
}
