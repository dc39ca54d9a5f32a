const POLITE_START = /^(?:dạ|da|thưa|em|ok)[\s,]+(?=\p{L})/iu;
const POLITE_END = /[\s,]+(?:ạ|a|nhé|nhe|nha|nhá|ah|em|anh|chị|đồng chí)[.!]*$/iu;

/** A message without the words at its ends that only make it polite, and without its full stop. */
export function withoutPoliteness(text: string): string {
  const bare = text
    .replace(POLITE_END, '')
    .replace(POLITE_START, '')
    .replace(/[.!]+$/u, '');
  return bare === text ? bare : withoutPoliteness(bare);
}
