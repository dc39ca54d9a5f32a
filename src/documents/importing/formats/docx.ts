import type { Block, Paragraph, Place, ReadingNote } from '../model.ts';
import type { Archive } from './archive.ts';
import { readNumbering } from './docx-numbering.ts';
import { readStyles } from './docx-styles.ts';
import { contentsOfLayout, isLayout, readTable } from './docx-table.ts';
import { contentsOf, type ReadParagraph, readParagraph, type WordReading } from './docx-text.ts';
import { asideTexts, checkLinks, mainPart, relationshipsOf } from './package-parts.ts';
import type { RawPaper } from './raw-paper.ts';
import { TextFlow } from './text-flow.ts';
import { readTrees, type XmlElement } from './xml-tree.ts';

const NOTE_OF = {
  tracked: 'trackedChangesAccepted',
  struck: 'struckLeftOut',
  comment: 'commentsIgnored',
  footnote: 'footnotesLeftOut',
} as const;

/** Depth of what stands in the body: document, body, paragraph or table. */
const IN_BODY = 3;

interface Body {
  readonly reading: WordReading;
  readonly blocks: Block[];
  /** The beginning of a paragraph whose end was deleted. */
  carried: TextFlow;
}

/**
 * A Word file as it reads with all changes accepted: numbers of lists as shown, headers, footers,
 * notes and comments left out.
 */
export async function readDocx(archive: Archive): Promise<RawPaper> {
  await checkLinks(archive);
  const main = await mainPart(archive);
  const links = await relationshipsOf(archive, main);
  const partOf = (kind: string) => links.find((link) => link.kind === kind)?.target;
  const reading: WordReading = {
    styles: await readStyles(archive, partOf('styles')),
    numbering: await readNumbering(archive, partOf('numbering')),
    met: new Set(),
    aside: [],
    legacyFontText: '',
    line: 0,
  };
  const body: Body = { reading, blocks: [], carried: new TextFlow() };
  const take = (element: XmlElement) => addElement(element, body);
  await readTrees(archive.open(main), take, (_name, depth) => depth === IN_BODY);
  const has = (pattern: RegExp) => archive.names.some((name) => pattern.test(name));
  const notes: ReadingNote[] = [
    ...(has(/vbaProject\.bin$/iu) ? [{ code: 'macrosIgnored' } as const] : []),
    ...[...reading.met].map((met) => ({ code: NOTE_OF[met] })),
  ];
  const beside = /^word\/(?:header|footer|footnotes|endnotes|comments)/u;
  return {
    format: 'docx',
    blocks: body.blocks,
    notes,
    aside: [...reading.aside, ...(await asideTexts(archive, beside))],
    legacyFontText: reading.legacyFontText,
    hasPictures: has(/\/media\//u),
  };
}

function addElement(element: XmlElement, body: Body): void {
  switch (element.name) {
    case 'p':
      addParagraph(element, body);
      break;
    case 'tbl':
      if (isLayout(element)) for (const inner of contentsOfLayout(element)) addElement(inner, body);
      else body.blocks.push(...readTable(element, body.reading));
      break;
    case 'sdt':
    case 'customXml':
    case 'ins':
    case 'moveTo':
    case 'AlternateContent':
      for (const inner of contentsOf({ name: '', attributes: {}, children: [element], text: '' }))
        addElement(inner, body);
      break;
    default:
  }
}

function addParagraph(element: XmlElement, body: Body): void {
  const { reading, blocks } = body;
  reading.line += 1;
  const place = { line: reading.line };
  const read = readParagraph(element, reading);
  body.carried.take(read.flow);
  for (const box of read.boxes) for (const inner of contentsOf(box)) addElement(inner, body);
  if (read.isJoined) return;
  const said = paragraphOf(read, body.carried, place);
  body.carried = new TextFlow();
  const page: Block[] = read.breaksPage ? [{ kind: 'pageBreak' }] : [];
  if (said === null) blocks.push(...page);
  else blocks.push(said, ...page);
}

function paragraphOf(
  { numbering, headingLevel }: ReadParagraph,
  flow: TextFlow,
  place: Place,
): Paragraph | null {
  const { text, isBold } = flow.end();
  if (text === '') return null;
  return {
    kind: 'paragraph',
    text,
    place,
    ...(numbering === '' ? {} : { numbering }),
    ...(headingLevel === undefined ? {} : { headingLevel }),
    ...(isBold ? { isBold } : {}),
  };
}
