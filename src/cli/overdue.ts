import type { Command } from 'commander';
import { isoInZone } from '../domain/local-time.ts';
import { type OverdueList, showOverdue } from '../usecases/show-overdue.ts';
import { overdueView } from '../views/overdue.ts';
import type { ArgumentReaders } from './arguments.ts';
import { type CliContext, printJson, withOffice } from './context.ts';

export function overdueCommand(program: Command, context: CliContext, read: ArgumentReaders) {
  program
    .command('overdue')
    .description(context.texts('cli.overdue'))
    .option('--at <instant>', context.texts('cli.optionAt'), read.instant)
    .option('--json', context.texts('cli.optionJson'))
    .action(async ({ at, json }: { at?: Date; json?: true }) => {
      const list = await withOffice(context, at ?? null, ({ dependencies }) =>
        showOverdue(dependencies),
      );
      if (json === true) printJson(context, overdueJson(list, context.timezone));
      else context.print(overdueView(list, context));
    });
}

/** The list as the outside contract shapes it. */
export function overdueJson({ at, notReported, pastMilestone }: OverdueList, timezone: string) {
  return {
    at: isoInZone(at, timezone),
    notReported: notReported.map(({ agency, period, round, ...late }) => ({
      agency: agency.name,
      period,
      dueOn: round.dueOn,
      lateAfter: round.lateAfter,
      daysLate: late.daysLate,
      workingDaysLate: late.workingDaysLate,
      missing: late.missing,
      of: late.of,
      reminders: late.reminders,
    })),
    pastMilestone: pastMilestone.map(({ agency, commitment, dueOn, daysLate }) => ({
      agency: agency.name,
      number: commitment.number,
      text: commitment.text,
      dueOn,
      daysLate,
    })),
  };
}
