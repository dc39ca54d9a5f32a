import type { Commitment } from '../domain/commitment.ts';
import { OFFICER_STATUSES } from '../domain/status-transition.ts';
import { statusWords } from '../views/statuses.ts';
import type { Texts } from '../views/texts.ts';
import type { ChatAction } from './action.ts';
import type { Option } from './turn.ts';

/** The statuses that an officer may choose, 1 to 5. Source: script TX-14. */
export function statusOptions(
  texts: Texts,
  asked: { readonly item: number; readonly seen: number },
  result: string | null,
): Option[] {
  return OFFICER_STATUSES.map((status, index) => ({
    label: statusWords(status, texts),
    typed: `${index + 1}`,
    action: { kind: 'setStatus', item: asked.item, seen: asked.seen, status, result },
  }));
}

export function backOption(texts: Texts): Option {
  return { label: texts('progress.back'), typed: '0', action: { kind: 'list', from: 0 } };
}

export function undoOption(texts: Texts, item: number, version: number): Option {
  return { label: texts('progress.undo'), typed: '9', action: { kind: 'undoItem', item, version } };
}

/** By its number, so that it never shifts under a finger. */
export function itemOption({ id, number }: Pick<Commitment, 'id' | 'number'>): Option {
  return { label: number, typed: number, action: { kind: 'openItem', item: id, from: 0 } };
}

/** The most buttons under one message. Source: message rules, product notes 5. */
export const MOST_BUTTONS = 6;

interface Page {
  /** The place of the first item on it, from 0. */
  readonly from: number;
  /** How many buttons it may take. */
  readonly room: number;
  /** Shows the page that begins at a place. */
  readonly at: (from: number) => ChatAction;
}

/** A button for each item, or, where there is no room for all, for some and for the next page. */
export function itemOptions(
  texts: Texts,
  items: readonly Pick<Commitment, 'id' | 'number'>[],
  { from, room, at }: Page,
): Option[] {
  if (items.length <= room) return items.map(itemOption);
  const shown = room - 1;
  const next = (from + shown) % items.length;
  return [
    ...startingAt(items, from).slice(0, shown).map(itemOption),
    {
      label: texts('progress.others'),
      typed: texts('progress.othersTyped'),
      action: at(next),
    },
  ];
}

/** The items in their order, from a place on and round to it again. */
export function startingAt<Item>(items: readonly Item[], from: number): Item[] {
  return [...items.slice(from), ...items.slice(0, from)];
}

export function nextOption({ id, number }: Commitment, texts: Texts): Option {
  return {
    label: texts('progress.next', { number }),
    typed: texts('progress.nextTyped'),
    action: { kind: 'openItem', item: id, from: 0 },
  };
}

export function cancelOption(texts: Texts): Option {
  return { label: texts('progress.cancel'), typed: '0', action: { kind: 'cancel' } };
}
