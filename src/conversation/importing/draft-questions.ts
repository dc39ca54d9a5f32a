import { yearOf } from '../../domain/calendar-date.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import { REPORT_PERIODS } from '../../domain/report-period.ts';
import { MOST_BUTTONS } from '../options.ts';
import type { MemberTurn, Option, Reply } from '../turn.ts';
import type { DraftState } from './draft-state.ts';

/** Which year it is: the paper names none, or several. */
export function askYear(turn: MemberTurn, { draft, reading }: DraftState): Reply {
  const { texts, at, timezone } = turn;
  const now = yearOf(localTimeOf(at, timezone).date);
  const offered = reading.years.length > 0 ? reading.years : [now, now + 1];
  const words = { file: draft.fileName, years: reading.years.join('; ') };
  return {
    text: texts(reading.years.length > 0 ? 'draft.askWhichYear' : 'draft.askYear', words),
    options: [
      ...offered.slice(0, MOST_BUTTONS - 1).map((year) => ({
        label: String(year),
        typed: String(year),
        action: { kind: 'draftYear' as const, draft: draft.id, year },
      })),
      dropOption(turn, draft.id),
    ],
    expects: { kind: 'draft', draft: draft.id, asks: 'year' },
  };
}

/** Whose commitments they are: a part of the paper names nobody. */
export function askAgency(turn: MemberTurn, { draft }: DraftState): Reply {
  return {
    text: turn.texts('draft.askAgency', { file: draft.fileName }),
    options: [dropOption(turn, draft.id)],
    expects: { kind: 'draft', draft: draft.id, asks: 'agency' },
  };
}

/** For which period the results count. */
export function askPeriod(
  { texts }: MemberTurn,
  { draft, paper }: DraftState,
  from: number,
): Reply {
  const year = String(paper?.year ?? '');
  const shown = MOST_BUTTONS - 2;
  const page = REPORT_PERIODS.slice(from, from + shown);
  const next = from + shown < REPORT_PERIODS.length ? from + shown : 0;
  const options: Option[] = page.map((period, index) => ({
    label: texts(`period.${period}`, { year }),
    typed: String(index + 1),
    action: { kind: 'draftPeriod', draft: draft.id, period },
  }));
  return {
    text: texts('draft.askPeriod', { file: draft.fileName }),
    options: [
      ...options,
      {
        label: texts('progress.others'),
        typed: texts('progress.othersTyped'),
        action: { kind: 'askPeriod', draft: draft.id, from: next },
      },
      backToDraft({ texts }, draft.id),
    ],
  };
}

export function dropOption({ texts }: Pick<MemberTurn, 'texts'>, draft: number): Option {
  return {
    label: texts('draft.drop'),
    typed: texts('draft.dropTyped'),
    action: { kind: 'dropDraft', draft },
  };
}

export function backToDraft({ texts }: Pick<MemberTurn, 'texts'>, draft: number): Option {
  return { label: texts('progress.back'), typed: '0', action: { kind: 'showDraft', draft } };
}
