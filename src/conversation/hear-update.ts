import { can } from '../domain/permission.ts';
import type { Sentence } from '../language/sentence.ts';
import { itemByNumber } from './find-item.ts';
import { askStatusFor, openItem } from './open-item.ts';
import { record } from './record.ts';
import type { MemberTurn, Reply } from './turn.ts';

interface Hearing {
  /** Says nothing about a number that is no item's: it may mean something else. */
  readonly isQuietOnUnknown?: boolean;
  /** Only «1.3 …» or «mục 3 …» with words: a bare figure is an answer. */
  readonly isNamedOnly?: boolean;
}

/** «1.3 đang thực hiện - 91,22%» of the person's own agency; null for other sentences. */
export async function hearUpdate(
  turn: MemberTurn,
  sentence: Sentence,
  hearing: Hearing = {},
): Promise<Reply[] | null> {
  if (sentence.kind !== 'update' || !can(turn.actor, 'record')) return null;
  const { number, status, result } = sentence;
  const isDotted = number.includes('.');
  if (hearing.isNamedOnly === true && status === null && !isDotted) return null;
  const item = itemByNumber(await turn.office(), turn.person.agencyId, number);
  if (item !== null) return updateItem(turn, item.id, { status, result });
  const isSurelyItem = status !== null && isDotted;
  if (hearing.isQuietOnUnknown === true && !isSurelyItem) return null;
  return [{ text: turn.texts('progress.noItem', { number }) }];
}

function updateItem(
  turn: MemberTurn,
  item: number,
  { status, result }: Pick<Extract<Sentence, { kind: 'update' }>, 'status' | 'result'>,
): Promise<Reply[]> {
  if (status === null) {
    return result === null ? openItem(turn, item) : askStatusFor(turn, item, result);
  }
  const said = result === null ? {} : { result };
  return record(turn, { commitmentId: item, seenVersion: null, status, ...said });
}
