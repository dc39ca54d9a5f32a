/** A line or a paragraph of a text with its place. */
export interface PlacedText<Place> {
  readonly text: string;
  readonly place: Place;
  /** Where in the text further lines begin, each with its own place; in order. */
  readonly further?: readonly { readonly start: number; readonly place: Place }[];
}

const BEGINS = /^\s*(?:[-–+•*]\s|(?:\d{1,2}\.)+\d{0,2}\s|[IVX]{1,5}\.\s|\p{L}\)\s)/u;
const FINISHED = /[.!?:;…/]["”»)]*\s*$/u;
const FOOTNOTE_MARK = /^\s*\d{1,2}\s*$/u;
const GOES_ON = /^\s*(?:[\p{Ll}\d(),.;:%]|-\s*\d)/u;
/** A line much shorter than the longest ends its paragraph. */
const SHORT = 0.7;

/**
 * The paragraphs of a printed text whose lines were broken by its layout: lines are joined, marks
 * of footnotes are taken out, footnotes stand by themselves, and a sentence that a page's footnotes
 * interrupt goes on after them. The place is the first line's, further ones are kept. Source: quirk Q-39.
 */
export function joinPrintedLines<Place>(lines: readonly PlacedText<Place>[]): PlacedText<Place>[] {
  const paragraphs: OpenParagraph<Place>[] = [];
  const width = Math.max(0, ...lines.map(({ text }) => text.trim().length));
  let isBroken = true;
  for (const { text, place } of lines) {
    if (text.trim() === '') continue;
    if (FOOTNOTE_MARK.test(text)) {
      isBroken = true;
      continue;
    }
    const open = isBroken && !GOES_ON.test(text) ? undefined : openParagraph(paragraphs, text);
    if (open === undefined) paragraphs.push({ text: text.trim(), place, further: [] });
    else {
      open.further.push({ start: open.text.length + 1, place });
      open.text = `${open.text} ${text.trim()}`;
    }
    isBroken = FINISHED.test(text) && text.trim().length < width * SHORT;
  }
  return paragraphs;
}

interface OpenParagraph<Place> {
  text: string;
  readonly place: Place;
  readonly further: { readonly start: number; readonly place: Place }[];
}

/** The paragraph that a line carries on; a small letter carries on the last unfinished one. */
function openParagraph<Paragraph extends { readonly text: string }>(
  paragraphs: readonly Paragraph[],
  line: string,
): Paragraph | undefined {
  if (BEGINS.test(line) || isHeading(line)) return undefined;
  const last = paragraphs.at(-1);
  if (last === undefined || !FINISHED.test(last.text) || !GOES_ON.test(line)) return last;
  return paragraphs.findLast(({ text }) => !FINISHED.test(text)) ?? last;
}

function isHeading(line: string): boolean {
  return /\p{Lu}{2}/u.test(line) && line === line.toUpperCase();
}
