import type { Agency } from '../domain/agency.ts';
import type { Commitment } from '../domain/commitment.ts';
import { DEFAULT_SETTINGS } from '../domain/commitment-set.ts';
import { escalationRung, isToldTo } from '../domain/escalation.ts';
import { type LocalTime, localTimeOf } from '../domain/local-time.ts';
import { milestoneDeadline } from '../domain/milestone.ts';
import { missingLeaves, standingLine } from '../domain/progress.ts';
import { type Rung, rungOn } from '../domain/reminder-ladder.ts';
import {
  type Deadline,
  daysLate,
  type ReportingRound,
  workingDaysLate,
} from '../domain/reporting-round.ts';
import { isSettled } from '../domain/status-transition.ts';
import { workingDaysBetween } from '../domain/working-calendar.ts';
import type { Office } from './load-office.ts';
import type { DeliverySubject } from './ports/delivery-log.ts';
import type { Person } from './ports/people-store.ts';
import { roundAskedOf } from './show-status.ts';

/** A round that an agency still owes, on a day of its ladder. */
export interface DueRound {
  readonly agency: Agency;
  readonly round: ReportingRound;
  readonly rung: Rung;
  readonly missing: readonly Commitment[];
  readonly of: number;
  /** Working days to the last one, 0 on it; less matters no more. */
  readonly workingDaysLeft: number;
  /** Calendar days, 0 and less while not late. */
  readonly daysLate: number;
}

/** A milestone inside an item's text, on a day of its ladder. */
export interface DueMilestone {
  readonly agency: Agency;
  readonly commitment: Commitment;
  readonly deadline: Deadline;
  readonly rung: Rung;
  readonly workingDaysLeft: number;
  readonly daysLate: number;
}

/** All that one person is to be told on a day, in one message. Source: moonshot M15. */
export interface DueAgenda {
  readonly person: Person;
  readonly rounds: readonly DueRound[];
  readonly milestones: readonly DueMilestone[];
  /** Late agencies, told to the one above the officer. */
  readonly escalations: readonly DueRound[];
  /** Agencies that owe a report and have nobody to remind. Source: script TX-08. */
  readonly withoutOfficer: readonly DueRound[];
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
  office: Office,
  person: Person,
  { told, timezone }: Told,
): DueAgenda | null {
  const joined = localTimeOf(person.joinedAt, timezone);
  const isNew = isNewTo(told, joined);
  const own = person.role === 'officer' ? dueOf(office, person.agencyId) : NOTHING;
  const rounds = own.rounds.filter((due) => isNew('round', due));
  const milestones = own.milestones.filter((due) => isNew('milestone', due));
  const escalations = escalationsTo(office, person).filter((due) => isNew('escalation', due));
  const withoutOfficer = (person.role === 'secretary' ? unattended(office) : []).filter((due) =>
    isNew('noOfficer', due),
  );
  const shifted = shiftedTo(office, person).filter((due) => isNew('shift', due));
  const all = [...rounds, ...milestones, ...escalations, ...withoutOfficer, ...shifted];
  if (all.length === 0) return null;
  const earliest = all.map(({ rung }) => rung.plannedOn).sort()[0] ?? office.now.date;
  const lateSince = earliest < office.now.date ? earliest : null;
  return { person, rounds, milestones, escalations, withoutOfficer, shifted, lateSince };
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
function isNewTo(told: readonly DeliverySubject[], joined: LocalTime) {
  return (kind: DeliverySubject['kind'], due: Due): boolean => {
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

const NOTHING = { rounds: [], milestones: [] } as const;

function dueOf(
  office: Office,
  agencyId: number,
): { readonly rounds: readonly DueRound[]; readonly milestones: readonly DueMilestone[] } {
  const agency = office.agencies.find(({ id }) => id === agencyId);
  if (agency === undefined) return NOTHING;
  const round = dueRoundOf(office, agency);
  return { rounds: round === null ? [] : [round], milestones: dueMilestonesOf(office, agency) };
}

function dueRoundOf(office: Office, agency: Agency): DueRound | null {
  const leaves = office.leavesByAgency.get(agency.id) ?? [];
  const round = roundAskedOf(office, agency.id);
  if (round === null) return null;
  const rounds = office.roundsByAgency.get(agency.id) ?? [];
  const missing = missingLeaves(leaves, office.lines, round.period, rounds);
  if (missing.length === 0) return null;
  const rung = rungOn(round, settingsOf(office), office.calendar, office.now.date);
  if (rung === null) return null;
  return { agency, round, rung, missing, of: leaves.length, ...distanceOf(office, round) };
}

function dueMilestonesOf(office: Office, agency: Agency): DueMilestone[] {
  const settings = settingsOf(office);
  return (office.leavesByAgency.get(agency.id) ?? []).flatMap((commitment) => {
    const { milestoneOn } = commitment;
    const status = standingLine(office.lines, commitment.id)?.status ?? 'unknown';
    if (milestoneOn === null || isSettled(status)) return [];
    const deadline = milestoneDeadline(milestoneOn, office.calendar, settings);
    const rung = rungOn(deadline, settings, office.calendar, office.now.date);
    if (rung === null) return [];
    return [{ agency, commitment, deadline, rung, ...distanceOf(office, deadline) }];
  });
}

function escalationsTo(office: Office, { role, agencyId }: Person): DueRound[] {
  if (role !== 'head' && role !== 'secretary') return [];
  const settings = settingsOf(office);
  return owing(office)
    .filter(({ agency }) => role === 'secretary' || agency.id === agencyId)
    .filter(({ round }) =>
      isToldTo(role, workingDaysLate(office.calendar, round, office.now.date), settings),
    )
    .map((due) => {
      const first = escalationRung(role, due.round, settings, office.calendar);
      return due.rung.plannedOn < first.plannedOn ? { ...due, rung: first } : due;
    });
}

function unattended(office: Office): DueRound[] {
  const attended = new Set(
    office.people
      .filter(({ role, state }) => role === 'officer' && state === 'active')
      .map(({ agencyId }) => agencyId),
  );
  return owing(office).filter(({ agency }) => !attended.has(agency.id));
}

/** Each round once, on its first rung, under the secretary's own agency. */
function shiftedTo(office: Office, { role, agencyId }: Person): DueRound[] {
  const agency = office.agencies.find(({ id }) => id === agencyId);
  if (role !== 'secretary' || agency === undefined) return [];
  const first = Math.max(...settingsOf(office).leadDays);
  const shifted = owing(office).filter(
    ({ round, rung }) => rung.rung === first && round.remindBy !== round.dueOn,
  );
  const byPeriod = new Map(shifted.map((due) => [due.round.period, { ...due, agency }]));
  return [...byPeriod.values()];
}

function distanceOf({ calendar, now }: Office, deadline: Deadline) {
  return {
    workingDaysLeft: workingDaysBetween(calendar, now.date, deadline.remindBy),
    daysLate: daysLate(deadline, now.date),
  };
}

function owing(office: Office): DueRound[] {
  return office.agencies.flatMap((agency) => {
    const due = agency.isOffChat ? null : dueRoundOf(office, agency);
    return due === null ? [] : [due];
  });
}

function settingsOf({ set }: Office) {
  return set?.settings ?? DEFAULT_SETTINGS;
}
