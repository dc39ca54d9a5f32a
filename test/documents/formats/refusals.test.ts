import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { p, sheetOf, wordFile, workbook } from '../office-files.ts';
import { pdfOf } from '../pdf-writer.ts';
import { paperIn, refusalOf, textsIn } from '../read-for-test.ts';
import { type ZipPart, zip } from '../zip-writer.ts';

const SHEET = sheetOf(['1', 'Đắp 3 km đê'], ['2', 'Trồng cói']);
const book = workbook({ sheets: [SHEET] });
const letter = wordFile({ body: p('Chi cục Muối trồng 40 ha cói.') });
const kept = (name: string) => readFileSync(`test/fixtures/papers/${name}`);

function withPart(part: ZipPart): Buffer {
  return workbook({ sheets: [SHEET], more: [part] });
}

/** The container of the old Office with streams of those names in its directory. */
function compound(...streams: readonly string[]): Buffer {
  const entries = streams.map((name) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    return entry;
  });
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016), ...entries]);
}

describe('a file whose name and content differ', () => {
  it.each([
    ['a letter called a sheet', letter, 'a.xlsx'],
    ['a sheet called a letter', book, 'a.docx'],
    ['a sheet called a PDF', book, 'a.pdf'],
    ['a sheet called a text', book, 'a.txt'],
    ['a new sheet called an old one', book, 'a.xls'],
    ['a PDF called a sheet', pdfOf([[[50, 500, 'Đắp đê']]]), 'a.xlsx'],
    ['an old sheet called a new one', kept('appendix-2029.xls'), 'a.xlsx'],
    ['a page of HTML called a new sheet', Buffer.from('<html><body>1</body></html>'), 'a.xlsx'],
    ['a picture called a PDF', Buffer.from('89504e470d0a1a0a', 'hex'), 'a.pdf'],
    ['a program called a text', Buffer.from('4d5a90000300', 'hex'), 'a.txt'],
  ])('is refused: %s', async (_what, bytes, name) => {
    expect(await refusalOf(bytes, name)).toBe('wrongExtension');
  });

  it.each(['a', 'a.XLSX', 'Phụ lục 3. Bản cuối', 'a.dat', 'a.xlsm'])(
    'is read where the name %s promises nothing else',
    async (name) => {
      expect(textsIn(await paperIn(book, name))).toEqual([
        ['1', 'Đắp 3 km đê'],
        ['2', 'Trồng cói'],
      ]);
    },
  );
});

describe('a file of another format', () => {
  it.each([
    ['an old sheet', kept('appendix-2029.xls'), 'a.xls'],
    ['an old letter', kept('letter-2027.doc'), 'a.doc'],
    ['rich text', Buffer.from('{\\rtf1 Dap de}'), 'a.rtf'],
    ['an open document', zip([{ name: 'mimetype', content: 'application/vnd.oasis' }]), 'a.ods'],
    ['a photo', Buffer.from('ffd8ffe000104a46', 'hex'), 'a.jpg'],
    ['an archive', zip([{ name: 'bao-cao.txt', content: 'x' }]), 'a.zip'],
    ['a packed file', Buffer.from('1f8b0800', 'hex'), 'a'],
    ['data in XML', Buffer.from('<?xml version="1.0"?><a/>'), 'a.xml'],
  ])('is refused: %s', async (_what, bytes, name) => {
    expect(await refusalOf(bytes, name)).toBe('unsupportedFormat');
  });
});

describe('a file with a password', () => {
  it.each([
    ['a sheet', compound('EncryptionInfo', 'EncryptedPackage'), 'a.xlsx'],
    ['a letter', compound('EncryptionInfo', 'EncryptedPackage'), 'a.docx'],
    ['an old sheet', kept('locked.xls'), 'a.xls'],
    ['a PDF', kept('locked.pdf'), 'a.pdf'],
    ['an archive', withPart({ name: 'xl/a.xml', content: 'x', flags: 0x801 }), 'a.xlsx'],
  ])('is refused: %s', async (_what, bytes, name) => {
    expect(await refusalOf(bytes, name)).toBe('passwordProtected');
  });
});

