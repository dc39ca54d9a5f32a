/** What a file is by its first bytes, whatever it is called. */
export type Signature =
  | 'zip'
  | 'pdf'
  | 'compound'
  | 'picture'
  | 'rtf'
  | 'archive'
  | 'program'
  | 'html'
  | 'xml'
  | 'other';

/** Hexadecimal beginnings. «compound» is the container of the old Office and of encrypted papers. */
const BEGINNINGS: readonly (readonly [string, Signature])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['504b0708', 'zip'],
  ['d0cf11e0a1b11ae1', 'compound'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['474946383761', 'picture'],
  ['474946383961', 'picture'],
  ['49492a00', 'picture'],
  ['4d4d002a', 'picture'],
  ['7b5c727466', 'rtf'],
  ['52617221', 'archive'],
  ['377abcaf271c', 'archive'],
  ['1f8b08', 'archive'],
  ['425a68', 'archive'],
  ['fd377a585a00', 'archive'],
  ['4d5a90', 'program'],
  ['7f454c46', 'program'],
];

/** A PDF may have some bytes before its header. Source: PDF 1.7, implementation note 13. */
const PDF_HEADER_WITHIN = 1024;

const TAG_OF_PAGE = /<(?:!doctype\s+html|html|head|body|table|meta)[\s>]/iu;

export function signatureOf(bytes: Uint8Array): Signature {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));
  const hex = head.subarray(0, 16).toString('hex');
  const known = BEGINNINGS.find(([beginning]) => hex.startsWith(beginning));
  if (known !== undefined) return known[1];
  if (head.subarray(0, PDF_HEADER_WITHIN).includes('%PDF-')) return 'pdf';
  if (isPicture(head)) return 'picture';
  const text = head
    .toString('latin1')
    .replace(/\0|^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/gu, '')
    .trimStart();
  if (!text.startsWith('<')) return 'other';
  if (TAG_OF_PAGE.test(text)) return 'html';
  return text.startsWith('<?xml') ? 'xml' : 'other';
}

/** WebP, HEIC and BMP bear their names a little further in. */
function isPicture(head: Buffer): boolean {
  if (head.subarray(8, 12).toString('latin1') === 'WEBP') return true;
  if (/^ftyp(?:heic|heix|mif1|avif)/u.test(head.subarray(4, 12).toString('latin1'))) return true;
  return head.subarray(0, 2).toString('latin1') === 'BM' && head.readUInt32LE(6) === 0;
}
