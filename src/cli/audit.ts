import type { Command } from 'commander';
import { type CliContext, printJson, RefusedError, withOffice } from './context.ts';

export function auditCommand(program: Command, context: CliContext) {
  program
    .command('audit')
    .description(context.texts('cli.audit'))
    .command('verify')
    .description(context.texts('cli.verify'))
    .option('--json', context.texts('cli.optionJson'))
    .action(async ({ json }: { json?: true }) => {
      const verdict = await withOffice(context, null, ({ dependencies }) =>
        dependencies.inTransaction(({ audit }) => audit.verify()),
      );
      const { rows, firstBroken } = verdict;
      const words =
        firstBroken === null
          ? context.texts('audit.whole', { rows })
          : context.texts('audit.broken', firstBroken);
      if (json === true) printJson(context, verdict);
      else context.print(words);
      if (!verdict.ok) throw new RefusedError(words);
    });
}
