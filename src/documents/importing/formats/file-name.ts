/** What a reader can tell of a file by its content. */
export type Content =
  | 'xlsx'
  | 'docx'
  | 'pdf'
  | 'html'
  | 'text'
  | 'compound'
  | 'otherOffice'
  | 'picture'
  | 'rtf'
  | 'archive'
  | 'program'
  | 'xml'
  | 'unknown';

/** The contents that may stand behind a name's ending; the first is the usual one. */
const CLAIMS: Readonly<Record<string, readonly Content[]>> = {
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  xltx: ['xlsx'],
  xltm: ['xlsx'],
  docx: ['docx'],
  docm: ['docx'],
  dotx: ['docx'],
  dotm: ['docx'],
  pdf: ['pdf'],
  csv: ['text'],
  tsv: ['text'],
  tab: ['text'],
  txt: ['text'],
  htm: ['html'],
  html: ['html'],
  // Many systems hand out tables of HTML, or rows parted by tabs, under this name.
  xls: ['compound', 'html', 'text', 'xml'],
  doc: ['compound', 'html', 'rtf', 'xml'],
  rtf: ['rtf'],
  ods: ['otherOffice'],
  odt: ['otherOffice'],
  xlsb: ['otherOffice'],
  pptx: ['otherOffice'],
  ppt: ['compound'],
  zip: ['archive'],
  rar: ['archive'],
  '7z': ['archive'],
  jpg: ['picture'],
  jpeg: ['picture'],
  png: ['picture'],
  gif: ['picture'],
  bmp: ['picture'],
  tif: ['picture'],
  tiff: ['picture'],
  webp: ['picture'],
  heic: ['picture'],
};

/** The name's ending in lower case without its point; «» without one. */
export function endingOf(fileName: string): string {
  return /\.([^./\\\s]{1,5})\s*$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** Null for a name that promises nothing that we know of. */
export function claimOf(fileName: string): readonly Content[] | null {
  return CLAIMS[endingOf(fileName)] ?? null;
}
