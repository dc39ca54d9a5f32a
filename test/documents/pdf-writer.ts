/** A text with its place in points from the page's lower left corner. */
export type Written = readonly [x: number, y: number, text: string];

interface PageSetting {
  /** Of the text, in points. */
  readonly size?: number;
  /** Content-stream steps besides the texts, such as lines: `100 700 m 300 700 l S`. */
  readonly drawn?: string;
  /** Degrees by which a viewer turns the page. */
  readonly turned?: number;
  /** The document's letters are not told: as if its font were a picture of letters. */
  readonly isUnnamed?: boolean;
  /** Further entries of the catalogue, such as an action on opening. */
  readonly catalogue?: string;
}

/** Every letter is half as wide as the text is high. */
const FONT = `<< /Type /Font /Subtype /Type0 /BaseFont /Paper /Encoding /Identity-H /DescendantFonts [<<
 /Type /Font /Subtype /CIDFontType2 /BaseFont /Paper /DW 500 /CIDSystemInfo << /Registry (Adobe)
 /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Paper
 /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] /ToUnicode 4 0 R >>`;

const NAMES = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Names def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end`;

/** A PDF of 842 × 595 points a page, with the texts where they are put. */
export function pdfOf(pages: readonly (readonly Written[])[], setting: PageSetting = {}): Buffer {
  const { size = 12, drawn = '', turned = 0, isUnnamed = false, catalogue = '' } = setting;
  const kids = pages.map((_page, index) => `${5 + index * 2} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    FONT,
    stream(isUnnamed ? NAMES.replace('<FFFF> <0000>', '<FFFF> <E000>') : NAMES),
    ...pages.flatMap((texts, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Rotate ${turned}
       /Resources << /Font << /F 3 0 R >> >> /Contents ${6 + index * 2} 0 R >>`,
      stream(`${drawn}\n${texts.map((text) => shown(text, size)).join('\n')}`),
    ]),
  ];
  return Buffer.from(fileOf(objects), 'latin1');
}

function shown([x, y, text]: Written, size: number): string {
  const letters = Buffer.from(text.normalize('NFC'), 'utf16le').swap16().toString('hex');
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${letters}> Tj ET`;
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function fileOf(objects: readonly string[]): string {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = String(file.length).padStart(10, '0');
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${place} 00000 n \n`;
  });
  const start = file.length;
  const count = objects.length + 1;
  return `${file}xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}trailer
<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}

/** Lines around the cells between those places: `xs` and `ys` in points. */
export function gridOf(xs: readonly number[], ys: readonly number[]): string {
  const [left = 0, right = 0] = [Math.min(...xs), Math.max(...xs)];
  const [low = 0, high = 0] = [Math.min(...ys), Math.max(...ys)];
  const lying = ys.map((y) => `${left} ${y} m ${right} ${y} l S`);
  const standing = xs.map((x) => `${x} ${low} m ${x} ${high} l S`);
  return [...lying, ...standing].join('\n');
}
