import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const TOKEN = '123456:ABC-DEF';

describe('the configuration', () => {
  it('needs nothing: the embedded database, no channel, the office’s zone', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: null,
      dataDir: '.camket',
      telegram: null,
      host: '127.0.0.1',
      port: 3000,
      timezone: 'Asia/Ho_Chi_Minh',
      locale: 'vi',
      clockStart: null,
      logLevel: 'warn',
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ DATABASE_URL: '', DATA_DIR: ' ' }).dataDir).toBe('.camket');
  });

  it.each([
    [{ PORT: '70000' }, 'PORT', 'malformed'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL', 'malformed'],
    [{ TIMEZONE: 'Hanoi' }, 'TIMEZONE', 'malformed'],
    [{ CAMKET_CLOCK: 'mai' }, 'CAMKET_CLOCK', 'malformed'],
    [{ CAMKET_CLOCK: '9999-12-31T23:59:59Z' }, 'CAMKET_CLOCK', 'malformed'],
    [
      {
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: 'https://API.telegram.org:443/',
        CAMKET_CLOCK: '2026-06-01T08:00:00+07:00',
      },
      'CAMKET_CLOCK',
      'clockWithRealChannel',
    ],
    [
      { TELEGRAM_MESSAGES_PER_SECOND: '0', TELEGRAM_BOT_TOKEN: TOKEN },
      'TELEGRAM_MESSAGES_PER_SECOND',
      'malformed',
    ],
    [{ TELEGRAM_BOT_TOKEN: 'abc' }, 'TELEGRAM_BOT_TOKEN', 'malformed'],
    [{ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_MODE: 'webhook' }, 'PUBLIC_URL', 'missing'],
    [
      { TELEGRAM_BOT_TOKEN: TOKEN, CAMKET_CLOCK: '2026-06-01T08:00:00+07:00' },
      'CAMKET_CLOCK',
      'clockWithRealChannel',
    ],
  ])('stops at %j', (environment, variable, fault) => {
    expect(() => readConfig(environment)).toThrow(expect.objectContaining({ variable, fault }));
  });

  it('sends as many messages as Telegram takes from any bot, or from this one', () => {
    const bot = { TELEGRAM_BOT_TOKEN: TOKEN };

    expect(readConfig(bot).telegram?.messagesPerSecond).toBeNull();
    const allowed = readConfig({ ...bot, TELEGRAM_MESSAGES_PER_SECOND: '1000' });
    expect(allowed.telegram?.messagesPerSecond).toBe(1_000);
  });

  it('lets a simulated clock run against a server of one’s own, or when forced', () => {
    const clock = { CAMKET_CLOCK: '2026-06-01T08:00:00+07:00', TELEGRAM_BOT_TOKEN: TOKEN };

    const own = readConfig({ ...clock, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/' });
    const forced = readConfig({ ...clock, CAMKET_CLOCK_FORCE: '1' });

    expect(own.telegram?.apiRoot).toBe('http://127.0.0.1:8081');
    expect(forced.clockStart).toEqual(new Date('2026-06-01T01:00:00Z'));
  });
});
