/** An item named by its number, and the words after it. */
export interface ItemReference {
  /** As numbers are kept: «1.2», «2.a». */
  readonly number: string;
  readonly rest: string;
}

const REFERENCE = /^(?:m[uụ]c\s+)?(\d{1,2}(?:\.[\da-zđ]{1,2})*)\.?(?:\s+(.+))?$/iu;

/** Reads «1.3», «mục 1.3», «1.3 sở y tế»; null for words that begin with no number. */
export function readItemReference(text: string): ItemReference | null {
  const [, number, rest = ''] = REFERENCE.exec(text.normalize('NFC').trim()) ?? [];
  return number === undefined ? null : { number: number.toLowerCase(), rest };
}
