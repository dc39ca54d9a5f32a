import type { Command } from 'commander';
import type { CliContext, RunningService } from './context.ts';

export function startCommand(program: Command, context: CliContext) {
  program
    .command('start')
    .description(context.texts('cli.start'))
    .action(async () => {
      const service = await context.serve();
      const started = await startedOrEnded(service);
      if (started !== null) {
        const { address, isSandbox } = started;
        context.say(context.texts(isSandbox ? 'sandbox.started' : 'service.started', { address }));
        context.say(context.texts(isSandbox ? 'sandbox.next' : 'service.next'));
      }
      // What could not be closed would hold the process open for ever.
      process.exit((await service.stopped) ? 0 : 1);
    });
}

/** The reason is said by whoever runs the commands; what could not be closed must not outlive that. */
async function startedOrEnded({ started }: RunningService) {
  try {
    return await started;
  } catch (error) {
    setTimeout(() => process.exit(1), LONGEST_END_MS).unref();
    throw error;
  }
}

const LONGEST_END_MS = 1_000;
