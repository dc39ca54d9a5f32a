import path from 'node:path';
import { RefusedPaperError } from '../refusal.ts';
import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';
import { childrenOf, readTree } from './xml-tree.ts';

/** A link of one part to another, by its kind (the last word of its type). */
export interface Relationship {
  readonly id: string;
  readonly kind: string;
  /** The part's name in the archive; an address where it is outside. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** What Office would fetch or start on opening: a template, a frame, an object, another document. */
const FETCHED = new Set([
  'attachedTemplate',
  'frame',
  'oleObject',
  'subDocument',
  'aFChunk',
  'package',
]);

/** An address on another machine; a template on the author's own disk is nobody else's business. */
const REMOTE = /^(?:https?|ftp|file:\/\/[^/]|\\\\|mhtml|ms-|javascript|data:)/iu;

/** Elements that end a line of the text beside: paragraphs, and the properties of a file. */
const ENDS_LINE = new Set([
  'p',
  'div',
  'lpwstr',
  'title',
  'subject',
  'category',
  'keywords',
  'text',
]);

/**
 * The links of a part ('' for the package itself). One that Office would fetch from another machine
 * is refused; hyperlinks, linked pictures and other workbooks are never followed.
 */
export async function relationshipsOf(archive: Archive, part: string): Promise<Relationship[]> {
  const folder = path.posix.dirname(part);
  const name = path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`);
  if (!archive.has(name)) return [];
  const tree = await readTree(archive.open(name));
  return childrenOf(tree, 'Relationship').map(({ attributes }) => {
    const kind = attributes['Type']?.split('/').at(-1) ?? '';
    const target = attributes['Target'] ?? '';
    const isExternal = attributes['TargetMode'] === 'External';
    if (isExternal && FETCHED.has(kind) && REMOTE.test(target))
      throw new RefusedPaperError('unsafeDocument');
    return {
      id: attributes['Id'] ?? '',
      kind,
      target: isExternal ? target : inside(folder, target),
      isExternal,
    };
  });
}

function inside(folder: string, target: string): string {
  return path.posix.join('/', target.startsWith('/') ? '' : folder, target).slice(1);
}

/** The name of the package's main part, such as «xl/workbook.xml». */
export async function mainPart(archive: Archive): Promise<string> {
  const links = await relationshipsOf(archive, '');
  const name = links.find(({ kind }) => kind === 'officeDocument')?.target;
  if (name === undefined || !archive.has(name)) throw new RefusedPaperError('corruptFile');
  return name;
}

/** Looks through the links of every part, so that none that Office would fetch hides in one we do not read. */
export async function checkLinks(archive: Archive): Promise<void> {
  for (const name of archive.names) {
    const part = /^(.*?)_rels\/([^/]*)\.rels$/u.exec(name);
    if (part !== null) await relationshipsOf(archive, `${part[1] ?? ''}${part[2] ?? ''}`);
  }
}

/** The texts of parts that stand beside the paper's own: drawings, comments, properties. */
export async function asideTexts(archive: Archive, parts: RegExp): Promise<string[]> {
  const texts: string[] = [];
  for (const name of archive.names) {
    if (!/\.(?:xml|vml)$/u.test(name)) continue;
    if (parts.test(name) || /^docProps\//u.test(name)) await addTexts(archive, name, texts);
  }
  return texts.filter((text) => text.trim() !== '');
}

async function addTexts(archive: Archive, name: string, texts: string[]): Promise<void> {
  let paragraph = '';
  const endLine = () => {
    texts.push(paragraph);
    paragraph = '';
  };
  try {
    await readXml(archive.open(name), {
      open: (_name, attributes) => texts.push(attributes['string'] ?? ''),
      text: (text) => {
        paragraph += text;
      },
      close: (element) => {
        if (ENDS_LINE.has(element)) endLine();
      },
    });
  } catch (error) {
    // Office itself writes drawings that are not well-formed; no paper is refused for those.
    if (!(error instanceof RefusedPaperError) || error.code !== 'corruptFile') throw error;
  }
  endLine();
}
