/**
 * What a message looks like.
 *
 * @typedef {{ text: string, data?: string, url?: string }} Key
 * @typedef {{ messageId: number, from: { name: string, isBot: boolean }, html: string, sentAt: string,
 *   isEdited: boolean, document?: { id: string, fileName: string }, buttons?: Key[][] }} Message
 */

const TAGS = new Set(['A', 'B', 'I', 'U', 'S', 'CODE', 'PRE', 'BLOCKQUOTE']);
const BLOCKS = new Set(['PRE', 'BLOCKQUOTE']);
const LINK = /^(https?|tg):\S+$/i;

/**
 * A new element; `properties` are DOM properties, not attributes.
 *
 * @param {string} tag
 * @param {object} properties
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
export function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/**
 * The insides of a message's article: who, what, when, and the keys below.
 *
 * @param {Message} message
 * @param {Record<string, string>} words
 * @param {(data: string) => Promise<unknown>} onPress
 */
export function messageParts(
  { from, html, sentAt, isEdited, document: file, buttons = [] },
  words,
  onPress,
) {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  const time = element('time', { dateTime: sentAt }, sentAt.slice(11, 16));
  const edited = isEdited ? [element('span', {}, words['edited'] ?? ''), ' · '] : [];
  const bubble = element(
    'div',
    { className: 'bubble' },
    element('p', { className: 'sender' }, from.name),
    ...(file ? [fileLink(file)] : []),
    safeCopy(parsed, element('div', { className: 'text' })),
    element('p', { className: 'meta' }, ...edited, time),
  );
  const rows = buttons.map((row) =>
    element('div', { className: 'row' }, ...row.map((key) => keyFor(key, onPress))),
  );
  return rows.length > 0 ? [bubble, element('div', { className: 'keys' }, ...rows)] : [bubble];
}

/** @param {{ id: string, fileName: string }} file */
function fileLink({ id, fileName }) {
  const href = `/sandbox/file/${encodeURIComponent(id)}`;
  return element('a', { className: 'document', href, download: fileName }, fileName);
}

/** Rebuilds the allowed tags without their attributes; of any other tag only the text stays. */
function safeCopy(source, target) {
  for (const node of source.childNodes) {
    if (node instanceof Text) target.append(textBehind(target.lastChild, node.data));
    if (node instanceof Element) {
      const copy = safeElement(node);
      if (copy === null) safeCopy(node, target);
      else target.append(safeCopy(node, copy));
    }
  }
  return target;
}

/** The line break behind a block is the block's own. */
function textBehind(previous, text) {
  return BLOCKS.has(previous?.nodeName) ? text.replace(/^\n/, '') : text;
}

/** Null for what is not let through. @param {Element} node */
function safeElement(node) {
  if (!TAGS.has(node.nodeName)) return null;
  if (node.nodeName !== 'A') return element(node.nodeName);
  const url = node.getAttribute('href') ?? '';
  return LINK.test(url) ? link(url, '') : null;
}

function link(href, className, ...children) {
  const properties = { href, className, target: '_blank', rel: 'noopener noreferrer' };
  return element('a', properties, ...children);
}

/**
 * @param {Key} key
 * @param {(data: string) => Promise<unknown>} onPress
 */
function keyFor({ text, data, url }, onPress) {
  if (url !== undefined && LINK.test(url)) return link(url, 'key is-link', text);
  const key = element('button', { type: 'button', className: 'key' }, text);
  key.addEventListener('click', async () => {
    if (data === undefined || key.ariaBusy === 'true') return;
    key.ariaBusy = 'true';
    await onPress(data);
    key.ariaBusy = 'false';
  });
  return key;
}
