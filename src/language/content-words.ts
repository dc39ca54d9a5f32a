import { wordKeys } from './word-keys.ts';

/** Words that bind others and say nothing themselves. */
const BINDING =
  'và của các cho trong với được có là từ đến theo tại về để do đã đang sẽ những này đó đều cả một hoặc bị khi ' +
  'ra vào trên dưới đối ở như nhằm bằng qua cùng việc sự cũng tiếp tục không chưa';

const BINDING_WORDS = new Set(wordKeys(BINDING));

/** The keys of the words that carry a composed text's content, in order. */
export function contentWords(text: string): string[] {
  return wordKeys(text).filter((word) => !BINDING_WORDS.has(word));
}

/** Neighbouring content words, two at a time: most Vietnamese terms have two syllables. */
export function contentPairs(text: string): string[] {
  return text.split(/[,;.:()\n]/u).flatMap((piece) => {
    const words = contentWords(piece);
    return words.slice(1).map((word, index) => `${words[index]} ${word}`);
  });
}
