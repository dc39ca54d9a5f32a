import { looksLegacy } from '../../../language/legacy-letters.ts';
import { looksVietnamese } from '../../../language/syllables.ts';
import { RefusedPaperError } from '../refusal.ts';

export interface DecodedText {
  readonly text: string;
  /** The file does not say in what encoding it is, and it is not UTF-8. */
  readonly isGuessed: boolean;
}

/**
 * A text file's letters: UTF-8, UTF-16, or Windows-1258 where its words then are Vietnamese ones.
 * The one-byte fonts (TCVN3, VNI) are refused by name: they lose capitals, so nothing exact can be
 * made of them. Source: domain notes 7.4.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const unicode = decodeAs(unicodeOf(bytes), bytes);
  if (unicode !== null && !unicode.includes('\0')) return { text: unicode, isGuessed: false };
  if (bytes.includes(0)) throw new RefusedPaperError('unknownEncoding');
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  if (looksVietnamese(vietnamese)) return { text: vietnamese, isGuessed: true };
  const latin = new TextDecoder('windows-1252').decode(bytes);
  throw new RefusedPaperError(looksLegacy(latin) ? 'legacyEncoding' : 'unknownEncoding');
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How much of a file tells its encoding, and what share of it the empty halves are at least. */
const SAMPLE_BYTES = 1024;
const LEAST_EMPTY = 0.1;

/** A zero that is no empty half: U+0300, a grave accent, is the one letter here that ends in one. */
const MOST_OTHER = 0.2;

/** By its mark; without one, by the empty halves of its plain letters. */
function unicodeOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, SAMPLE_BYTES);
  const empty = (half: 0 | 1) =>
    head.filter((byte, index) => byte === 0 && index % 2 === half).length;
  const isEmpty = (half: 0 | 1, other: 0 | 1) =>
    empty(half) > head.length * LEAST_EMPTY && empty(other) < empty(half) * MOST_OTHER;
  if (isEmpty(1, 0)) return 'utf-16le';
  return isEmpty(0, 1) ? 'utf-16be' : 'utf-8';
}
