import { err, ok, type Result } from '../../domain/result.ts';
import { looksLegacy } from '../../language/legacy-letters.ts';
import { hasSecrecyMark } from '../../language/secrecy.ts';
import { repairText } from '../../language/text-repair.ts';
import { readAppendixText } from './appendix-text.ts';
import type { ImportedPaper, Refusal } from './paper.ts';

/** No appendix of a province comes near it; larger files are another thing. */
const MOST_BYTES = 20 * 1024 * 1024;

/** The first bytes of the formats that are not text: zip (xlsx, docx), PDF, old Office, images. */
const BINARY = ['504b0304', '25504446', 'd0cf11e0', '89504e47', 'ffd8ff'];

/** Reads an official paper from a file's bytes, or says why it is not taken. Nothing is stored here. */
export function readPaper(bytes: Uint8Array): Result<ImportedPaper, Refusal> {
  if (bytes.length > MOST_BYTES) return err({ code: 'fileTooLarge' });
  if (isBinary(bytes)) return err({ code: 'unsupportedFormat' });
  const decoded = decode(bytes);
  if (decoded === null)
    return err({ code: looksLegacy(oneByteText(bytes)) ? 'legacyEncoding' : 'unknownEncoding' });
  if (looksLegacy(decoded)) return err({ code: 'legacyEncoding' });
  const { text, repairs } = repairText(decoded);
  if (text.trim() === '') return err({ code: 'emptyFile' });
  if (hasSecrecyMark(text, 'paper')) return err({ code: 'secretMarking' });
  const paper = readAppendixText(text);
  if (paper.sections.length === 0) return err({ code: 'noItems' });
  const repaired =
    repairs.length === 0 ? [] : [{ code: 'textRepaired', level: 'note', line: 1 } as const];
  return ok({ ...paper, warnings: [...repaired, ...paper.warnings] });
}

function isBinary(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return BINARY.some((signature) => head.startsWith(signature));
}

/** UTF-8, or UTF-16 with its mark; null for anything else. */
function decode(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** The bytes as an old Vietnamese font would have named them. */
function oneByteText(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}
