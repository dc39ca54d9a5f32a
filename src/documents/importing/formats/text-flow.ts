/** How a stretch of text is set. */
export interface Setting {
  readonly isBold?: boolean;
  readonly isStruck?: boolean;
}

const PLAIN: Setting = {};

/** The text of a cell or a paragraph while its runs come in; a table has very many of them. */
export class TextFlow {
  #kept = '';
  #all = '';
  #hasStruck = false;
  #hasPlain = false;
  /** Every stretch as it came, for `take`. */
  readonly #stretches: (readonly [string, Setting])[] = [];

  add(text: string, setting: Setting = PLAIN): void {
    this.#stretches.push([text, setting]);
    this.#all += text;
    const isWritten = text.trim() !== '';
    if (setting.isStruck === true) {
      this.#hasStruck ||= isWritten;
      return;
    }
    this.#kept += text;
    this.#hasPlain ||= isWritten && setting.isBold !== true;
  }

  /** Takes over all of another one. */
  take(other: TextFlow): void {
    for (const [text, setting] of other.#stretches) this.add(text, setting);
  }

  /** Ends the line, if anything stands on it. */
  breakLine(): void {
    this.#stretches.push(['\n', PLAIN]);
    if (this.#kept !== '' && !this.#kept.endsWith('\n')) this.#kept += '\n';
    if (this.#all !== '' && !this.#all.endsWith('\n')) this.#all += '\n';
  }

  hasText(): boolean {
    return this.#all.trim() !== '';
  }

  /** Whether anything is struck through. */
  hasStruck(): boolean {
    return this.#hasStruck;
  }

  /** Whether all that is written is struck through. */
  isStruck(): boolean {
    return this.#hasStruck && this.#kept.trim() === '';
  }

  /** What is written and not struck; bold when all of it is. */
  end(): { readonly text: string; readonly isBold: boolean } {
    return { text: linesOf(this.#kept), isBold: this.#kept.trim() !== '' && !this.#hasPlain };
  }

  /** What is written, struck or not. */
  all(): string {
    return linesOf(this.#all);
  }
}

/** What is not yet a single line with single spaces. */
const UNTIDY = /[^\S ]| {2}|^ | $/u;

/** Lines without the blank ones, single spaces within each. */
export function linesOf(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
