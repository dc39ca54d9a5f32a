import { z } from 'zod';

const optional = z.string().trim().min(1).optional();
const url = z.url({ protocol: /^https?$/ });

/** What each variable must be, with an example of a right value for whoever set a wrong one. */
const VARIABLES = {
  DATABASE_URL: [
    z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    'postgres://camket@127.0.0.1:5432/camket',
  ],
  DATA_DIR: [z.string().trim().min(1).default('.camket'), '.camket'],
  TELEGRAM_BOT_TOKEN: [
    z
      .string()
      .regex(/^\d+:[\w-]+$/)
      .optional(),
    '123456:ABC-DEF',
  ],
  TELEGRAM_API_ROOT: [url.optional(), 'https://api.telegram.org'],
  TELEGRAM_MODE: [z.enum(['polling', 'webhook']).default('polling'), 'polling'],
  TELEGRAM_WEBHOOK_SECRET: [
    z
      .string()
      .regex(/^[\w-]{1,256}$/)
      .optional(),
    'a-long-random-word',
  ],
  TELEGRAM_MESSAGES_PER_SECOND: [z.coerce.number().int().min(1).max(10_000).optional(), '30'],
  PUBLIC_URL: [url.optional(), 'https://camket.example.gov.vn'],
  HOST: [z.string().trim().min(1).default('127.0.0.1'), '127.0.0.1'],
  PORT: [z.coerce.number().int().min(0).max(65535).default(3000), '3000'],
  TIMEZONE: [z.string().refine(isTimezone).default('Asia/Ho_Chi_Minh'), 'Asia/Ho_Chi_Minh'],
  LOCALE: [z.enum(['vi', 'en']).default('vi'), 'vi'],
  CAMKET_CLOCK: [
    z.iso
      .datetime({ offset: true })
      .regex(/^20\d\d-/)
      .optional(),
    '2026-06-01T08:00:00+07:00',
  ],
  CAMKET_CLOCK_FORCE: [z.enum(['0', '1']).default('0'), '1'],
  LOG_LEVEL: [
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
    'info',
  ],
} as const;

export interface TelegramConfig {
  readonly token: string;
  readonly apiRoot: string;
  /** As many as Telegram takes from this bot over all chats; null for what it takes from any. */
  readonly messagesPerSecond: number | null;
  readonly mode:
    | { readonly kind: 'polling' }
    | { readonly kind: 'webhook'; readonly publicUrl: string; readonly secret: string };
}

export interface Config {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Null: no channel is configured, so the service starts its sandbox. */
  readonly telegram: TelegramConfig | null;
  readonly host: string;
  readonly port: number;
  readonly timezone: string;
  readonly locale: 'vi' | 'en';
  /** The instant at which the service's clock starts; null for the system's clock. */
  readonly clockStart: Date | null;
  readonly logLevel: string;
}

/** A variable that cannot be used; the start stops and the view names all three parts. */
export class WrongVariableError extends Error {
  override readonly name = 'WrongVariableError';
  readonly variable: string;
  readonly fault: 'malformed' | 'missing' | 'clockWithRealChannel';
  readonly example: string;

  constructor(variable: string, fault: WrongVariableError['fault'], example: string) {
    super(`${variable}: ${fault}, for example ${example}`);
    this.variable = variable;
    this.fault = fault;
    this.example = example;
  }
}

const REAL_API_ROOT = 'https://api.telegram.org';

type Environment = Readonly<Record<string, string | undefined>>;

/** The language in which to say that the configuration is wrong: LOCALE, if it is right. */
export function languageOf(environment: Environment = process.env): 'vi' | 'en' {
  return environment['LOCALE'] === 'en' ? 'en' : 'vi';
}

/** The configuration that the environment holds. Throws WrongVariableError for the first wrong one. */
export function readConfig(environment: Environment = process.env): Config {
  const read = <Name extends keyof typeof VARIABLES>(name: Name) =>
    parseVariable(name, environment);
  const telegram = telegramOf(read);
  const clockStart = read('CAMKET_CLOCK');
  if (clockStart !== undefined && read('CAMKET_CLOCK_FORCE') !== '1') refuseRealChannel(telegram);
  return {
    databaseUrl: read('DATABASE_URL') ?? null,
    dataDir: read('DATA_DIR'),
    telegram,
    host: read('HOST'),
    port: read('PORT'),
    timezone: read('TIMEZONE'),
    locale: read('LOCALE'),
    clockStart: clockStart === undefined ? null : new Date(clockStart),
    // On trial, two lines on the screen say more than a log.
    logLevel: read('LOG_LEVEL') ?? (telegram === null ? 'warn' : 'info'),
  };
}

type Reader = <Name extends keyof typeof VARIABLES>(
  name: Name,
) => z.output<(typeof VARIABLES)[Name][0]>;

function parseVariable<Name extends keyof typeof VARIABLES>(
  name: Name,
  environment: Environment,
): z.output<(typeof VARIABLES)[Name][0]> {
  const [schema, example] = VARIABLES[name];
  const given = optional.catch(undefined).parse(environment[name]);
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new WrongVariableError(name, 'malformed', example);
  // The lookup by name loses which schema it was; the pairing is in the table above.
  return parsed.data as z.output<(typeof VARIABLES)[Name][0]>;
}

function telegramOf(read: Reader): TelegramConfig | null {
  const token = read('TELEGRAM_BOT_TOKEN');
  if (token === undefined) return null;
  const apiRoot = (read('TELEGRAM_API_ROOT') ?? REAL_API_ROOT).replace(/\/+$/, '');
  const messagesPerSecond = read('TELEGRAM_MESSAGES_PER_SECOND') ?? null;
  const bot = { token, apiRoot, messagesPerSecond };
  if (read('TELEGRAM_MODE') === 'polling') return { ...bot, mode: { kind: 'polling' } };
  const publicUrl = read('PUBLIC_URL');
  const secret = read('TELEGRAM_WEBHOOK_SECRET');
  if (publicUrl === undefined) throw missing('PUBLIC_URL');
  if (secret === undefined) throw missing('TELEGRAM_WEBHOOK_SECRET');
  return { ...bot, mode: { kind: 'webhook', publicUrl, secret } };
}

function missing(variable: keyof typeof VARIABLES): WrongVariableError {
  return new WrongVariableError(variable, 'missing', VARIABLES[variable][1]);
}

function refuseRealChannel(telegram: TelegramConfig | null): void {
  // However the address is written: with a port, in capitals, without the lock.
  const host = telegram === null ? '' : new URL(telegram.apiRoot).hostname;
  if (host === new URL(REAL_API_ROOT).hostname) {
    throw new WrongVariableError('CAMKET_CLOCK', 'clockWithRealChannel', 'CAMKET_CLOCK_FORCE=1');
  }
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
