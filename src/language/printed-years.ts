const RANGE = /(?<!\d)(?:19|20)\d{2}\s*[-–]\s*(?:19|20)?\d{2}(?!\d)/gu;
const COMPARED = /(?:so với|so|cùng kỳ)\s+(?:năm\s+)?(?:19|20)\d{2}/giu;
const DOCUMENT =
  /\d+\/(?:19|20)\d{2}\/\p{Lu}[\p{L}\d-]*|(?<!\d)\d{1,2}[/._-]\d{1,2}[/._-](?:19|20)\d{2}/gu;
const YEAR = /(?<!\d)(20\d{2})(?!\d)/gu;

/**
 * The years that a file's name, a sheet's or a title gives, each once, in order; the years of spans,
 * of dates and of other documents are none.
 */
export function printedYears(text: string): number[] {
  const bare = text
    .normalize('NFC')
    .replace(RANGE, ' ')
    .replace(COMPARED, ' ')
    .replace(DOCUMENT, ' ');
  return [...new Set([...bare.matchAll(YEAR)].map(([, year]) => Number(year)))];
}
