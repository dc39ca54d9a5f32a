import type { Command } from 'commander';
import { isoInZone } from '../domain/local-time.ts';
import type { ArgumentReaders } from './arguments.ts';
import { type CliContext, printJson } from './context.ts';

export function tickCommand(program: Command, context: CliContext, read: ArgumentReaders) {
  const { texts, timezone } = context;
  program
    .command('tick')
    .description(texts('cli.tick'))
    .option('--at <instant>', texts('cli.optionAt'), read.instant)
    .option('--json', texts('cli.optionJson'))
    .action(async ({ at, json }: { at?: Date; json?: true }) => {
      const { at: tickedAt, planned, sent } = await context.tick(at ?? null);
      if (json === true) printJson(context, { at: isoInZone(tickedAt, timezone), planned, sent });
      else context.print(texts('cli.ticked', { planned, sent }));
    });
}
