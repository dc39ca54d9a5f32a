import type { Person } from '../usecases/ports/people-store.ts';
import type { Recorded } from '../usecases/record-progress.ts';
import { openWorkOf } from '../usecases/show-item.ts';
import type { Undone } from '../usecases/undo-progress.ts';
import { numbersView } from '../views/bulk.ts';
import { momentOf } from '../views/deadlines.ts';
import { bold, shorten } from '../views/message.ts';
import { remainingView } from '../views/progress.ts';
import { statusOrNone, statusWords } from '../views/statuses.ts';
import type { Texts } from '../views/texts.ts';
import { notify } from './say.ts';
import type { MemberTurn } from './turn.ts';

/** Of a result, in a notice about somebody else's update. */
const RESULT_LENGTH = 80;

const MERGED_MS = 10 * 60_000;

/**
 * Tells the agency's other officers of a change: the first at once; what follows within ten minutes
 * is told together when they are over. Source: script TX-07, decision 15.
 */
export async function tellColleagues(
  turn: MemberTurn,
  recorded: readonly Recorded[],
  reason: string | null,
): Promise<void> {
  const [first] = recorded;
  if (first === undefined) return;
  for (const colleague of await colleaguesOf(turn, first.commitment.agencyId)) {
    if (reason !== null) {
      await tellReplaced(turn, colleague, first, reason);
      continue;
    }
    const key = noticeKey(colleague.id, turn.actor.personId, turn.at);
    if (await turn.stores.deliveries.hasKey(key)) await planMore(turn, colleague, key);
    else {
      const write = (texts: Texts) => ({ text: toldText({ ...turn, texts }, recorded) });
      await notify(turn, { key, person: colleague, write });
    }
  }
}

/** Tells them as well that updates were taken back: what they were told does not stand any more. */
export async function tellUndone(turn: MemberTurn, undone: readonly Undone[]): Promise<void> {
  const [first] = undone;
  if (first === undefined) return;
  const { commitment, line } = first;
  const write = (texts: Texts) => ({ text: undoneText({ ...turn, texts }, first, undone) });
  for (const colleague of await colleaguesOf(turn, commitment.agencyId)) {
    const key = `undone:${colleague.id}:${commitment.id}:${line.version}`;
    await notify(turn, { key, person: colleague, write });
  }
}

function undoneText(
  { texts, timezone, actor, at }: MemberTurn,
  { commitment, line }: Undone,
  undone: readonly Undone[],
): string {
  const values = { name: actor.name, time: momentOf(at, timezone).time };
  if (undone.length === 1) {
    const status = bold(statusOrNone(line.status, texts));
    return texts('progress.colleagueUndone', { ...values, number: commitment.number, status });
  }
  const items = undone.map((each) => each.commitment);
  const numbers = numbersView(items, texts);
  return texts('bulk.colleagueUndone', { ...values, count: items.length, numbers });
}

/** The officers of an agency who can be told, but for the one who acts. */
async function colleaguesOf(turn: MemberTurn, agencyId: number): Promise<Person[]> {
  return (await turn.stores.people.list([agencyId])).filter(
    ({ id, role, state, agencyId: own }) =>
      id !== turn.actor.personId && role === 'officer' && state === 'active' && own === agencyId,
  );
}

function toldText(turn: MemberTurn, recorded: readonly Recorded[]): string {
  const { texts, timezone, actor } = turn;
  const [first] = recorded;
  if (first === undefined) return '';
  const { time } = momentOf(turn.at, timezone);
  const numbers = numbersView(
    recorded.map(({ commitment }) => commitment),
    texts,
  );
  const told =
    recorded.length > 1
      ? texts('progress.colleagueMany', { name: actor.name, count: recorded.length, numbers, time })
      : texts('progress.colleague', {
          name: actor.name,
          number: first.commitment.number,
          status: statusAndResult(first.line, texts),
          time,
        });
  const { missing, of } = openWorkOf(
    recorded.at(-1)?.office ?? first.office,
    first.commitment.agencyId,
  );
  return `${told} ${remainingView({ round: first.round, of, missing: missing.length }, turn)}`;
}

function statusAndResult({ status, result }: Recorded['line'], texts: Texts): string {
  const words = bold(statusWords(status, texts));
  return result === null ? words : `${words}, ${shorten(result, RESULT_LENGTH)}`;
}

async function tellReplaced(
  turn: MemberTurn,
  colleague: Person,
  { commitment, line }: Recorded,
  reason: string,
): Promise<void> {
  const key = `replaced:${colleague.id}:${commitment.id}:${line.version}`;
  const write = (texts: Texts) => ({
    text: replacedText({ ...turn, texts }, { number: commitment.number, line }, reason),
  });
  await notify(turn, { key, person: colleague, write });
}

/** What everybody concerned is told when a colleague's change was replaced. */
export function replacedText(
  { texts, timezone, actor }: MemberTurn,
  { number, line }: { readonly number: string; readonly line: Recorded['line'] },
  reason: string,
): string {
  return texts('progress.replaced', {
    number,
    status: bold(statusWords(line.status, texts)),
    name: actor.name,
    time: momentOf(line.recordedAt, timezone).time,
    reason,
  });
}

function noticeKey(to: number, by: number, at: Date): string {
  return `colleague:${to}:${by}:${Math.floor(at.getTime() / MERGED_MS)}`;
}

/** Composed when the ten minutes are over, from what was written in them. */
async function planMore(turn: MemberTurn, { id }: Person, key: string): Promise<void> {
  const endsAt = (Math.floor(turn.at.getTime() / MERGED_MS) + 1) * MERGED_MS;
  await turn.stores.deliveries.plan({
    key: `more-${key}`,
    kind: 'notice',
    personId: id,
    address: null,
    isGroup: false,
    payload: null,
    dueAt: new Date(endsAt),
  });
}

/** The writer and the stretch of time that a merged notice is about; null for another key. */
export function mergedNotice(
  key: string,
): { readonly by: number; readonly from: Date; readonly to: Date } | null {
  const found = /^more-colleague:\d+:(\d+):(\d+)$/u.exec(key);
  if (found === null) return null;
  const from = Number(found[2]) * MERGED_MS;
  return { by: Number(found[1]), from: new Date(from), to: new Date(from + MERGED_MS) };
}