describe('a damaged file', () => {
  it.each([0.2, 0.5, 0.9, 0.99])('is refused where only %f of it arrived', async (share) => {
    for (const [whole, name] of [
      [book, 'a.xlsx'],
      [letter, 'a.docx'],
    ] as const)
      expect(await refusalOf(whole.subarray(0, whole.length * share), name)).toBe('corruptFile');
  });

  it('is refused where a PDF is cut to its head, or a part of a sheet was changed', async () => {
    const sheet = Buffer.from(book);
    const at = sheet.indexOf('xl/sheet0.xml') + 'xl/sheet0.xml'.length + 5;
    sheet.writeUInt8(sheet.readUInt8(at) ^ 0xff, at);

    expect(await refusalOf(pdfOf([[[50, 500, 'Đắp đê']]]).subarray(0, 40), 'a.pdf')).toBe(
      'corruptFile',
    );
    expect(await refusalOf(sheet, 'a.xlsx')).toBe('corruptFile');
    expect(await refusalOf(Buffer.from('không phải bảng tính'), 'a.xlsx')).not.toBe(null);
  });

  it('is refused where parts that it needs are missing or not well-formed', async () => {
    const withoutTypes = zip([{ name: 'xl/workbook.xml', content: '<workbook/>' }]);

    expect(await refusalOf(withoutTypes, 'a.xlsx')).toBe('corruptFile');
    expect(await refusalOf(workbook({ sheets: ['<sheetData><row></sheetData>'] }), 'a.xlsx')).toBe(
      'corruptFile',
    );
    expect(await refusalOf(wordFile({ body: '<w:p>' }), 'a.docx')).toBe('corruptFile');
  });
});

describe('a file that is made to do harm', () => {
  it.each([
    [
      'entities that blow up',
      '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>',
    ],
    ['an entity from the disk', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['a document type elsewhere', '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a/>'],
    ['elements within elements', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`],
  ])('is refused for its XML: %s', async (_what, content) => {
    const styles = { sheets: [SHEET], styles: content };

    expect(await refusalOf(workbook(styles), 'a.xlsx')).toBe('unsafeXml');
  });

  it.each([
    ['a path that leads out', '../../etc/cron.d/a'],
    ['a path from the root', '/etc/passwd'],
    ['a path of Windows', 'C:\\Windows\\a.dll'],
    ['a program', 'xl/embeddings/a.exe'],
    ['an archive within', 'xl/media/a.zip'],
    ['a part that is there twice', 'xl/workbook.xml'],
  ])('is refused for its parts: %s', async (_what, name) => {
    expect(await refusalOf(withPart({ name, content: 'x' }), 'a.xlsx')).toBe('unsafeArchive');
  });

  it('is refused where its parts are too many', async () => {
    const parts = Array.from({ length: 6000 }, (_part, index) => ({
      name: `xl/a${index}`,
      content: '',
    }));

    expect(await refusalOf(workbook({ sheets: [SHEET], more: parts }), 'a.xlsx')).toBe(
      'unsafeArchive',
    );
  });

  it('is refused where it would be far larger unpacked, whatever it says of its size', async () => {
    const zeros = Buffer.alloc(30 * 1024 * 1024, 0x20);

    expect(await refusalOf(withPart({ name: 'xl/a.xml', content: zeros }), 'a.xlsx')).toBe(
      'decompressionLimit',
    );
    const lying = workbook({
      sheets: [SHEET],
      strings: `<sst>${zeros}</sst>`,
      stringsSaidSize: 900,
    });
    expect(await refusalOf(lying, 'a.xlsx')).toBe('decompressionLimit');
  });

  it('is refused where it is larger than any appendix', async () => {
    expect(await refusalOf(Buffer.alloc(21 * 1024 * 1024, 0x20), 'a.txt')).toBe('fileTooLarge');
  });

  it('is refused where its rows or columns are beyond any appendix', async () => {
    const rows = `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(50_001)}</sheetData>`;
    const wide = `<sheetData><row>${'<c><v>1</v></c>'.repeat(201)}</row></sheetData>`;
    const lines = Buffer.from('1;Đắp đê\n'.repeat(50_001));

    expect(await refusalOf(workbook({ sheets: [rows] }), 'a.xlsx')).toBe('tooManyRows');
    expect(await refusalOf(workbook({ sheets: [wide] }), 'a.xlsx')).toBe('tooManyRows');
    expect(await refusalOf(lines, 'a.csv')).toBe('tooManyRows');
  });
});
