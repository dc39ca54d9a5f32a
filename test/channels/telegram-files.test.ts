import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTelegramApi, type TelegramApi } from '../../src/channels/telegram/api.ts';
import { createTelegramChannel } from '../../src/channels/telegram/channel.ts';
import { createFiles } from '../../src/channels/telegram/files.ts';
import { type BotApi, createBotApi } from '../../src/sandbox/bot-api.ts';
import type { FileSource } from '../../src/usecases/ports/file-source.ts';

const TOKEN = '1:files';
const KHOA = 3_001;

describe('a file that somebody sent', () => {
  let platform: BotApi;
  let api: TelegramApi;
  let files: FileSource;
  beforeEach(async () => {
    platform = createBotApi({ token: TOKEN, bot: { id: 1, firstName: 'Bot', username: 'b_bot' } });
    const apiRoot = await platform.listen();
    platform.addPerson({ id: KHOA, firstName: 'Khoa' });
    api = createTelegramApi({ token: TOKEN, apiRoot, callMs: 5_000 });
    files = createFiles({ api, token: TOKEN, apiRoot, downloadMs: 5_000 });
  });
  afterEach(async () => {
    api.close();
    await platform.close();
  });

  /** Sends a file as a person does, and gives the id under which the platform keeps it. */
  const sent = async (bytes: Uint8Array): Promise<string> => {
    platform.sendFile(KHOA, KHOA, { fileName: 'phụ lục.docx', bytes });
    const updates = JSON.stringify(await api.call('getUpdates', {}, z.unknown()));
    return /"file_id":"([^"]+)"/.exec(updates)?.[1] ?? '';
  };

  it('is fetched byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);

    const fetched = await files.fetchFile(await sent(bytes), 100_000);

    expect(fetched.kind === 'bytes' && Buffer.compare(fetched.bytes, bytes)).toBe(0);
  });

  it('is not fetched when it is larger than what is wanted', async () => {
    const id = await sent(new Uint8Array(1_001));

    expect(await files.fetchFile(id, 1_000)).toEqual({ kind: 'tooLarge' });
  });

  it('is gone when the platform knows it no longer', async () => {
    expect(await files.fetchFile('unknown', 1_000)).toEqual({ kind: 'gone' });
  });

  it('is asked for again later while the platform is in trouble', async () => {
    const id = await sent(new Uint8Array(10));
    platform.faults.next({ kind: 'status', status: 502, hasBody: false }, { method: 'getFile' });

    expect(await files.fetchFile(id, 1_000)).toEqual({ kind: 'retryLater', afterMs: 5_000 });
  });
});

describe('a file that is sent with a message', () => {
  it('arrives byte for byte, with the words as its caption and the choices below', async () => {
    const platform = createBotApi({
      token: TOKEN,
      bot: { id: 1, firstName: 'Bot', username: 'b_bot' },
    });
    const channel = createTelegramChannel({
      ...{ token: TOKEN, apiRoot: await platform.listen(), mode: { kind: 'polling' } },
      log: { info: () => {}, warn: () => {}, error: () => {} },
      nowMs: () => 0,
      waitMs: () => Promise.resolve(),
    });
    platform.addPerson({ id: KHOA, firstName: 'Khoa' });
    platform.openChat(KHOA);
    const bytes = Buffer.from(Uint8Array.from({ length: 3_000 }, (_, index) => index % 256));

    const outcome = await channel.messenger.send(
      { channel: 'telegram', chatId: String(KHOA) },
      {
        lines: [[{ text: 'Mẫu < năm 2026' }]],
        choices: [{ token: 'tok', label: 'Có', typed: '1' }],
        document: { fileName: 'Mẫu năm 2026.xlsx', base64: bytes.toString('base64') },
      },
    );

    expect(outcome.kind).toBe('sent');
    const [shown] = platform.messages(KHOA);
    expect(shown).toMatchObject({
      text: 'Mẫu < năm 2026',
      document: { fileName: 'Mẫu năm 2026.xlsx' },
      buttons: [[{ text: 'Có', data: 'tok' }]],
    });
    expect(platform.fileOf(shown?.document?.id ?? '')).toEqual(new Uint8Array(bytes));
    await channel.stop();
    await platform.close();
  });
});
