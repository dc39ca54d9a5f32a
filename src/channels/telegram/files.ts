import { z } from 'zod';
import type { FetchedFile, FileSource } from '../../usecases/ports/file-source.ts';
import type { TelegramApi } from './api.ts';
import { failureOf, outcomeOf } from './failure.ts';

export interface FilesOptions {
  readonly api: TelegramApi;
  readonly token: string;
  readonly apiRoot: string;
  /** Limit of the whole download. */
  readonly downloadMs: number;
}

/** Telegram hands out nothing larger. Source: Bot API, getFile. */
const MOST_BYTES = 20 * 1024 * 1024;

const RETRY_MS = 5_000;

const StoredFile = z.object({
  file_path: z.string().optional(),
  file_size: z.number().optional(),
});

/** Documents that people sent to the bot. The address holds the token: it is never logged. */
export function createFiles(options: FilesOptions): FileSource {
  return {
    fetchFile: async (fileId, mostBytes) => {
      const most = Math.min(mostBytes, MOST_BYTES);
      try {
        const asked = { file_id: fileId };
        const { file_path: path, file_size: size = 0 } = await options.api.call(
          'getFile',
          asked,
          StoredFile,
        );
        if (size > most) return { kind: 'tooLarge' };
        // A server of the office's own names a path on its disk, which is not ours to read.
        if (path === undefined || path.startsWith('/')) return { kind: 'gone' };
        return await download(options, path, most);
      } catch (error) {
        return afterFailure(error);
      }
    },
  };
}

async function download(
  { token, apiRoot, downloadMs }: FilesOptions,
  path: string,
  mostBytes: number,
): Promise<FetchedFile> {
  const root = apiRoot.replace(/\/*$/, '');
  const response = await fetch(`${root}/file/bot${token}/${path}`, {
    redirect: 'error',
    signal: AbortSignal.timeout(downloadMs),
  });
  if (response.status === 404) return { kind: 'gone' };
  if (!response.ok || response.body === null) return { kind: 'retryLater', afterMs: RETRY_MS };
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body) {
    length += part.length;
    if (length > mostBytes) return { kind: 'tooLarge' };
    parts.push(part);
  }
  return { kind: 'bytes', bytes: Buffer.concat(parts) };
}

/** To fetch again is always safe, so that only a clear no ends it. */
function afterFailure(error: unknown): FetchedFile {
  const failure = failureOf(error);
  if (failure.kind === 'answered' && /file is too big/i.test(failure.description)) {
    return { kind: 'tooLarge' };
  }
  const outcome = outcomeOf(failure);
  if (outcome.kind === 'retryLater') return { kind: 'retryLater', afterMs: outcome.afterMs };
  return outcome.kind === 'refused' ? { kind: 'gone' } : { kind: 'retryLater', afterMs: RETRY_MS };
}
