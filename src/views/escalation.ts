import { formatDate } from '../language/dates.ts';
import type { DueAgenda } from '../usecases/due-agenda.ts';
import type { DueRound } from '../usecases/due-book.ts';
import { deadlineWords, periodWords } from './deadlines.ts';
import type { Texts } from './texts.ts';

/** Late agencies, for the head of one or for the secretary of all. Source: rule F29. */
export function escalationSections({ escalations, person }: DueAgenda, texts: Texts): string[] {
  if (person.role === 'head') {
    return escalations.map((due) => texts('reminder.escalationOwn', lateValues(due, texts)));
  }
  return byPeriod(escalations).map((late) => {
    const head = texts('reminder.escalation', {
      period: periodWords(late[0].round, texts),
      deadline: deadlineWords(late[0].round, texts),
    });
    const lines = late.map((due, index) =>
      texts('reminder.escalated', { ...lateValues(due, texts), place: index + 1 }),
    );
    return [head, ...lines].join('\n');
  });
}

/** What only the secretary is told. Source: scripts TX-08 and TX-09. */
export function secretarySections(
  { withoutOfficer, shifted, agencyCount }: DueAgenda,
  texts: Texts,
): string[] {
  const open = byPeriod(withoutOfficer).map((due) =>
    texts('reminder.noOfficer', {
      period: periodWords(due[0].round, texts),
      count: due.length,
      of: agencyCount,
      agencies: due.map(({ agency }) => agency.name).join('; '),
    }),
  );
  const moved = shifted.map(({ round }) =>
    texts('reminder.shifted', {
      period: periodWords(round, texts),
      date: formatDate(round.remindBy),
    }),
  );
  return [...open, ...moved];
}

function lateValues({ agency, round, daysLate, missing, of }: DueRound, texts: Texts) {
  return {
    agency: agency.name,
    period: periodWords(round, texts),
    deadline: deadlineWords(round, texts),
    days: daysLate,
    missing,
    of,
  };
}

function byPeriod(due: readonly DueRound[]): (readonly [DueRound, ...DueRound[]])[] {
  const groups = Map.groupBy(due, ({ round }) => `${round.year} ${round.period} ${round.dueOn}`);
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [[first, ...rest] as const],
  );
}
