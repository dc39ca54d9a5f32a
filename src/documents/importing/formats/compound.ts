import { RefusedPaperError } from '../refusal.ts';

/** Names of the streams that Office puts into an encrypted paper, and of those of the old formats. */
const ENCRYPTED = ['EncryptedPackage', 'EncryptionInfo', 'EncryptedSummary'];

/** In an old workbook, the record that says that the rest is encrypted stands near its beginning. */
const OLD_SHEET = ['Workbook', 'Book'];
const FIRST_RECORDS = 16;
const FILE_PASS = 0x2f;

/**
 * The container of old Office files and of encrypted new ones: never read, and always told apart,
 * since the way out differs. Source: MS-OFFCRYPTO 2.3, MS-XLS 2.4.117.
 */
export function refuseCompound(bytes: Uint8Array): never {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const isEncrypted = ENCRYPTED.some((name) => holdsStream(file, name)) || isOldSheetLocked(file);
  throw new RefusedPaperError(isEncrypted ? 'passwordProtected' : 'unsupportedFormat');
}

function holdsStream(file: Buffer, name: string): boolean {
  return file.includes(Buffer.from(`${name}\0`, 'utf16le'));
}

/** The records of a sheet begin with its «beginning of file», at a sector's edge. */
function isOldSheetLocked(file: Buffer): boolean {
  if (!OLD_SHEET.some((name) => holdsStream(file, name))) return false;
  for (let at = 512; at + 8 < file.length; at += 512) {
    if (file.readUInt16LE(at) === 0x809 && file.readUInt16LE(at + 2) <= 16)
      return hasFilePass(file, at);
  }
  return false;
}

function hasFilePass(file: Buffer, start: number): boolean {
  let at = start;
  for (let record = 0; record < FIRST_RECORDS && at + 4 <= file.length; record += 1) {
    if (file.readUInt16LE(at) === FILE_PASS) return true;
    at += 4 + file.readUInt16LE(at + 2);
  }
  return false;
}
