import { err, ok, type Result } from '../../domain/result.ts';
import { readAppendixText } from './appendix-text.ts';
import { findingsIn } from './findings.ts';
import { readDocument } from './formats/index.ts';
import type { PaperDocument } from './model.ts';
import type { ImportedPaper, UnderstoodPaper } from './paper.ts';
import type { PaperContext } from './paper-date.ts';
import type { Refusal } from './refusal.ts';
import { isLaidOut, textDocument } from './text-layout.ts';
import { noteWarnings, understandPaper } from './understand.ts';

/** Reads an official paper from a file's bytes, or says why it is not taken. Nothing is stored here. */
export async function readPaper(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<ImportedPaper, Refusal>> {
  const document = await readDocument(bytes, fileName);
  if (!document.ok) return document;
  const context = { fileName };
  const { paper, unread } = understand(document.value, context);
  const findings = findingsIn(unread, paper, context);
  return paper.sections.length === 0
    ? err({ code: 'noItems', findings })
    : ok({ ...paper, findings });
}

interface Understood {
  readonly paper: UnderstoodPaper;
  /** What of the document is running text besides. */
  readonly unread: PaperDocument;
}

/** A text may keep its columns; a dump that lost them has its own grammar; another may be a letter. */
function understand(document: PaperDocument, context: PaperContext): Understood {
  if (document.format !== 'text')
    return { paper: understandPaper(document, context), unread: document };
  const text = textOf(document);
  const laidOut = { ...document, blocks: textDocument(text).blocks };
  if (isLaidOut(text)) {
    const paper = understandPaper(laidOut, context);
    if (paper.sections.length > 0) return { paper, unread: laidOut };
  }
  const dump = readAppendixText(text);
  if (dump.sections.length > 0) {
    const warnings = [...noteWarnings(document.notes, dump.warnings), ...dump.warnings];
    return { paper: { ...dump, warnings }, unread: { ...document, blocks: [] } };
  }
  return { paper: understandPaper(laidOut, context), unread: laidOut };
}

/** The lines of a text file, each at its own number; a form feed stands where a page begins. */
function textOf({ blocks }: PaperDocument): string {
  const lines: string[] = [];
  let page = '';
  for (const block of blocks) {
    if (block.kind === 'pageBreak') page = '\f';
    if (block.kind !== 'paragraph' || !('line' in block.place)) continue;
    const index = block.place.line - 1;
    while (lines.length < index) lines.push('');
    lines[index] = `${lines[index] ?? ''}${page}${block.text}`;
    page = '';
  }
  return lines.join('\n');
}
