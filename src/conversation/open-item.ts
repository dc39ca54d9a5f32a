import type { Commitment } from '../domain/commitment.ts';
import { itemCard, openWorkOf } from '../usecases/show-item.ts';
import { shorten } from '../views/message.ts';
import { itemCardView, remainingView } from '../views/progress.ts';
import { failureReply } from './failures.ts';
import { officeOfItem } from './find-item.ts';
import { tooLong } from './length.ts';
import { myWork } from './my-work.ts';
import { backOption, itemOptions, MOST_BUTTONS, nextOption, statusOptions } from './options.ts';
import type { MemberTurn, Reply } from './turn.ts';

const AFRESH = { isEdit: false, from: 0 };

/** Opens an item: what it is, what was said last, and the statuses to choose from. */
export async function openItem(
  turn: MemberTurn,
  itemId: number,
  { isEdit, from }: { readonly isEdit: boolean; readonly from: number } = AFRESH,
): Promise<Reply[]> {
  const { texts } = turn;
  const office = await officeOfItem(turn, itemId);
  const commitment = office.commitments.find(({ id }) => id === itemId);
  if (commitment === undefined) return [failureReply(turn, 'notFound', undefined)];
  const agency = office.agencies.find(({ id }) => id === commitment.agencyId);
  if (commitment.isOffChat || agency?.isOffChat === true) {
    return [failureReply(turn, 'offChat', commitment)];
  }
  const card = itemCard(office, commitment);
  if (card.parts.length > 0) return [partsReply(turn, commitment, card.parts, from)];
  const asked = { item: itemId, seen: office.versionOf(itemId) };
  return [
    {
      text: itemCardView(card, turn),
      options: [...statusOptions(texts, asked, null), backOption(texts)],
      expects: { kind: 'status', ...asked },
      isEdit,
    },
  ];
}

/** The words that were sent where a status was asked stay with it. */
export async function askStatusFor(
  turn: MemberTurn,
  itemId: number,
  result: string,
): Promise<Reply[]> {
  const long = tooLong(turn, result);
  if (long !== null) return [long];
  const [card, ...rest] = await openItem(turn, itemId);
  const { expects } = card ?? {};
  if (card === undefined || expects?.kind !== 'status')
    return card === undefined ? [] : [card, ...rest];
  const options = [...statusOptions(turn.texts, expects, result), backOption(turn.texts)];
  const told = turn.texts('progress.resultWaits', { result: shorten(result, 300) });
  return [{ ...card, text: `${card.text}\n${told}`, options }];
}

/** After the last word on an item: what is left, and the next one. */
export async function afterItem(turn: MemberTurn, itemId: number, said: string): Promise<Reply[]> {
  const office = await officeOfItem(turn, itemId);
  const commitment = office.commitments.find(({ id }) => id === itemId);
  if (commitment === undefined) return [{ text: said }];
  const { round, missing, of } = openWorkOf(office, commitment.agencyId);
  if (round === null) return [{ text: said }];
  const left = remainingView({ round, of, missing: missing.length }, turn);
  const next = missing.find(({ isOffChat }) => !isOffChat);
  return [
    {
      text: `${said}\n${left}`,
      options: next === undefined ? [] : [nextOption(next, turn.texts)],
    },
  ];
}

/** The next missing item of the person's agency; the list of work when none is left. */
export async function openNext(turn: MemberTurn): Promise<Reply[]> {
  const { missing } = openWorkOf(await turn.office(), turn.person.agencyId);
  const next = missing.find(({ isOffChat }) => !isOffChat);
  return next === undefined ? myWork(turn) : openItem(turn, next.id);
}

function partsReply(
  { texts }: MemberTurn,
  { id, number }: Commitment,
  parts: readonly Commitment[],
  from: number,
): Reply {
  const told = parts.filter(({ isOffChat }) => !isOffChat);
  const numbers = told.map((part) => part.number).join(', ');
  return {
    text: texts('progress.hasParts', { number, numbers }),
    options: itemOptions(texts, told, {
      from,
      room: MOST_BUTTONS,
      at: (next) => ({ kind: 'openItem', item: id, from: next }),
    }),
  };
}
