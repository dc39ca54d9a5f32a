import { Parser } from 'htmlparser2';
import type { ReadingNote } from '../model.ts';
import { decodeText } from './decode.ts';
import {
  closeCell,
  closeTable,
  endLine,
  endParagraph,
  openCellIn,
  openPage,
  openRow,
  openTable,
  type Page,
  say,
} from './html-page.ts';
import type { RawPaper } from './raw-paper.ts';
import type { Setting } from './text-flow.ts';

/** «comment» is how LibreOffice writes a note upon a cell. */
const UNSEEN = new Set('script style head template noscript object iframe comment'.split(' '));
const BLOCKS = new Set(
  'p div li ul ol h1 h2 h3 h4 h5 h6 section article header footer center pre hr dd dt br'.split(
    ' ',
  ),
);
const BOLD = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const STRUCK = new Set(['s', 'strike', 'del']);

interface OpenTag extends Setting {
  readonly name: string;
  readonly isUnseen: boolean;
}

type TagAttributes = Readonly<Record<string, string>>;

/** A page of HTML, or a sheet that was saved as one: tables and what is written between them. */
export function readHtml(bytes: Uint8Array): RawPaper {
  const { text, isGuessed } = decodeHtml(bytes);
  const lineAt = lineCounter(text);
  const page = openPage();
  const tags: OpenTag[] = [];
  let hasPictures = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      tags.push(openTag(name, attributes, tags.at(-1)));
      hasPictures ||= name === 'img';
      if (BLOCKS.has(name)) endLine(page);
      openPart(page, name, attributes, lineAt(parser.startIndex));
    },
    ontext(said) {
      const tag = tags.at(-1);
      if (tag?.isUnseen === true) return;
      say(page, said.replace(/\s+/gu, ' '), tag ?? {}, lineAt(parser.startIndex));
    },
    onclosetag(name) {
      tags.pop();
      if (BLOCKS.has(name)) endLine(page);
      if (name === 'td' || name === 'th') closeCell(page);
      if (name === 'table') closeTable(page);
    },
  });
  parser.end(text);
  endParagraph(page);
  const notes: ReadingNote[] = [
    ...(isGuessed ? [{ code: 'encodingGuessed' } as const] : []),
    ...(page.hasStruck ? [{ code: 'struckLeftOut' } as const] : []),
  ];
  return { format: 'html', blocks: page.blocks, notes, aside: [], hasPictures };
}

function openTag(name: string, attributes: TagAttributes, outer: OpenTag | undefined): OpenTag {
  const style = attributes['style'] ?? '';
  return {
    name,
    isUnseen: outer?.isUnseen === true || UNSEEN.has(name),
    isBold:
      outer?.isBold === true || BOLD.has(name) || /font-weight:\s*(?:bold|[6-9]00)/iu.test(style),
    isStruck: outer?.isStruck === true || STRUCK.has(name) || /line-through/iu.test(style),
  };
}

function openPart(page: Page, name: string, attributes: TagAttributes, line: number): void {
  if (name === 'table') openTable(page);
  if (name === 'tr') openRow(page, isUndisplayed(attributes), line);
  if (name === 'td' || name === 'th') openCellIn(page, attributes, name === 'th', line);
}

function isUndisplayed(attributes: TagAttributes): boolean {
  return 'hidden' in attributes || /display:\s*none/iu.test(attributes['style'] ?? '');
}

/** A page may name its encoding; what it names matters where it is that of Windows. */
function decodeHtml(bytes: Uint8Array): { readonly text: string; readonly isGuessed: boolean } {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048));
  if (!/charset\s*=\s*["']?\s*windows-1258/iu.test(head)) return decodeText(bytes);
  return { text: new TextDecoder('windows-1258').decode(bytes), isGuessed: false };
}

/** The line of a place in the source; places are asked for in rising order. */
function lineCounter(source: string): (at: number) => number {
  let line = 1;
  let next = source.indexOf('\n');
  return (at) => {
    while (next >= 0 && next < at) {
      line += 1;
      next = source.indexOf('\n', next + 1);
    }
    return line;
  };
}
