import { Command, CommanderError } from 'commander';
import { day } from '../domain/calendar-date.ts';
import { instantOf } from '../domain/local-time.ts';
import { argumentReaders } from './arguments.ts';
import { auditCommand } from './audit.ts';
import { calendarCommand } from './calendar.ts';
import { type CliContext, RefusedError } from './context.ts';
import { demoCommand } from './demo.ts';
import { digestCommand } from './digest.ts';
import { doctorCommand } from './doctor.ts';
import { formCommand } from './form.ts';
import { importCommand } from './import.ts';
import { inviteCommand } from './invite.ts';
import { overdueCommand } from './overdue.ts';
import { startCommand } from './start.ts';
import { statusCommand } from './status.ts';
import { tickCommand } from './tick.ts';
import { speaking, usageError } from './usage.ts';

const COMMANDS = [
  startCommand,
  demoCommand,
  importCommand,
  formCommand,
  calendarCommand,
  statusCommand,
  overdueCommand,
  digestCommand,
  inviteCommand,
  tickCommand,
  doctorCommand,
  auditCommand,
];

/**
 * Runs one command line and gives its exit status: 0 done, 1 refused or failed, 2 wrong usage.
 * Throws what no command foresaw. Source: the outside contract.
 */
export async function runCommandLine(
  context: CliContext,
  words: readonly string[],
): Promise<0 | 1 | 2> {
  const program = speaking(new Command('camket').exitOverride(), context.texts);
  program.configureOutput({ writeOut: context.print, writeErr: context.say });
  const readers = argumentReaders(context.texts, (local) =>
    instantOf(day(local.slice(0, 10)), local.slice(11, 16), context.timezone),
  );
  for (const command of COMMANDS) command(program, context, readers);
  try {
    await program.parseAsync(words, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof RefusedError) return 1;
    if (!(error instanceof CommanderError)) throw error;
    const command = program.commands.find((each) => each.name() === words[0])?.name() ?? null;
    const sentence = usageError(error, { texts: context.texts, command });
    if (sentence !== null) context.say(sentence);
    return error.exitCode === 0 ? 0 : 2;
  }
}
