import { isLetterheadLine } from '../../../language/letter-words.ts';
import type { PaperDocument } from '../model.ts';
import type { Point } from './outline.ts';

/**
 * How many of a letter's first points are its head: who writes, the number, the place and day, the
 * subject. The bodies named there are given nothing. 0 where it has none.
 */
export function headLength(points: readonly Point[]): number {
  const first = points.findIndex(({ kind }) => kind !== 'plain' && kind !== 'heading');
  const above = first < 0 ? points : points.slice(0, first);
  return above.findLastIndex(({ text }) => isLetterheadLine(text)) + 1;
}

/** The lines of the tables before a paper's first words: word processors set a head in one without rules. */
export function headTableLines({ blocks }: PaperDocument): string[] {
  const first = blocks.findIndex((block) => block.kind === 'paragraph' && block.text.trim() !== '');
  return (first < 0 ? [] : blocks.slice(0, first))
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ''))
    .flatMap((text) => text.split('\n'))
    .filter((line) => line !== '');
}
