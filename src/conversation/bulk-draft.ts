import type { Agency } from '../domain/agency.ts';
import type { AgencyItems, Draft, DraftItem } from '../domain/bulk-update.ts';
import type { Commitment } from '../domain/commitment.ts';
import type { CommitmentStatus } from '../domain/commitment-status.ts';
import { can } from '../domain/permission.ts';
import { agencyItems } from '../usecases/show-item.ts';
import { draftView, numbersView } from '../views/bulk.ts';
import { shorten } from '../views/message.ts';
import type { Expectation } from './action.ts';
import { openItem } from './open-item.ts';
import type { MemberTurn, Option, Reply } from './turn.ts';

/** What a draft is about. */
export interface DraftFrame {
  readonly agency: Agency;
  readonly items: AgencyItems;
  /** What the rest is to get; null where only the items named are meant. */
  readonly status: CommitmentStatus | null;
}

/** Null for somebody who writes nothing of that agency. */
export async function draftFrame(
  turn: MemberTurn,
  agencyId: number,
  status: CommitmentStatus | null,
): Promise<DraftFrame | null> {
  if (!can(turn.actor, 'record', agencyId)) return null;
  const office = await turn.officeOf([agencyId]);
  const agency = office.agencies.find(({ id }) => id === agencyId);
  return agency === undefined ? null : { agency, items: agencyItems(office, agencyId), status };
}

/** The draft in words, to be agreed to; what cannot be found is asked again first. */
export async function reviewDraft(
  turn: MemberTurn,
  frame: DraftFrame,
  draft: Draft,
  remark = '',
): Promise<Reply[]> {
  const { texts } = turn;
  const [first] = draft.items;
  if (frame.agency.isOffChat || first === undefined) return [nothingDrafted(turn, frame, draft)];
  if (draft.notFound.length > 0) {
    return [askOthers(turn, frame, draft.items, notFoundWords(turn, draft))];
  }
  if (draft.items.every(({ status }) => status === null)) return openItem(turn, first.item);
  const { commitments, standing } = frame.items;
  const told = draft.items.flatMap((each) => {
    const commitment = commitments.find(({ id }) => id === each.item);
    return commitment === undefined ? [] : [{ ...each, commitment }];
  });
  const before = told.flatMap(({ item, status, commitment: { number } }) => {
    const line = standing.get(item);
    const isChanged = line !== undefined && status !== null && line.status !== status;
    return isChanged ? [{ number, line }] : [];
  });
  return [
    {
      text: [draftView({ told, before, remark }, texts), ...leftOutLines(turn, draft)].join('\n'),
      options: reviewOptions(turn, frame, draft.items),
      expects: expectationOf(frame, draft.items),
      isEdit: true,
    },
  ];
}

/** «Mục nào khác?»: what is typed next changes the draft; so far nothing is written. */
export function askOthers(
  { texts }: MemberTurn,
  frame: DraftFrame,
  items: readonly DraftItem[],
  said: string,
): Reply {
  const { agency, status } = frame;
  const number = exampleOf(frame);
  const ask = texts(status === null ? 'bulk.askAgain' : 'bulk.askOthers', { number });
  const none: Option = {
    label: texts('bulk.none'),
    typed: texts('bulk.noneTyped'),
    action: { kind: 'reviewBulk', agency: agency.id, status, items: [...items] },
  };
  return {
    text: said === '' ? ask : `${said}\n${ask}`,
    options: [...(items.length === 0 ? [] : [none]), cancelDraft(texts)],
    expects: expectationOf(frame, items),
    isEdit: true,
  };
}

/** Why there is nothing to write. */
export function nothingDrafted(turn: MemberTurn, { agency }: DraftFrame, draft: Draft): Reply {
  const { texts } = turn;
  if (agency.isOffChat) return { text: texts('status.offChat', { agency: agency.name }) };
  if (draft.notFound.length > 0) return { text: notFoundWords(turn, draft) };
  const lines = leftOutLines(turn, draft);
  const none = texts('progress.noneMissing', { agency: agency.name });
  return { text: lines.length === 0 ? none : lines.join('\n') };
}

function reviewOptions(
  { texts }: MemberTurn,
  { agency, status }: DraftFrame,
  items: readonly DraftItem[],
): Option[] {
  return [
    { label: texts('bulk.write'), typed: '1', action: { kind: 'writeBulk', items: [...items] } },
    {
      label: texts('bulk.edit'),
      typed: '2',
      action: { kind: 'askBulk', agency: agency.id, status },
    },
    cancelDraft(texts),
  ];
}

function cancelDraft(texts: MemberTurn['texts']): Option {
  return { label: texts('bulk.cancel'), typed: '0', action: { kind: 'cancel' } };
}

function expectationOf(
  { agency, status }: DraftFrame,
  items: readonly DraftItem[],
): Extract<Expectation, { kind: 'bulk' }> {
  return { kind: 'bulk', agency: agency.id, status, items: [...items] };
}

function notFoundWords({ texts }: MemberTurn, { notFound }: Draft): string {
  return texts('bulk.notFound', { numbers: shorten(notFound.join(', '), 200) });
}

/** What was named and is not part of the draft; what is off chat is counted alone. */
function leftOutLines({ texts }: MemberTurn, { stopped, offChat }: Draft): string[] {
  const number = numbersView(stopped, texts);
  return [
    ...(stopped.length === 0 ? [] : [texts('progress.needsDocument', { number })]),
    ...(offChat === 0 ? [] : [texts('reminder.offChatItems', { count: offChat })]),
  ];
}

/** An item of the person's own, to be typed after. */
function exampleOf({ items }: DraftFrame): string {
  const parents = new Set(items.commitments.map(({ parentId }) => parentId));
  const isShown = ({ id, isOffChat }: Commitment) => !isOffChat && !parents.has(id);
  return [...items.missing, ...items.commitments].find(isShown)?.number ?? '';
}
