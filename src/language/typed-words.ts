import { fold, foldTone } from './folding.ts';

/** A word as a person typed it, with where it ends in the text. */
export interface TypedWord {
  /** What it stands for: «ht» is two words at one place. */
  readonly words: readonly string[];
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
    const long = SHORT_FORMS.get(typed.toLowerCase()) ?? typed;
    return { words: long.split(' '), start: index, end: index + typed.length };
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
    const words = typed[from + length]?.words ?? [];
    const wanted = phrase.slice(matched, matched + words.length);
    const isSpelt = words.length > 0 && words.every((word, index) => spells(word, wanted[index]));
    if (!isSpelt) return 0;
    matched += words.length;
    length += 1;
  }
  return length;
}

/** Whether the text is the phrase and nothing else. */
export function isPhrase(text: string, phrase: string): boolean {
  const typed = typedWords(text);
  return typed.length > 0 && lengthOfPhrase(typed, phrase.split(' ')) === typed.length;
}

function spells(typed: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  const key = foldTone(typed);
  return key === foldTone(word) || key === withoutTone(word) || key === fold(word);
}

function withoutTone(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
    .normalize('NFC');
}
