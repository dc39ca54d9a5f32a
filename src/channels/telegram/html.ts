import type { Span } from '../../usecases/ports/messenger.ts';

export type Lines = readonly (readonly Span[])[];

/** The lines as Telegram's HTML. Every text passes `escapeHtml`, so nothing a person wrote is markup. */
export function toHtml(lines: Lines): string {
  return lines.map((line) => line.map(spanHtml).join('')).join('\n');
}

/** The same words without markup, for when Telegram refuses the markup. */
export function toPlainText(lines: Lines): string {
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
}

/** The four characters that HTML reads; Telegram knows no other named entities. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function spanHtml({ text, isBold }: Span): string {
  if (text === '') return '';
  return isBold === true ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text);
}
