import type { Block, ReadingNote } from '../model.ts';
import { RefusedPaperError } from '../refusal.ts';
import type { Archive } from './archive.ts';
import { tableOf } from './grid.ts';
import { asideTexts, checkLinks, mainPart, relationshipsOf } from './package-parts.ts';
import type { RawPaper } from './raw-paper.ts';
import type { Workbook } from './xlsx-cell.ts';
import { readSheet, type Sheet } from './xlsx-sheet.ts';
import { readStrings } from './xlsx-strings.ts';
import { readStyles } from './xlsx-styles.ts';
import { childOf, childrenOf, readTree, type XmlElement } from './xml-tree.ts';

interface ListedSheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

interface ReadSheets {
  readonly blocks: Block[];
  readonly notes: ReadingNote[];
  readonly aside: string[];
  readonly legacyFontText: string;
}

/** The sheets of a workbook in their order, each a table; hidden sheets are left out, and it is said. */
export async function readXlsx(archive: Archive): Promise<RawPaper> {
  await checkLinks(archive);
  const { workbook, sheets, hasLinks } = await openWorkbook(archive);
  const hasMacros = archive.names.some((name) => /vbaProject\.bin$|\/macrosheets\//iu.test(name));
  const read = await readSheets(archive, sheets, workbook, hasMacros);
  const has = (pattern: RegExp) => archive.names.some((name) => pattern.test(name));
  const notes: ReadingNote[] = [
    ...(hasMacros ? [{ code: 'macrosIgnored' } as const] : []),
    ...(hasLinks ? [{ code: 'externalLinksIgnored' } as const] : []),
    ...(has(/comments?\d*\.xml$/iu) ? [{ code: 'commentsIgnored' } as const] : []),
    ...read.notes,
  ];
  return {
    format: 'xlsx',
    blocks: read.blocks,
    notes,
    aside: [
      ...read.aside,
      ...(await asideTexts(archive, /^xl\/(?:drawings\/|comments|threaded)/u)),
    ],
    legacyFontText: read.legacyFontText,
    hasPictures: has(/\/media\//u),
  };
}

async function openWorkbook(archive: Archive) {
  const main = await mainPart(archive);
  const links = await relationshipsOf(archive, main);
  const partOf = (kind: string) => links.find((link) => link.kind === kind)?.target;
  const tree = await readTree(archive.open(main));
  const settings = childOf(tree, 'workbookPr')?.attributes['date1904'];
  const workbook: Workbook = {
    styles: await readStyles(archive, partOf('styles')),
    strings: await readStrings(archive, partOf('sharedStrings')),
    isFrom1904: settings === '1' || settings === 'true',
  };
  const sheets = childrenOf(childOf(tree, 'sheets'), 'sheet').flatMap((sheet): ListedSheet[] => {
    const link = links.find(({ id }) => id === sheet.attributes['id']);
    return link?.kind === 'worksheet' ? [listedSheet(sheet, link.target)] : [];
  });
  return { workbook, sheets, hasLinks: links.some(({ kind }) => kind === 'externalLink') };
}

function listedSheet({ attributes }: XmlElement, part: string): ListedSheet {
  const isHidden = ['hidden', 'veryHidden'].includes(attributes['state'] ?? '');
  return { name: attributes['name'] ?? '', part, isHidden };
}

async function readSheets(
  archive: Archive,
  sheets: readonly ListedSheet[],
  workbook: Workbook,
  hasMacros: boolean,
): Promise<ReadSheets> {
  const blocks: Block[] = [];
  const notes: ReadingNote[] = [];
  const aside: string[] = [];
  let legacyFontText = '';
  let isUnderHidden = false;
  for (const { name, part, isHidden } of sheets) {
    const sheet = await readSheet(archive.open(part), name, workbook);
    if (hasMacros && sheet.hasEmptyFormula) throw new RefusedPaperError('macroPresent');
    aside.push(name, ...sheet.aside);
    legacyFontText += sheet.legacyFontText;
    if (isHidden) {
      aside.push(...sheet.rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
      isUnderHidden ||= sheet.rows.length > 0;
    } else {
      blocks.push(...tableIn(sheet, name));
      notes.push(...sheet.notes, ...hiddenColumnsIn(sheet, name));
    }
  }
  // «Enable macros to see the sheets»: what the workbook says is behind its macros.
  if (hasMacros && isUnderHidden && !blocks.some(isWide))
    throw new RefusedPaperError('macroPresent');
  if (isUnderHidden) notes.push({ code: 'hiddenSheets' });
  return { blocks, notes, aside, legacyFontText };
}

function tableIn({ rows, hiddenColumns }: Sheet, sheet: string): Block[] {
  const table = tableOf(rows, { hiddenColumns, sheet });
  return table === null ? [] : [table];
}

function hiddenColumnsIn({ rows, hiddenColumns }: Sheet, sheet: string): ReadingNote[] {
  const hidden = new Set(hiddenColumns);
  const first = rows.find(({ cells }) => cells.some(({ column }) => hidden.has(column)));
  return first === undefined ? [] : [{ code: 'hiddenColumns', place: { sheet, row: first.at } }];
}

function isWide(block: Block): boolean {
  return block.kind === 'table' && block.columnCount > 1;
}
