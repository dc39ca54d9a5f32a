import { escalationRung, isToldTo } from '../domain/escalation.ts';
import { type LocalTime, localTimeOf } from '../domain/local-time.ts';
import type { Rung } from '../domain/reminder-ladder.ts';
import type { DueBook, DueMilestone, DueRound } from './due-book.ts';
import type { DeliverySubject } from './ports/delivery-log.ts';
import type { Person } from './ports/people-store.ts';

/** All that one person is to be told on a day, in one message. Source: moonshot M15. */
export interface DueAgenda {
  readonly person: Person;
  readonly rounds: readonly DueRound[];
  readonly milestones: readonly DueMilestone[];
  /** Late agencies, told to the one above the officer. */
  readonly escalations: readonly DueRound[];
  /** Agencies that owe a report and have nobody to remind. Source: script TX-08. */
  readonly withoutOfficer: readonly DueRound[];
  /** Agencies that owe reports through the chat. */
  readonly agencyCount: number;
  /** Rounds whose last day is a rest day, told once to the secretary. Source: script TX-09. */
  readonly shifted: readonly DueRound[];
  /** The first day among the rungs that should have been told earlier; null when all are today's. */
  readonly lateSince: Rung['plannedOn'] | null;
}

interface Told {
  readonly told: readonly DeliverySubject[];
  readonly timezone: string;
}

/** What is due to a person today and was not told yet; null when nothing is. */
export function agendaOf(
  book: DueBook,
  person: Person,
  { told, timezone }: Told,
): DueAgenda | null {
  const isNew = isNewTo(told, () => localTimeOf(person.joinedAt, timezone));
  const isOfficer = person.role === 'officer';
  const own = isOfficer ? book.roundOf(person.agencyId) : null;
  const rounds = [own].flatMap((due) => (due !== null && isNew('round', due) ? [due] : []));
  const milestones = (isOfficer ? book.milestonesOf(person.agencyId) : []).filter((due) =>
    isNew('milestone', due),
  );
  const escalations = escalationsTo(book, person).filter((due) => isNew('escalation', due));
  const withoutOfficer = (person.role === 'secretary' ? book.unattended() : []).filter((due) =>
    isNew('noOfficer', due),
  );
  const shifted = shiftedTo(book, person).filter((due) => isNew('shift', due));
  const all = [...rounds, ...milestones, ...escalations, ...withoutOfficer, ...shifted];
  if (all.length === 0) return null;
  const earliest = all.map(({ rung }) => rung.plannedOn).sort()[0] ?? book.today;
  const lateSince = earliest < book.today ? earliest : null;
  const { agencyCount } = book;
  return {
    ...{ person, rounds, milestones, escalations, withoutOfficer, shifted },
    ...{ agencyCount, lateSince },
  };
}

/** The facts by which what was told is known again. */
export function subjectsOf(agenda: DueAgenda, setId: number | null): DeliverySubject[] {
  const ofRound =
    (kind: 'round' | 'escalation' | 'noOfficer' | 'shift') =>
    ({ agency, round, rung }: DueRound): DeliverySubject => ({
      kind,
      agencyId: agency.id,
      setId,
      period: round.period,
      commitmentId: null,
      rung: rung.rung,
      plannedOn: rung.plannedOn,
    });
  return [
    ...agenda.rounds.map(ofRound('round')),
    ...agenda.escalations.map(ofRound('escalation')),
    ...agenda.withoutOfficer.map(ofRound('noOfficer')),
    ...agenda.shifted.map(ofRound('shift')),
    ...agenda.milestones.map(({ agency, commitment, rung }) => ({
      kind: 'milestone' as const,
      agencyId: agency.id,
      setId,
      period: null,
      commitmentId: commitment.id,
      rung: rung.rung,
      plannedOn: rung.plannedOn,
    })),
  ];
}

type Due = DueRound | DueMilestone;

/** A rung from before the person joined is not news either: joining showed what is due. */
function isNewTo(told: readonly DeliverySubject[], joinedOn: () => LocalTime) {
  return (kind: DeliverySubject['kind'], due: Due): boolean => {
    const joined = joinedOn();
    if (due.rung.plannedOn < joined.date) return false;
    if (due.rung.plannedOn === joined.date && joined.minutes >= EIGHT) return false;
    return !told.some(
      (subject) =>
        subject.kind === kind &&
        subject.agencyId === due.agency.id &&
        subject.plannedOn === due.rung.plannedOn &&
        ('round' in due
          ? subject.period === due.round.period
          : subject.commitmentId === due.commitment.id),
    );
  };
}

/** Minutes of the morning's reminders. */
const EIGHT = 8 * 60;

function escalationsTo(book: DueBook, { role, agencyId }: Person): readonly DueRound[] {
  if (role !== 'head' && role !== 'secretary') return [];
  const { settings, calendar } = book;
  return book
    .owing()
    .filter(({ agency }) => role === 'secretary' || agency.id === agencyId)
    .filter(({ workingDaysLate }) => isToldTo(role, workingDaysLate, settings))
    .map((due) => {
      const first = escalationRung(role, due.round, settings, calendar);
      return due.rung.plannedOn < first.plannedOn ? { ...due, rung: first } : due;
    });
}

/** Each round once, on its first rung, under the secretary's own agency. */
function shiftedTo(book: DueBook, { role, agencyId }: Person): DueRound[] {
  const agency = book.agencyOf(agencyId);
  if (role !== 'secretary' || agency === undefined) return [];
  const first = Math.max(...book.settings.leadDays);
  const shifted = book
    .owing()
    .filter(({ round, rung }) => rung.rung === first && round.remindBy !== round.dueOn);
  const byPeriod = new Map(shifted.map((due) => [due.round.period, { ...due, agency }]));
  return [...byPeriod.values()];
}
