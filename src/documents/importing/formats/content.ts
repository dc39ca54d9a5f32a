import { RefusedPaperError } from '../refusal.ts';
import { type Archive, openArchive } from './archive.ts';
import { decodeText } from './decode.ts';
import type { Content } from './file-name.ts';
import { type Signature, signatureOf } from './signature.ts';
import { readTree } from './xml-tree.ts';

/** What a file is by its content, opened as far as that took. */
export interface KnownContent {
  readonly content: Content;
  /** Of Office files. */
  readonly archive?: Archive;
}

const OF_SIGNATURE: Readonly<Record<Exclude<Signature, 'zip' | 'other'>, Content>> = {
  pdf: 'pdf',
  compound: 'compound',
  picture: 'picture',
  rtf: 'rtf',
  archive: 'archive',
  program: 'program',
  html: 'html',
  xml: 'xml',
};

export async function contentOf(bytes: Uint8Array): Promise<KnownContent> {
  const signature = signatureOf(bytes);
  if (signature === 'zip') return contentOfArchive(await openArchive(bytes));
  if (signature !== 'other') return { content: OF_SIGNATURE[signature] };
  return { content: isText(bytes) ? 'text' : 'unknown' };
}

async function contentOfArchive(archive: Archive): Promise<KnownContent> {
  const types = '[Content_Types].xml';
  if (!archive.has(types)) {
    if (archive.names.some((name) => /^(?:xl|word)\//u.test(name)))
      throw new RefusedPaperError('corruptFile');
    return { content: archive.has('mimetype') ? 'otherOffice' : 'archive' };
  }
  const { children } = await readTree(archive.open(types));
  const said = children.map(({ attributes }) => attributes['ContentType'] ?? '');
  const main = said.find((type) => /\.main\+xml$|sheet\.binary/u.test(type)) ?? '';
  if (/spreadsheetml|ms-excel/u.test(main))
    return { content: /binary/u.test(main) ? 'otherOffice' : 'xlsx', archive };
  if (/wordprocessingml|ms-word/u.test(main)) return { content: 'docx', archive };
  return { content: 'otherOffice' };
}

/** One in a one-byte font is text, too: it is refused by its own name later. */
function isText(bytes: Uint8Array): boolean {
  try {
    decodeText(bytes);
    return true;
  } catch (error) {
    if (!(error instanceof RefusedPaperError)) throw error;
    return error.code === 'legacyEncoding';
  }
}
