/**
 * What a reader takes at most. A year's appendix of a province has some thousand rows and a few
 * megabytes; an office machine has two cores and little memory to spare. Source: decision record
 * 0018.
 */
export const LIMITS = {
  /** Of the file as it comes. */
  fileBytes: 20 * 1024 * 1024,
  /** Of everything that an archive says it holds, and of what is unpacked from it. */
  unpackedBytes: 400 * 1024 * 1024,
  /** Of the parts of an archive. */
  entries: 5_000,
  /** From this size on a part must not be packed tighter than `packing`: no paper is. */
  suspectBytes: 10 * 1024 * 1024,
  packing: 300,
  /** Elements within elements. Word's own limit for tables within tables is far below. */
  depth: 200,
  /** Rows that say something, in all tables. */
  rows: 50_000,
  /** Grid columns of one table. */
  columns: 200,
  /** Cells in which something is written, of one sheet. */
  cells: 600_000,
  /** Characters handed on. */
  characters: 20_000_000,
  pages: 2_000,
} as const;
