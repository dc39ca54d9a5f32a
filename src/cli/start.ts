import type { Command } from 'commander';
import type { CliContext } from './context.ts';

export function startCommand(program: Command, context: CliContext) {
  program
    .command('start')
    .description('the service: keeps the database open for the other commands, and answers on HTTP')
    .action(async () => {
      const service = await context.serve();
      context.say(context.texts('service.started', { address: service.address }));
      context.say(context.texts('service.next'));
      await service.stopped;
    });
}
