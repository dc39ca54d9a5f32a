import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { RefusedPaperError } from '../refusal.ts';
import { LIMITS } from './limits.ts';

/** A zip whose parts are listed and not yet unpacked. */
export interface Archive {
  /** In the order of the file. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The part's bytes as they are unpacked; never more than the archive says, nor than the limit. */
  open(name: string): AsyncGenerator<Buffer>;
}

/** No official paper carries programs or further archives (the embedded sheets of Word are .xlsx). */
const FOREIGN =
  /\.(?:zip|rar|7z|gz|bz2|xz|tar|cab|iso|exe|dll|scr|com|bat|cmd|ps1|vbs|js|jse|wsf|hta|msi|jar|lnk)$/iu;

/** Opens a zip and checks its list of parts before anything is unpacked. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const entries = new Map<string, Entry>();
  const file = await listParts(bytes, entries);
  let left: number = LIMITS.unpackedBytes;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    open: async function* open(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new RefusedPaperError('corruptFile');
      for await (const chunk of unpack(file, entry)) {
        left -= chunk.length;
        if (left < 0) throw new RefusedPaperError('decompressionLimit');
        yield chunk;
      }
    },
  };
}

async function listParts(bytes: Uint8Array, entries: Map<string, Entry>): Promise<ZipFile> {
  let declared = 0;
  try {
    const file = await fromBufferPromise(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      {
        lazyEntries: true,
      },
    );
    if (file.entryCount > LIMITS.entries) throw new RefusedPaperError('unsafeArchive');
    for await (const entry of file.eachEntry()) {
      declared += entry.uncompressedSize;
      checkEntry(entry, entries.has(entry.fileName));
      if (declared > LIMITS.unpackedBytes) throw new RefusedPaperError('decompressionLimit');
      entries.set(entry.fileName, entry);
    }
    return file;
  } catch (error) {
    throw refusalOf(error);
  }
}

function checkEntry(entry: Entry, isTwice: boolean): void {
  if (entry.isEncrypted()) throw new RefusedPaperError('passwordProtected');
  if (isTwice || FOREIGN.test(entry.fileName)) throw new RefusedPaperError('unsafeArchive');
  const isTight = entry.uncompressedSize > entry.compressedSize * LIMITS.packing;
  if (isTight && entry.uncompressedSize > LIMITS.suspectBytes)
    throw new RefusedPaperError('decompressionLimit');
}

async function* unpack(file: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    const stream: Readable = await file.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw refusalOf(error);
  }
  if (sum !== entry.crc32) throw new RefusedPaperError('corruptFile');
}

/** The library tells its findings in words only. */
function refusalOf(error: unknown): RefusedPaperError {
  if (error instanceof RefusedPaperError) return error;
  const words = error instanceof Error ? error.message : '';
  if (/invalid relative path|absolute path|invalid characters in fileName/iu.test(words))
    return new RefusedPaperError('unsafeArchive', { cause: error });
  if (/encrypt/iu.test(words)) return new RefusedPaperError('passwordProtected', { cause: error });
  // A part larger than it says is made to slip past checks of what it says.
  if (/too many bytes/iu.test(words))
    return new RefusedPaperError('decompressionLimit', { cause: error });
  return new RefusedPaperError('corruptFile', { cause: error });
}
