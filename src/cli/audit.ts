import type { Command } from 'commander';
import { type CliContext, printJson, RefusedError, withOffice } from './context.ts';

export function auditCommand(program: Command, context: CliContext) {
  program
    .command('audit')
    .description('the record of every change')
    .command('verify')
    .description('walks the chain and names the first broken row')
    .option('--json', 'one JSON document')
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
