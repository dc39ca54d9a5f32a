import type { Command, CommanderError } from 'commander';
import type { Texts } from '../views/texts.ts';

/** Lets a program, and all of its commands made afterwards, tell in our words how it is used. */
export function speaking(program: Command, texts: Texts): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': texts('cli.titleUsage'),
    'Arguments:': texts('cli.titleArguments'),
    'Options:': texts('cli.titleOptions'),
    'Commands:': texts('cli.titleCommands'),
  };
  return (
    program
      .helpOption('-h, --help', texts('cli.help'))
      .helpCommand('help [command]', texts('cli.help'))
      .configureHelp({ styleTitle: (title) => titles[title] ?? title })
      // What is wrong is said by whoever catches the error.
      .configureOutput({ outputError: () => undefined })
  );
}

const CODES = [
  'unknownOption',
  'missingArgument',
  'optionMissingArgument',
  'missingMandatoryOptionValue',
  'excessArguments',
] as const;

/** What is wrong with a command line, in a sentence, and how to go on; null where it only asked for help. */
export function usageError(
  { code, message, exitCode }: CommanderError,
  { texts, command }: { readonly texts: Texts; readonly command: string | null },
): string | null {
  const help = ['npx camket', command, '--help'].filter((word) => word !== null).join(' ');
  const wayOut = texts('error.usage', { help });
  // The name stands in the library's sentence, between quotes.
  const name = /'([^']*)'/.exec(message)?.[1] ?? '';
  const known = CODES.find((each) => code === `commander.${each}`);
  if (known !== undefined) return `${texts(`error.${known}`, { name })} ${wayOut}`;
  if (code === 'commander.unknownCommand') {
    const near = /Did you mean (?:one of )?([^?]+)\?/.exec(message)?.[1];
    const sentence =
      near === undefined
        ? texts('error.unknownCommand', { name })
        : texts('error.unknownCommandNear', { name, near });
    return `${sentence} ${wayOut}`;
  }
  if (code === 'commander.invalidArgument') return message.replace(/^.*? is invalid\. /s, '');
  return exitCode === 0 || code === 'commander.help' ? null : message;
}
