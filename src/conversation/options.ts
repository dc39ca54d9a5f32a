import type { Commitment } from '../domain/commitment.ts';
import { OFFICER_STATUSES } from '../domain/status-transition.ts';
import { statusWords } from '../views/statuses.ts';
import type { Texts } from '../views/texts.ts';
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
  return { label: texts('progress.back'), typed: '0', action: { kind: 'list' } };
}

export function undoOption(texts: Texts, item: number, version: number): Option {
  return { label: texts('progress.undo'), typed: '9', action: { kind: 'undoItem', item, version } };
}

/** By its number, so that it never shifts under a finger. */
export function itemOption({ id, number }: Pick<Commitment, 'id' | 'number'>): Option {
  return { label: number, typed: number, action: { kind: 'openItem', item: id } };
}

export function nextOption({ id, number }: Commitment, texts: Texts): Option {
  return {
    label: texts('progress.next', { number }),
    typed: texts('progress.nextTyped'),
    action: { kind: 'openItem', item: id },
  };
}

export function cancelOption(texts: Texts): Option {
  return { label: texts('progress.cancel'), typed: '0', action: { kind: 'cancel' } };
}
