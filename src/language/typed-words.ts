import { fold, foldTone } from './folding.ts';

/** A word as a person typed it, with where it ends in the text. */
export interface TypedWord {
  /** What it stands for, as it is compared: «ht» is two words at one place. */
  readonly keys: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** What hurried people write for a word or two. Source: domain notes 7.1. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: 'không',
    ko: 'không',
    kg: 'không',
    kh: 'không',
    khg: 'không',
    hok: 'không',
    hông: 'không',
    ch: 'chưa',
    chx: 'chưa',
    đg: 'đang',
    dg: 'đang',
    đc: 'được',
    dc: 'được',
    ht: 'hoàn thành',
    th: 'thực hiện',
    tđ: 'thẩm định',
    td: 'thẩm định',
  }),
);

/** The words of a text in the order typed; punctuation lies between them. */
export function typedWords(text: string): TypedWord[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: typed, index }) => {
    const words = (SHORT_FORMS.get(typed.toLowerCase()) ?? typed).split(' ');
    return { keys: words.map(foldTone), start: index, end: index + typed.length };
  });
}

/**
 * How many typed words spell the phrase from `from` on; 0 when they do not. Accents may be left
 * out whole, or the tone alone; accents that are typed must be the right ones: «mới» is not «mời».
 */
export function lengthOfPhrase(
  typed: readonly TypedWord[],
  phrase: readonly string[],
  from = 0,
): number {
  let matched = 0;
  let length = 0;
  while (matched < phrase.length) {
    const keys = typed[from + length]?.keys ?? [];
    const isSpelt = keys.every((key, index) => spells(key, phrase[matched + index]));
    if (keys.length === 0 || !isSpelt) return 0;
    matched += keys.length;
    length += 1;
  }
  return length;
}

/** The phrases of a list as `lengthOfAny` takes them: «a b|c» is «a b» and «c». */
export function phrasesOf(list: string): string[][] {
  return list.split('|').map((phrase) => phrase.split(' '));
}

/** How many typed words the longest fitting phrase takes from `from` on; 0 when none fits. */
export function lengthOfAny(
  typed: readonly TypedWord[],
  phrases: readonly (readonly string[])[],
  from = 0,
): number {
  return Math.max(0, ...phrases.map((phrase) => lengthOfPhrase(typed, phrase, from)));
}

/** The text from a typed word on; nothing when there are not so many. */
export function textFrom(text: string, typed: readonly TypedWord[], place: number): string {
  return text.slice(typed[place]?.start ?? text.length);
}

/** Whether the text is the phrase and nothing else. */
export function isPhrase(text: string, phrase: string): boolean {
  return isAnyPhrase(text, [phrase]);
}

/** Whether the text is one of the phrases and nothing else. */
export function isAnyPhrase(text: string, phrases: readonly string[]): boolean {
  const typed = typedWords(text);
  if (typed.length === 0) return false;
  return phrases.some((phrase) => lengthOfPhrase(typed, phrase.split(' ')) === typed.length);
}

function spells(key: string, word: string | undefined): boolean {
  return word !== undefined && spellingsOf(word).includes(key);
}

/** Of the words of our own lists alone, which are few and asked for at every message. */
const SPELLINGS = new Map<string, readonly string[]>();

/** With its accents, without its tone, and without any. */
function spellingsOf(word: string): readonly string[] {
  const known = SPELLINGS.get(word);
  if (known !== undefined) return known;
  const spellings = [foldTone(word), withoutTone(word), fold(word)];
  SPELLINGS.set(word, spellings);
  return spellings;
}

function withoutTone(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
    .normalize('NFC');
}
