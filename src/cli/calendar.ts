import type { Command } from 'commander';
import { showCalendar } from '../usecases/show-calendar.ts';
import { calendarView } from '../views/calendar.ts';
import type { ArgumentReaders } from './arguments.ts';
import { type CliContext, printJson, withOffice } from './context.ts';

export function calendarCommand(program: Command, context: CliContext, read: ArgumentReaders) {
  program
    .command('calendar')
    .description(context.texts('cli.calendar'))
    .requiredOption('--year <year>', context.texts('cli.optionYear'), read.year)
    .option('--at <instant>', context.texts('cli.optionAt'), read.instant)
    .option('--json', context.texts('cli.optionJson'))
    .action(async ({ year, at, json }: { year: number; at?: Date; json?: true }) => {
      const calendar = await withOffice(context, at ?? null, ({ dependencies }) =>
        showCalendar(dependencies, { year }),
      );
      if (json === true) printJson(context, withMessages(calendar, context));
      else context.print(calendarView(calendar, context.texts));
    });
}

function withMessages(calendar: Awaited<ReturnType<typeof showCalendar>>, { texts }: CliContext) {
  const { year, warnings } = calendar;
  return {
    ...calendar,
    warnings: warnings.map(({ code }) => ({ code, message: texts(`calendar.${code}`, { year }) })),
  };
}
