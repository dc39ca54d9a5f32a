import { err, ok, type Result } from '../../domain/result.ts';
import { readAppendixText } from './appendix-text.ts';
import { readDocument } from './formats/index.ts';
import type { PaperDocument } from './model.ts';
import type { ImportedPaper, PaperWarning } from './paper.ts';
import type { Refusal } from './refusal.ts';

/** Reads an official paper from a file's bytes, or says why it is not taken. Nothing is stored here. */
export async function readPaper(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<ImportedPaper, Refusal>> {
  const document = await readDocument(bytes, fileName);
  return document.ok ? understand(document.value) : document;
}

/** What the paper commits to; a paper without any item is refused. */
function understand(document: PaperDocument): Result<ImportedPaper, Refusal> {
  if (document.format !== 'text') return err({ code: 'noItems' });
  const paper = readAppendixText(textOf(document));
  if (paper.sections.length === 0) return err({ code: 'noItems' });
  const repaired = document.notes
    .filter(({ code }) => code === 'textRepaired')
    .map((): PaperWarning => ({ code: 'textRepaired', level: 'note', line: 1 }));
  return ok({ ...paper, warnings: [...repaired, ...paper.warnings] });
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
