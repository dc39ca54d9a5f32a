import { isBodyName } from '../../language/body-names.ts';
import { yearIn } from '../../language/spoken-year.ts';
import { normalizeSpaces } from '../../language/text-repair.ts';
import type { MemberTurn, Reply } from '../turn.ts';
import { decide } from './decide-draft.ts';
import type { DraftExpectation } from './draft-action.ts';
import { type DraftState, draftState } from './draft-state.ts';

/** Longest name of a body, in characters. */
const LONGEST_NAME = 200;

/** The year or the agency in words; null when the words are no answer to it. */
export async function hearDraft(
  turn: MemberTurn,
  text: string,
  { draft: id, asks }: DraftExpectation,
): Promise<Reply[] | null> {
  const draft = await turn.stores.drafts.find(id);
  const state = draft === undefined ? null : draftState(draft, turn.texts);
  if (state === null || asks === 'consent') return null;
  return asks === 'year' ? hearYear(turn, text, state) : hearAgency(turn, text, state);
}

async function hearYear(turn: MemberTurn, text: string, state: DraftState) {
  const year = yearIn(text);
  return year === null ? null : decide(turn, state, { ...state.decisions, year });
}

async function hearAgency(turn: MemberTurn, text: string, state: DraftState) {
  const agency = normalizeSpaces(text).slice(0, LONGEST_NAME);
  if (!/^\p{Lu}.*\p{L}{2}/u.test(agency) && !isBodyName(agency)) return null;
  return decide(turn, state, { ...state.decisions, agency });
}
