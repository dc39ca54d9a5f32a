import { lineOf } from '../../documents/importing/places.ts';
import { shorten } from '../../views/message.ts';
import type { MemberTurn, Option, Reply } from '../turn.ts';
import { backToDraft } from './draft-questions.ts';
import { type DraftState, EVERY_DOUBT, kindKey, type OpenDoubt } from './draft-state.ts';

/** Longest quotations in a message, in characters. */
const LONGEST = 400;

/** The first doubt that is still open, with what may be done about it; null when none is. */
export function doubtReply(turn: MemberTurn, { draft, doubts }: DraftState): Reply | null {
  const { texts } = turn;
  const [doubt] = doubts;
  if (doubt === undefined) return null;
  const { item, message, place, key } = doubt;
  const same = doubts.filter(({ code }) => code === doubt.code).length;
  const options: Option[] = [
    {
      label: texts('draft.accept'),
      typed: '1',
      action: { kind: 'acceptDoubt', draft: draft.id, doubt: key, reach: 'one' },
    },
    ...(same > 1 ? [acceptKind(turn, draft.id, doubt, same)] : []),
    ...(item === null
      ? []
      : [
          {
            label: texts('draft.leaveOut', { number: item.number }),
            typed: '3',
            action: { kind: 'leaveItemOut' as const, draft: draft.id, doubt: key },
          },
        ]),
    backToDraft(turn, draft.id),
  ];
  const lines = [
    texts('draft.doubt', { left: doubts.length, line: lineOf(place) }),
    shorten(message, LONGEST),
    ...(item === null
      ? []
      : [texts('draft.doubtItem', { number: item.number, text: shorten(item.text, LONGEST) })]),
  ];
  return { text: lines.join('\n'), options };
}

function acceptKind({ texts }: MemberTurn, draft: number, doubt: OpenDoubt, count: number): Option {
  return {
    label: texts('draft.acceptKind', { count }),
    typed: '2',
    action: { kind: 'acceptDoubt', draft, doubt: doubt.key, reach: 'kind' },
  };
}

/** What is kept of an acceptance: the doubt, its kind, or that every one is accepted. */
export function acceptedKey(
  { doubts }: DraftState,
  key: string,
  reach: 'one' | 'kind' | 'all',
): string | null {
  if (reach === 'all') return EVERY_DOUBT;
  const doubt = doubts.find((each) => each.key === key);
  if (doubt === undefined) return null;
  return reach === 'one' ? key : kindKey(doubt.code);
}
