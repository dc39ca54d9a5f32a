import type { Paper } from '../domain/paper.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import type { Secrets } from '../usecases/ports/secrets.ts';
import type { Texts } from '../views/texts.ts';

/** What is known of the machine without asking the database; `doctor` reports it. */
export interface Setup {
  readonly hasChannel: boolean;
  readonly clockStart: Date | null;
  readonly databaseKind: 'embedded' | 'postgres';
}

export interface OpenOffice {
  readonly dependencies: Dependencies;
  readonly setup: Setup;
  /** The bot's name on a channel that is configured here and answers; else null. */
  askBotName(channel: string): Promise<string | null>;
  close(): Promise<void>;
}

/** The service while it runs. */
export interface Started {
  readonly address: string;
  /** Whether it runs on a platform of its own, because no channel is configured. */
  readonly isSandbox: boolean;
}

export interface RunningService {
  /** Null where a signal came before it had started. Throws when it cannot start. */
  readonly started: Promise<Started | null>;
  /** Resolves once a signal has ended it: whether everything could be closed. */
  readonly stopped: Promise<boolean>;
}

/** What one tick did. */
export interface Ticked {
  readonly at: Date;
  readonly planned: number;
  /** 0 where the running service sends. */
  readonly sent: number;
}

/** What a command may use: words, the two streams, and the office behind a door that it must close. */
export interface CliContext {
  readonly texts: Texts;
  readonly timezone: string;
  readonly secrets: Secrets;
  /** `at` replaces now; null keeps the service's clock. */
  open(at: Date | null): Promise<OpenOffice>;
  /** Starts the service, which runs until a signal ends it. */
  serve(): Promise<RunningService>;
  /** Runs what is due once; `at` null asks the service's clock. */
  tick(at: Date | null): Promise<Ticked>;
  /** Plays a quarter; `papers` empty plays the sample province. */
  demo(play: { readonly papers: readonly Paper[]; readonly isQuick: boolean }): Promise<void>;
  /** Results, to standard output. */
  print(text: string): void;
  /** Progress and prose about the run, to standard error. */
  say(text: string): void;
}

/** A command ended without doing what was asked; the reason has been said. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** Opens the office for one command and closes it, whatever happens. */
export async function withOffice<Value>(
  context: CliContext,
  at: Date | null,
  work: (office: OpenOffice) => Promise<Value>,
): Promise<Value> {
  const office = await context.open(at);
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}

/** Exactly one JSON document. */
export function printJson(context: CliContext, value: unknown): void {
  context.print(JSON.stringify(value, null, 2));
}
