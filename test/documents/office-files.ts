import { type ZipPart, zip } from './zip-writer.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument';

function link(id: string, kind: string, target: string, isExternal = false): string {
  const mode = isExternal ? ' TargetMode="External"' : '';
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${mode}/>`;
}

export function links(...all: readonly (readonly [string, string, string, boolean?])[]): string {
  return `<Relationships>${all.map((one) => link(...one)).join('')}</Relationships>`;
}

function common(main: string, type: string): ZipPart[] {
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    },
    { name: '_rels/.rels', content: links(['r1', 'officeDocument', main]) },
  ];
}

interface WorkbookParts {
  /** The inside of `worksheet`, one a sheet. */
  readonly sheets: readonly string[];
  /** «hidden», «veryHidden», or nothing. */
  readonly states?: readonly string[];
  readonly styles?: string;
  readonly strings?: string;
  /** What the archive says of the size of `strings`. */
  readonly stringsSaidSize?: number;
  /** Attributes of `workbookPr`. */
  readonly settings?: string;
  readonly more?: readonly ZipPart[];
}

/** A workbook by its bare parts; sheets are named «Bảng 1», «Bảng 2». */
export function workbook({
  sheets,
  states = [],
  styles,
  strings,
  stringsSaidSize,
  settings = '',
  more = [],
}: WorkbookParts): Buffer {
  const listed = sheets.map((_sheet, index) => {
    const state = states[index] ?? 'visible';
    return `<sheet name="Bảng ${index + 1}" sheetId="${index + 1}" state="${state}" r:id="s${index}"/>`;
  });
  const own = links(
    ['st', 'styles', 'styles.xml'],
    ['ss', 'sharedStrings', 'sharedStrings.xml'],
    ...sheets.map((_sheet, index) => [`s${index}`, 'worksheet', `sheet${index}.xml`] as const),
  );
  return zip([
    ...common('xl/workbook.xml', `${TYPES}.spreadsheetml.sheet.main+xml`),
    {
      name: 'xl/workbook.xml',
      content: `<workbook><workbookPr ${settings}/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: own },
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', content: styles }]),
    ...(strings === undefined ? [] : [stringsPart(strings, stringsSaidSize)]),
    ...sheets.map((sheet, index) => ({
      name: `xl/sheet${index}.xml`,
      content: `<worksheet>${sheet}</worksheet>`,
    })),
    ...more,
  ]);
}

function stringsPart(content: string, saidSize: number | undefined): ZipPart {
  const name = 'xl/sharedStrings.xml';
  return saidSize === undefined ? { name, content } : { name, content, saidSize };
}

/** A sheet of texts only, each row a list of cells. */
export function sheetOf(...rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    row.map((text) => (text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`));
  return `<sheetData>${rows.map((row) => `<row>${cells(row).join('')}</row>`).join('')}</sheetData>`;
}

interface WordParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly more?: readonly ZipPart[];
  /** Links of the document besides its own parts. */
  readonly links?: readonly (readonly [string, string, string, boolean?])[];
}

/** A Word file by its bare parts. */
export function wordFile({
  body,
  numbering,
  styles,
  more = [],
  links: beside = [],
}: WordParts): Buffer {
  return zip([
    ...common('word/document.xml', `${TYPES}.wordprocessingml.document.main+xml`),
    { name: 'word/document.xml', content: `<w:document><w:body>${body}</w:body></w:document>` },
    {
      name: 'word/_rels/document.xml.rels',
      content: links(['n', 'numbering', 'numbering.xml'], ['s', 'styles', 'styles.xml'], ...beside),
    },
    ...(numbering === undefined ? [] : [{ name: 'word/numbering.xml', content: numbering }]),
    ...(styles === undefined ? [] : [{ name: 'word/styles.xml', content: styles }]),
    ...more,
  ]);
}

/** A paragraph with one run; `properties` is the inside of `pPr`, `run` that of `rPr`. */
export function p(text: string, properties = '', run = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;
}

/** A table of paragraphs; a cell is its text, or its whole inside where it begins with a tag. */
export function table(...rows: readonly (readonly string[])[]): string {
  const cell = (inside: string) => `<w:tc>${inside.startsWith('<') ? inside : p(inside)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}
