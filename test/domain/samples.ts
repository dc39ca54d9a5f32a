import fc from 'fast-check';
import type { Actor, Role } from '../../src/domain/actor.ts';
import type { Agency } from '../../src/domain/agency.ts';
import { addDays, type CalendarDate, day } from '../../src/domain/calendar-date.ts';
import type { Commitment, ProgressLine } from '../../src/domain/commitment.ts';
import { standingOf } from '../../src/domain/standing.ts';
import { isSettled } from '../../src/domain/status-transition.ts';
import { type CalendarDay, createWorkingCalendar } from '../../src/domain/working-calendar.ts';

/** Weekdays off for civil servants, 2023-2027. Source: domain notes 4. */
const OFF: Readonly<Record<string, string>> = {
  2023: '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04',
  2024: '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03',
  2025: '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02',
  2026: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
  2027: '01-01 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24',
};

const WORKED_SATURDAYS = ['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'];

export const OFFICIAL_DAYS: readonly CalendarDay[] = [
  ...Object.entries(OFF).flatMap(([year, days]) =>
    days.split(' ').map((date) => calendarDay(`${year}-${date}`, { isConfirmed: year !== '2027' })),
  ),
  ...WORKED_SATURDAYS.map((date) => calendarDay(date, { kind: 'worked' })),
];

/** The calendar that the notices of 2023-2026 and the law for 2027 give. */
export const OFFICIAL = createWorkingCalendar(OFFICIAL_DAYS);

/** Monday to Friday. */
export const PLAIN = createWorkingCalendar([]);

export function calendarDay(date: string, some: Partial<CalendarDay> = {}): CalendarDay {
  return { date: day(date), kind: 'off', notice: null, isConfirmed: true, name: null, ...some };
}

export function anActor(role: Role, agencyId = 1): Actor {
  return { personId: 1, name: 'Nguyễn Thị Hạnh', role, agencyId };
}

export function anAgency(some: Partial<Agency> = {}): Agency {
  return {
    id: 1,
    name: 'Sở Công Thương',
    aliases: [],
    level: 'department',
    standing: 'assigned',
    parentId: null,
    isOffChat: false,
    position: 1,
    validFrom: null,
    validTo: null,
    ...some,
  };
}

export function aCommitment(some: Partial<Commitment> = {}): Commitment {
  return {
    id: 1,
    setId: 1,
    agencyId: 1,
    parentId: null,
    number: '1',
    text: 'Phát triển ít nhất 03 mô hình.',
    isOffChat: false,
    milestoneOn: null,
    position: 1,
    source: { file: 'appendix.txt', line: 1 },
    ...some,
  };
}

export function aLine(some: Partial<ProgressLine> = {}): ProgressLine {
  return {
    commitmentId: 1,
    period: 'Q1',
    version: 1,
    status: 'inProgress',
    modifier: null,
    result: null,
    isLate: false,
    difficulty: null,
    isUnchanged: false,
    restoresVersion: null,
    personId: 1,
    recordedAt: new Date('2026-03-02T02:00:00Z'),
    ...some,
  };
}

interface Owed {
  readonly leavesByAgency: ReadonlyMap<number, readonly Commitment[]>;
  readonly lines: readonly ProgressLine[];
}

/** The leaves counted as the store counts them, from every word that was said of them. */
export function countedOf({ leavesByAgency, lines }: Owed) {
  const standingOfLeaf = ({ id }: Commitment) =>
    standingOf(lines.filter(({ commitmentId }) => commitmentId === id));
  const leaves = [...leavesByAgency.values()].flat();
  return {
    talliesByAgency: new Map(
      [...leavesByAgency].map(([agencyId, own]) => [
        agencyId,
        own.map((leaf) => ({ reportedIn: standingOfLeaf(leaf).reportedIn, leaves: 1 })),
      ]),
    ),
    milestones: leaves.flatMap((leaf) => {
      const { id, agencyId, milestoneOn } = leaf;
      const isOpen = milestoneOn !== null && !isSettled(standingOfLeaf(leaf).status);
      return isOpen ? [{ id, agencyId, milestoneOn }] : [];
    }),
  };
}

/** Any day of the years that the official calendar covers, a margin left at both ends. */
export function anyDate(): fc.Arbitrary<CalendarDate> {
  return fc.integer({ min: 0, max: 1700 }).map((days) => addDays(day('2023-02-01'), days));
}
