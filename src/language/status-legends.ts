import { type Legend, legendKey, printedStatus } from './printed-status.ts';

const SIGN = '([^\\s,;:.=()\\[\\]]{1,5})';
const WORDS = '([^,;.:=()\\[\\]\\n]{2,80})';
const LEGEND_FORMS: readonly (readonly [form: RegExp, sign: number, words: number])[] = [
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}])[(\\["“]?${SIGN}[)\\]"”]?\\s*(?:[:=–-]|là)\\s*["“]?${WORDS}`,
      'giu',
    ),
    1,
    2,
  ],
  [new RegExp(`[(\\[]${SIGN}[)\\]]\\s*${WORDS}`, 'giu'), 1, 2],
  [
    new RegExp(`${WORDS}\\s*[(\\[](?:(?:ký hiệu|viết tắt)(?: là)?:?\\s*)?${SIGN}[)\\]]`, 'giu'),
    2,
    1,
  ],
  [new RegExp(`${WORDS}\\s*[:=]\\s*["“(]?${SIGN}(?=["”)\\s,;.]|$)`, 'giu'), 2, 1],
];
const LEGEND_OPENING =
  /(?:ghi chú|chú thích|chú giải|lưu ý|quy ước|trong đó|ký hiệu|chữ viết tắt|viết tắt)\s*:/giu;

/** The signs that a note explains, «ĐTH: đang thực hiện; HT: hoàn thành»; empty unless it explains two or more. */
export function legendIn(text: string): Legend {
  const note = text.normalize('NFC').replace(LEGEND_OPENING, '');
  const legends = LEGEND_FORMS.map(([form, sign, words]) => {
    const pairs = [...note.matchAll(form)].map((found) => ({
      key: legendKey(String(found[sign])),
      stated: printedStatus(String(found[words]).replace(/["“”]/gu, '')),
    }));
    return new Map(
      pairs.flatMap(({ key, stated }) => (stated === null ? [] : [[key, stated] as const])),
    );
  });
  return legends.find(({ size }) => size > 1) ?? new Map();
}
