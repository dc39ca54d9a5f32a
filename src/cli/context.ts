import type { Dependencies } from '../usecases/dependencies.ts';
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
  close(): Promise<void>;
}

/** The service while it runs. */
export interface RunningService {
  readonly address: string;
  /** Resolves once a signal has ended it and everything is closed. */
  readonly stopped: Promise<void>;
}

/** What a command may use: words, the two streams, and the office behind a door that it must close. */
export interface CliContext {
  readonly texts: Texts;
  readonly timezone: string;
  /** `at` replaces now; null keeps the service's clock. */
  open(at: Date | null): Promise<OpenOffice>;
  /** Starts the service, which runs until a signal ends it. */
  serve(): Promise<RunningService>;
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
