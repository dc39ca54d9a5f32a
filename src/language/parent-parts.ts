import { contentWords } from './content-words.ts';
import { figuresIn } from './figures.ts';

/** A clause is restated where its children hold so much of its words. */
const RESTATED = 0.5;
/** A measured part of a clause needs more: its neighbours share many words with it. */
const LEAST_WORDS = 3;

/**
 * The parts of a parent's text that no child restates, as printed. A part is a sentence or what
 * stands between «;»; within an enumeration, also a piece with a figure of its own. Wordings may
 * differ: only parts of which most words are in no child are told. A parent of which nothing is
 * restated sums its children up and lists no parts. Source: quirks.
 */
export function partsWithoutChild(parent: string, children: readonly string[]): string[] {
  if (children.length === 0) return [];
  const restated = children.map((child) => new Set(contentWords(child.normalize('NFC'))));
  const figures = new Set(children.flatMap((child) => numbersIn(child.normalize('NFC'))));
  const read = clausesOf(parent.normalize('NFC')).map((clause) => {
    const measured = piecesOf(clause).filter((piece) => numbersIn(piece).length > 0);
    const missing = measured.filter((piece) => isMissingPiece(piece, restated, figures));
    const isSplit = missing.length < measured.length;
    const isKept = isSplit || isRestated(clause, restated);
    return { isKept, missing: isKept ? missing : [clause] };
  });
  if (!read.some(({ isKept }) => isKept)) return [];
  return read.flatMap(({ missing }) => missing.map(tidy));
}

function clausesOf(text: string): string[] {
  return text
    .split(/;|\.(?=\s+\p{Lu}|\s*$)|\n/u)
    .filter((clause) => contentWords(clause).length >= LEAST_WORDS);
}

/** By one child, or by several together. */
function isRestated(clause: string, children: readonly ReadonlySet<string>[]): boolean {
  const words = [...new Set(contentWords(clause))];
  const all = new Set(children.flatMap((child) => [...child]));
  const best = Math.max(...children.map((child) => shareIn(words, child)));
  return best >= RESTATED || shareIn(words, all) >= (RESTATED + 1) / 2;
}

function shareIn(words: readonly string[], known: ReadonlySet<string>): number {
  return words.filter((word) => known.has(word)).length / words.length;
}

/** The pieces of an enumeration; a comma in brackets or in a number parts nothing. */
function piecesOf(clause: string): string[] {
  const lead = clause.replace(/^[^:]*:(?=\s)/u, '');
  return lead.split(/,(?=\s)(?![^(]*\))/u);
}

function isMissingPiece(
  piece: string,
  children: readonly ReadonlySet<string>[],
  figures: ReadonlySet<string>,
): boolean {
  const words = contentWords(piece).filter((word) => !/^\d+$/u.test(word));
  if (words.length < LEAST_WORDS || numbersIn(piece).some((figure) => figures.has(figure)))
    return false;
  return children.every((child) => shareIn(words, child) < RESTATED);
}

/** Figures with their units, so that one child's «15» does not answer for another's. */
function numbersIn(text: string): string[] {
  return figuresIn(text).map(
    ({ value, isPercent, unit }) => `${value}${isPercent ? '%' : unit.words[0]}`,
  );
}

function tidy(part: string): string {
  return part.replace(/\s+/gu, ' ').trim();
}
