import { err, ok, type Result } from '../../../domain/result.ts';
import { hasSecrecyMark } from '../../../language/secrecy.ts';
import type { PaperDocument } from '../model.ts';
import { type Refusal, type RefusalCode, RefusedPaperError } from '../refusal.ts';
import type { Archive } from './archive.ts';
import { refuseCompound } from './compound.ts';
import { contentOf, type KnownContent } from './content.ts';
import { decodeText } from './decode.ts';
import { type Content, claimOf, endingOf } from './file-name.ts';
import { LIMITS } from './limits.ts';
import { mendPaper } from './mend.ts';
import type { RawPaper } from './raw-paper.ts';
import { isTabbed, readText } from './text.ts';

/** Reads what a paper says, by its content and not by its name, or says why it is not taken. */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<PaperDocument, Refusal>> {
  try {
    if (hasSecrecyMark(fileName, 'fileName')) throw new RefusedPaperError('secretMarking');
    if (bytes.length === 0) throw new RefusedPaperError('emptyFile');
    if (bytes.length > LIMITS.fileBytes) throw new RefusedPaperError('fileTooLarge');
    const known = await contentOf(bytes);
    checkName(known, bytes, fileName);
    return ok(mendPaper(await readContent({ ...known, bytes, fileName })));
  } catch (error) {
    if (error instanceof RefusedPaperError) return err({ code: error.code });
    throw error;
  }
}

/** A name that promises one thing over another is a mistake to be told, or a disguise. */
function checkName({ content }: KnownContent, bytes: Uint8Array, fileName: string): void {
  const claim = claimOf(fileName);
  if (claim === null || claim.includes(content)) return;
  if (content === 'compound') refuseCompoundAs(bytes, fileName);
  if (content !== 'unknown') throw new RefusedPaperError('wrongExtension');
  throw new RefusedPaperError(claim.includes('text') ? 'unknownEncoding' : 'corruptFile');
}

/** An encrypted .xlsx has the container of an old .xls, and its own way out. */
function refuseCompoundAs(bytes: Uint8Array, fileName: string): never {
  try {
    return refuseCompound(bytes);
  } catch (error) {
    const isLocked = error instanceof RefusedPaperError && error.code === 'passwordProtected';
    if (isLocked || claimOf(fileName) === null) throw error;
    throw new RefusedPaperError('wrongExtension', { cause: error });
  }
}

type Reader = (file: OpenFile) => RawPaper | Promise<RawPaper>;

interface OpenFile extends KnownContent {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** The formats: a line each, loaded when one is met. What has no line is not read. */
const READERS: Partial<Readonly<Record<Content, Reader>>> = {
  text: ({ bytes, fileName }) => readPlain(bytes, fileName),
  html: async ({ bytes }) => (await import('./html.ts')).readHtml(bytes),
  xlsx: async ({ archive }) => (await import('./xlsx.ts')).readXlsx(opened(archive)),
  docx: async ({ archive }) => (await import('./docx.ts')).readDocx(opened(archive)),
  pdf: async ({ bytes }) => (await import('./pdf.ts')).readPdf(bytes),
  compound: ({ bytes }) => refuseCompound(bytes),
  unknown: () => refuse('unknownEncoding'),
};

async function readContent(file: OpenFile): Promise<RawPaper> {
  return (await READERS[file.content]?.(file)) ?? refuse('unsupportedFormat');
}

function opened(archive: Archive | undefined): Archive {
  return archive ?? refuse('corruptFile');
}

function refuse(code: RefusalCode): never {
  throw new RefusedPaperError(code);
}

async function readPlain(bytes: Uint8Array, fileName: string): Promise<RawPaper> {
  const isNamedTable = ['csv', 'tsv', 'tab', 'xls'].includes(endingOf(fileName));
  if (isNamedTable || isTabbed(decodeText(bytes).text))
    return (await import('./csv.ts')).readCsv(bytes);
  return readText(bytes);
}
