import type { FormattedText, MessageEntity } from './wire.ts';

/** The text as HTML with only the platform's tags; everything else is escaped. */
export function toHtml({ text, entities }: FormattedText): string {
  return write(text, entities, 0, text.length);
}

/** The four characters that HTML reads. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The entities must be in the order of their offsets, outer ones first. One that overlaps is cut. */
function write(
  text: string,
  entities: readonly MessageEntity[],
  start: number,
  end: number,
): string {
  const [entity, ...rest] = entities;
  if (entity === undefined) return escapeHtml(text.slice(start, end));
  const from = Math.max(start, Math.min(entity.offset, end));
  const to = Math.max(from, Math.min(entity.offset + entity.length, end));
  const inner = rest.filter(({ offset }) => offset < to);
  const after = rest.filter(({ offset }) => offset >= to);
  const [open, close] = tagsOf(entity);
  return [
    escapeHtml(text.slice(start, from)),
    open,
    write(text, inner, from, to),
    close,
    write(text, after, to, end),
  ].join('');
}

const TAGS: Readonly<Record<string, string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  spoiler: 'tg-spoiler',
  code: 'code',
  blockquote: 'blockquote',
};

function tagsOf(entity: MessageEntity): readonly [string, string] {
  if (entity.type === 'text_link') return [`<a href="${escapeHtml(entity.url ?? '')}">`, '</a>'];
  if (entity.type === 'expandable_blockquote') return ['<blockquote expandable>', '</blockquote>'];
  if (entity.type === 'pre') {
    const { language } = entity;
    if (language === undefined) return ['<pre>', '</pre>'];
    return [`<pre><code class="language-${escapeHtml(language)}">`, '</code></pre>'];
  }
  const tag = TAGS[entity.type];
  return tag === undefined ? ['', ''] : [`<${tag}>`, `</${tag}>`];
}
