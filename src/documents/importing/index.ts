import { err, ok, type Result } from '../../domain/result.ts';
import { looksLegacy } from '../../language/legacy-letters.ts';
import { hasSecrecyMark } from '../../language/secrecy.ts';
import { repairText } from '../../language/text-repair.ts';
import { readAppendixText } from './appendix-text.ts';
import type { ImportedPaper } from './paper.ts';
import type { Refusal } from './refusal.ts';

/** No appendix of a province comes near it; larger files are another thing. */
const MOST_BYTES = 20 * 1024 * 1024;

/** How much of a file tells its encoding, and what share of it the empty halves are at least. */
const SAMPLE_BYTES = 1024;
const LEAST_EMPTY = 0.1;

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
  if (hasSecrecyMark(repairText(cellsApart(decoded)).text, 'paper'))
    return err({ code: 'secretMarking' });
  const paper = readAppendixText(text);
  if (paper.sections.length === 0) return err({ code: 'noItems' });
  const repaired =
    repairs.length === 0 ? [] : [{ code: 'textRepaired', level: 'note', line: 1 } as const];
  return ok({ ...paper, warnings: [...repaired, ...paper.warnings] });
}

/** A tab ends a cell, in which a mark may stand alone; two spaces say so to a reader of lines. */
function cellsApart(text: string): string {
  return text.replaceAll('\t', '  ');
}

function isBinary(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return BINARY.some((signature) => head.startsWith(signature));
}

/** UTF-8 or UTF-16; null for anything else. */
function decode(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 by its mark, else by the empty halves of its plain letters. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, SAMPLE_BYTES);
  const empty = (half: 0 | 1) =>
    head.filter((byte, index) => byte === 0 && index % 2 === half).length / head.length;
  if (empty(1) > LEAST_EMPTY && empty(0) === 0) return 'utf-16le';
  return empty(0) > LEAST_EMPTY && empty(1) === 0 ? 'utf-16be' : 'utf-8';
}

/** The bytes as an old Vietnamese font would have named them. */
function oneByteText(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}
