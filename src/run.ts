import { createCliContext } from './app.ts';
import { runCommandLine } from './cli/program.ts';
import { type Config, languageOf, readConfig } from './config.ts';
import { failureView } from './views/failure.ts';
import { type Language, textsOf } from './views/texts.ts';

const streams = {
  print: (text: string) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  say: (text: string) => process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
};

/** The exit status of this run: 0 done, 1 refused or failed, 2 wrong usage. */
export async function run(): Promise<number> {
  const language: Language = languageOf();
  try {
    const config: Config = readConfig();
    return await runCommandLine(createCliContext(config, streams), process.argv.slice(2));
  } catch (error) {
    streams.say(failureView(error, textsOf(language)));
    return 1;
  }
}
