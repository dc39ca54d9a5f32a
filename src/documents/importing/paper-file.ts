import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { LIMITS } from './formats/limits.ts';

/**
 * The bytes of a file, null where there is none. Of one that is too large, one byte more than is
 * taken: enough to refuse it, and never so much as to fill the machine.
 */
export async function bytesOfPaper(path: string): Promise<Uint8Array | null> {
  return buffer(createReadStream(path, { end: LIMITS.fileBytes })).catch(() => null);
}
