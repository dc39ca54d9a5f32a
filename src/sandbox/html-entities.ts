import type { StartTag } from './html-tags.ts';
import { linkOf } from './links.ts';
import type { MessageEntity } from './wire.ts';

export interface OpenTag extends StartTag {
  /** UTF-16 units of text before the tag. */
  readonly offset: number;
}

const TYPE_OF_TAG: ReadonlyMap<string, string> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['del', 'strikethrough'],
  ['tg-spoiler', 'spoiler'],
  ['span', 'spoiler'],
  ['blockquote', 'blockquote'],
]);

/**
 * What a closed tag means for the text read so far: null for an empty one and for a link that leads nowhere.
 * `inner` are the entities closed before it; code of a known language swallows the one that it fills.
 */
export function entityOf(tag: OpenTag, text: string, inner: MessageEntity[]): MessageEntity | null {
  const place = { offset: tag.offset, length: text.length - tag.offset };
  if (place.length === 0) return null;
  switch (tag.name) {
    case 'a': {
      const url = linkOf(tag.attributes.get('href') || text.slice(tag.offset));
      return url === null ? null : { type: 'text_link', ...place, url };
    }
    case 'tg-emoji':
      return {
        type: 'custom_emoji',
        ...place,
        custom_emoji_id: tag.attributes.get('emoji-id') ?? '',
      };
    case 'tg-time':
      return dateTime(tag, place);
    case 'pre':
    case 'code':
      return codeOf(tag, place, inner);
    default: {
      const isExpandable = tag.name === 'blockquote' && tag.attributes.has('expandable');
      const type = isExpandable ? 'expandable_blockquote' : TYPE_OF_TAG.get(tag.name);
      return type === undefined ? null : { type, ...place };
    }
  }
}

type Place = Pick<MessageEntity, 'offset' | 'length'>;

/** `<pre><code class="language-x">` is one entity when both hold the same text, else two. */
function codeOf(tag: OpenTag, place: Place, inner: MessageEntity[]): MessageEntity {
  const language = LANGUAGE.exec(tag.attributes.get('class') ?? '')?.[1];
  const other = inner.at(-1);
  const isFilled = other?.offset === place.offset && other.length === place.length;
  const partner = tag.name === 'pre' ? 'code' : 'pre';
  if (isFilled && other.type === partner) {
    const known = language ?? languages.get(other);
    if (known !== undefined) {
      inner.pop();
      return { type: 'pre', ...place, language: known };
    }
  }
  const entity: MessageEntity = { type: tag.name, ...place };
  if (language !== undefined) languages.set(entity, language);
  return entity;
}

const LANGUAGE = /^language-(.+)$/s;

/** The language that a code tag named, until its partner closes. */
const languages = new WeakMap<MessageEntity, string>();

function dateTime({ attributes }: OpenTag, place: Place): MessageEntity {
  const format = attributes.get('format');
  return {
    type: 'date_time',
    ...place,
    unix_time: Number(attributes.get('unix')),
    ...(format !== undefined && { date_time_format: format }),
  };
}
