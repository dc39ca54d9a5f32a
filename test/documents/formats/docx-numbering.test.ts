import { describe, expect, it } from 'vitest';
import { p, wordFile } from '../office-files.ts';
import { paperIn, paragraphsIn } from '../read-for-test.ts';

interface Level {
  readonly format?: string;
  readonly pattern: string;
  readonly start?: number;
  readonly more?: string;
}

function level({ format = 'decimal', pattern, start = 1, more = '' }: Level, at: number): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`;
}

/** Definition 0 with these levels, and lists 1 and 2 of it; `list` is what list 2 says for itself. */
function numbering(levels: readonly Level[], list = ''): string {
  return `<w:numbering><w:abstractNum w:abstractNumId="0">${levels.map(level).join('')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="0"/>${list}</w:num></w:numbering>`;
}

/** A paragraph «x» of that list and level. */
function item(at: number, list = 1): string {
  return p('x', `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
}

async function numbersOf(items: readonly string[], lists: string, styles?: string) {
  const file = wordFile({
    body: items.join(''),
    numbering: lists,
    ...(styles === undefined ? {} : { styles }),
  });
  const shown = paragraphsIn(await paperIn(file, 'a.docx'));
  return shown.map((text) => text.replace(/ ?x$/u, ''));
}

describe('the automatic number of a Word paragraph', () => {
  it('is made of the numbers above it, and deeper ones start again', async () => {
    const levels = [
      { pattern: '%1.' },
      { pattern: '%1.%2.' },
      { format: 'lowerLetter', pattern: '%3)' },
    ];

    const shown = await numbersOf(
      [0, 1, 1, 2, 2, 0, 1, 2].map((at) => item(at)),
      numbering(levels),
    );

    expect(shown).toEqual(['1.', '1.1.', '1.2.', 'a)', 'b)', '2.', '2.1.', 'a)']);
  });

  it.each([
    ['upperRoman', ['IV', 'V', 'VI']],
    ['lowerRoman', ['iv', 'v', 'vi']],
    ['upperLetter', ['D', 'E', 'F']],
    ['decimalZero', ['04', '05', '06']],
    ['decimal', ['4', '5', '6']],
    ['none', ['', '', '']],
  ])('in the form %s', async (format, expected) => {
    const lists = numbering([{ format, pattern: '%1', start: 4 }]);

    expect(await numbersOf([item(0), item(0), item(0)], lists)).toEqual(expected);
  });

  it('goes on in a second list of the same kind, unless that begins by itself', async () => {
    const items = [item(0), item(0), item(0, 2), item(0, 2)];
    const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';

    expect(await numbersOf(items, numbering([{ pattern: '%1.' }]))).toEqual([
      '1.',
      '2.',
      '3.',
      '4.',
    ]);
    expect(await numbersOf(items, numbering([{ pattern: '%1.' }], again))).toEqual([
      '1.',
      '2.',
      '1.',
      '2.',
    ]);
  });

  it('is plain under a Roman chapter where the list asks for it', async () => {
    const levels = [
      { format: 'upperRoman', pattern: '%1.' },
      { pattern: '%1.%2', more: '<w:isLgl/>' },
    ];

    expect(await numbersOf([item(0), item(0), item(1)], numbering(levels))).toEqual([
      'I.',
      'II.',
      '2.1',
    ]);
  });

  it('may run through all chapters', async () => {
    const levels = [
      { pattern: 'Chương %1' },
      { pattern: 'Điều %2.', more: '<w:lvlRestart w:val="0"/>' },
    ];

    expect(
      await numbersOf(
        [0, 1, 1, 0, 1].map((at) => item(at)),
        numbering(levels),
      ),
    ).toEqual(['Chương 1', 'Điều 1.', 'Điều 2.', 'Chương 2', 'Điều 3.']);
  });

  it('comes from the style of the paragraph, and list 0 takes it away', async () => {
    const styles =
      '<w:styles><w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style></w:styles>';
    const lists = numbering([{ pattern: '%1.', more: '<w:pStyle w:val="Muc"/>' }]);
    const styled = (style: string, more = '') => p('x', `<w:pStyle w:val="${style}"/>${more}`);

    const shown = await numbersOf(
      [styled('Muc'), styled('Con'), styled('Muc', '<w:numPr><w:numId w:val="0"/></w:numPr>')],
      lists,
      styles,
    );

    expect(shown).toEqual(['1.', '2.', '']);
  });

  it('is a bullet as its symbol font draws it', async () => {
    const bullet = {
      format: 'bullet',
      pattern: '\uf0b7',
      more: '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>',
    };
    const dash = { format: 'bullet', pattern: '-' };

    expect(await numbersOf([item(0), item(1)], numbering([bullet, dash]))).toEqual(['•', '-']);
  });
});
