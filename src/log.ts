import { type Logger, pino } from 'pino';

/** Fields that never reach a log line, wherever they stand in the first two levels. */
const NEVER_LOGGED = ['token', 'code', 'text', 'name', 'phone', 'secret', 'password', 'payload'];

export type Log = Logger;

/** One JSON line an event, to standard error: a fixed sentence and fields. */
export function createLog(level: string): Log {
  const paths = NEVER_LOGGED.flatMap((field) => [field, `*.${field}`]);
  return pino({ level, redact: { paths, censor: '[redacted]' } }, pino.destination(2));
}

/** The name alone: a database's message quotes what a person wrote. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
