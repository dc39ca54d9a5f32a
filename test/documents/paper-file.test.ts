import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bytesOfPaper } from '../../src/documents/importing/paper-file.ts';
import { refusalOf } from './read-for-test.ts';

it('a file of some gigabytes is refused without being read whole', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'camket-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'phu-luc.xlsx');
  const handle = await open(file, 'w');
  await handle.truncate(3 * 1024 ** 3);
  await handle.close();

  const bytes = await bytesOfPaper(file);

  expect(bytes?.length).toBe(20 * 1024 * 1024 + 1);
  expect(await refusalOf(bytes ?? Buffer.alloc(0), 'phu-luc.xlsx')).toBe('fileTooLarge');
});

it('a file that is not there, or is a folder, has no bytes', async () => {
  expect(await bytesOfPaper('test/fixtures/papers/absent.docx')).toBe(null);
  expect(await bytesOfPaper('test/fixtures/papers')).toBe(null);
});
