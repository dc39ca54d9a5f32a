import type { Command } from 'commander';
import type { CliContext } from './context.ts';

export function startCommand(program: Command, context: CliContext) {
  program
    .command('start')
    .description(context.texts('cli.start'))
    .action(async () => {
      const { address, isSandbox, stopped } = await context.serve();
      context.say(context.texts(isSandbox ? 'sandbox.started' : 'service.started', { address }));
      context.say(context.texts(isSandbox ? 'sandbox.next' : 'service.next'));
      // What could not be closed would hold the process open for ever.
      if (!(await stopped)) process.exit(1);
    });
}
