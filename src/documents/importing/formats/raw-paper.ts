import type { Block, PaperFormat, ReadingNote } from '../model.ts';

/** A paper as its reader found it: texts not yet mended, with what stands beside them. */
export interface RawPaper {
  readonly format: PaperFormat;
  readonly blocks: readonly Block[];
  readonly notes: readonly ReadingNote[];
  /** Headers, footers, names, hidden sheets: left out of the blocks, but a secrecy mark in them counts. */
  readonly aside: readonly string[];
  /** Text set in a one-byte Vietnamese font, as its letters would look without it. */
  readonly legacyFontText?: string;
  readonly hasPictures?: boolean;
}
