import type { Span } from '../usecases/ports/messenger.ts';

/** Private-use signs, so that no text a person can type is taken for a mark. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];

/** The most characters of one message: it fits every channel. Source: product notes 4. */
export const MOST_CHARACTERS = 1_500;

/** Marks words that stand out. */
export function bold(text: string | number): string {
  return `${OPEN}${text}${CLOSE}`;
}

/** Text without its marks, where nothing can stand out. */
export function plain(text: string): string {
  return text.replaceAll(OPEN, '').replaceAll(CLOSE, '');
}

/** Text with marks as lines of spans, for a channel to escape and mark up. */
export function linesOf(text: string): Span[][] {
  return text.split('\n').map((line) =>
    line
      .split(OPEN)
      .flatMap((part, index) => {
        if (index === 0) return [{ text: part }];
        const [strong = '', ...rest] = part.split(CLOSE);
        return [{ text: strong, isBold: true }, { text: rest.join('') }];
      })
      .filter((span) => span.text !== ''),
  );
}

/** A text on one line, cut at a word so that no more than so many characters are left. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > most / 2 ? end : most).replace(/[\s,;:.]+$/u, '')}…`;
}
