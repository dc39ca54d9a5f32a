import type { Agency } from '../domain/agency.ts';
import type { ChatAction } from './action.ts';
import { MOST_BUTTONS } from './options.ts';
import type { MemberTurn, Reply } from './turn.ts';

interface Found {
  readonly query: string;
  /** More than one. */
  readonly agencies: readonly Agency[];
}

/** Which of several agencies is meant: nothing is guessed. Source: script TX-03. */
export function askWhich(
  { texts }: Pick<MemberTurn, 'texts'>,
  { query, agencies }: Found,
  actionOf: (agency: number) => ChatAction,
): Reply {
  const shown = agencies.slice(0, MOST_BUTTONS);
  const values = { query, count: agencies.length, shown: shown.length };
  const isWhole = shown.length === agencies.length;
  return {
    text: texts(isWhole ? 'status.candidates' : 'status.candidatesMany', values),
    options: shown.map(({ id, name }, index) => ({
      label: name,
      typed: `${index + 1}`,
      action: actionOf(id),
    })),
  };
}
