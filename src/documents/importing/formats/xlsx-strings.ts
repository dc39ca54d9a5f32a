import { RefusedPaperError } from '../refusal.ts';
import type { Archive } from './archive.ts';
import { LIMITS } from './limits.ts';
import { type CellStyle, fontOf } from './xlsx-styles.ts';
import { childOf, readTrees, type XmlElement } from './xml-tree.ts';

/** A stretch of a cell's text; its own font where it has one. */
export interface Run {
  readonly text: string;
  readonly font: Omit<CellStyle, 'format'> | null;
}

/** The texts that the sheets share, by their number. */
export async function readStrings(archive: Archive, part: string | undefined): Promise<Run[][]> {
  const strings: Run[][] = [];
  if (part === undefined || !archive.has(part)) return strings;
  let characters = 0;
  const take = (element: XmlElement) => {
    const runs = runsOf(element);
    characters += runs.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > LIMITS.characters) throw new RefusedPaperError('fileTooLarge');
    strings.push(runs);
  };
  await readTrees(archive.open(part), take, (name, depth) => depth === 2 && name === 'si');
  return strings;
}

/** The runs of a shared or an inline text; readings of foreign signs are not part of it. */
export function runsOf({ children }: XmlElement): Run[] {
  return children.flatMap((child): Run[] => {
    if (child.name === 't') return [{ text: withoutEscapes(child.text), font: null }];
    if (child.name !== 'r') return [];
    const setting = childOf(child, 'rPr');
    const text = withoutEscapes(childOf(child, 't')?.text ?? '');
    return [{ text, font: setting === undefined ? null : fontOf(setting) }];
  });
}

/** «_x000D_» stands for a character that XML cannot hold. */
function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/giu, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
