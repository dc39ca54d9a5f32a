import type { Command } from 'commander';
import type { CliContext } from './context.ts';

export function startCommand(program: Command, context: CliContext) {
  program
    .command('start')
    .description(context.texts('cli.start'))
    .action(async () => {
      const service = await context.serve();
      context.say(context.texts('service.started', { address: service.address }));
      context.say(context.texts('service.next'));
      await service.stopped;
    });
}
