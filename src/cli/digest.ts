import type { Command } from 'commander';
import { isoInZone } from '../domain/local-time.ts';
import { showDigest } from '../usecases/show-digest.ts';
import { digestView } from '../views/digest.ts';
import { plain } from '../views/message.ts';
import type { ArgumentReaders } from './arguments.ts';
import { type CliContext, printJson, withOffice } from './context.ts';
import { overdueJson } from './overdue.ts';

export function digestCommand(program: Command, context: CliContext, read: ArgumentReaders) {
  program
    .command('digest')
    .description(context.texts('cli.digest'))
    .option('--at <instant>', context.texts('cli.optionAt'), read.instant)
    .option('--json', context.texts('cli.optionJson'))
    .action(async ({ at, json }: { at?: Date; json?: true }) => {
      const answer = await withOffice(context, at ?? null, ({ dependencies }) =>
        showDigest(dependencies),
      );
      const message = plain(digestView(answer, context));
      if (json !== true) return context.print(message);
      printJson(context, {
        at: isoInZone(answer.at, context.timezone),
        messages: [message],
        overdue: overdueJson(answer.overdue, context.timezone),
      });
    });
}
