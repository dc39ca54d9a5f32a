import { readDocument } from '../../src/documents/importing/formats/index.ts';
import type { PaperDocument, Table, TableRow } from '../../src/documents/importing/model.ts';

/** The paper that a file is; a refusal is a failure of the test. */
export async function paperIn(bytes: Uint8Array, fileName: string): Promise<PaperDocument> {
  const read = await readDocument(bytes, fileName);
  if (!read.ok) throw new Error(`${fileName} was refused: ${read.error.code}`);
  return read.value;
}

/** The code with which a file is refused; null for one that is taken. */
export async function refusalOf(bytes: Uint8Array, fileName: string): Promise<string | null> {
  const read = await readDocument(bytes, fileName);
  return read.ok ? null : read.error.code;
}

export function tablesIn({ blocks }: PaperDocument): Table[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
}

/** The first table's rows as their texts; «·» for a place that another cell reaches into. */
export function textsIn(paper: PaperDocument, index = 0): string[][] {
  return (tablesIn(paper)[index]?.rows ?? []).map(textsOf);
}

export function textsOf({ cells }: TableRow): string[] {
  return cells.map((cell) => cell?.text ?? '·');
}

export function paragraphsIn({ blocks }: PaperDocument): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [[block.numbering, block.text].filter(Boolean).join(' ')] : [],
  );
}

export function notesIn({ notes }: PaperDocument): string[] {
  return notes.map(({ code }) => code);
}
