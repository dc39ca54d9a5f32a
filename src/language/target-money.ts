import { type Found, findAt, type TargetText, wording } from './target-text.ts';

/** A word of number and how much it multiplies. */
const WORDS_OF_NUMBER: readonly (readonly [RegExp, number])[] = [
  [/^(?:nghìn|ngàn|nghin|ngan)$/u, 1e3],
  [/^(?:vạn|van)$/u, 1e4],
  [/^(?:triệu|trieu)$/u, 1e6],
  [/^(?:tỷ|tỉ|ty|ti)$/u, 1e9],
];

const SCALE_WORDS = '(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)';
const SCALE = wording(`\\s*(?<scale>${SCALE_WORDS}(?:\\s+${SCALE_WORDS})?)(?!\\p{L})`);
const DONG = '(?:đồng(?!\\s+(?:bào|chí|ruộng|hồ|bộ))|vnđ|vnd|đ(?!\\)))(?!\\p{L})';
const DOLLAR = '(?:usd|đô la mỹ|đô la|đôla)(?!\\p{L})';
const EURO = '(?:euro|eur)(?!\\p{L})';
const CURRENCY = wording(
  `\\s*(?<scale>${SCALE_WORDS}(?:\\s+${SCALE_WORDS})?)?\\s*(?:(?<vnd>${DONG})|(?<usd>${DOLLAR})|(?<eur>${EURO}))`,
);

export interface Scale {
  readonly end: number;
  readonly factor: number;
}

/** «triệu», «nghìn tỷ» right after a figure. */
export function scaleAt(text: TargetText, at: number): Scale | null {
  const found = findAt(text, SCALE, at);
  return found === null ? null : { end: found.end, factor: factorOf(found) };
}

export interface Currency extends Scale {
  /** Lower case; amounts of two currencies are never compared. Source: rule T06. */
  readonly base: 'đồng' | 'usd' | 'euro';
}

/** «tỷ đồng», «triệu USD», «đồng» right after a figure. */
export function currencyAt(text: TargetText, at: number): Currency | null {
  const found = findAt(text, CURRENCY, at);
  if (found === null) return null;
  return { end: found.end, factor: factorOf(found), base: baseOf(found) };
}

function baseOf({ groups }: Found): Currency['base'] {
  if (groups['vnd'] !== undefined) return 'đồng';
  return groups['usd'] === undefined ? 'euro' : 'usd';
}

function factorOf({ groups: { scale = '' } }: Found): number {
  return WORDS_OF_NUMBER.reduce(
    (factor, [word, worth]) =>
      scale.split(/\s+/u).reduce((left, each) => (word.test(each) ? left * worth : left), factor),
    1,
  );
}
