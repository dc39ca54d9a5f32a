import type { ProgressLine } from '../domain/commitment.ts';
import { can } from '../domain/permission.ts';
import { lastOfUpdates } from '../domain/undo.ts';
import { momentOf } from '../views/deadlines.ts';
import { historyView } from '../views/progress.ts';
import { failureReply } from './failures.ts';
import { findItem } from './find-item.ts';
import type { MemberTurn, Option, Reply } from './turn.ts';

/** The versions of an item, and the one to go back to. Source: script TX-06. */
export async function showHistory(turn: MemberTurn, query: string): Promise<Reply[]> {
  const { texts, timezone, stores } = turn;
  if (query === '') return [{ text: texts('chat.historyWhich') }];
  const found = await findItem(turn, query);
  if (found === null) return [{ text: texts('progress.noItem', { number: query }) }];
  const agency = (await turn.frame()).agencies.find(({ id }) => id === found.agencyId);
  if (!can(turn.actor, 'viewHistory', found.agencyId)) return [{ text: texts('chat.notAllowed') }];
  if (found.isOffChat || agency?.isOffChat === true) return [failureReply(turn, 'offChat', found)];
  const lines = await stores.progress.historyOf(found.id);
  const writers = await stores.people.list([found.agencyId, turn.person.agencyId]);
  const names = new Map(writers.map(({ id, name }) => [id, name]));
  const nameOf = (personId: number) => names.get(personId) ?? '';
  const restore = can(turn.actor, 'undo', found.agencyId)
    ? restoreOption(turn, found.id, lines)
    : [];
  return [{ text: historyView(found, lines, { texts, timezone, nameOf }), options: restore }];
}

/** To the last update that does not stand now. */
function restoreOption(
  { texts, timezone }: MemberTurn,
  item: number,
  lines: readonly ProgressLine[],
): Option[] {
  const newest = lines.at(-1);
  const earlier = lastOfUpdates(lines).findLast(
    ({ version, restoresVersion, status }) =>
      version !== newest?.restoresVersion &&
      newest !== undefined &&
      version < newest.version &&
      restoresVersion === null &&
      status !== 'unknown',
  );
  if (newest === undefined || earlier === undefined) return [];
  const { version, personId, recordedAt } = earlier;
  const label =
    personId === null
      ? texts('progress.restoreImported')
      : texts('progress.restore', momentOf(recordedAt, timezone));
  const seen = newest.version;
  return [
    { label, typed: '1', action: { kind: 'restore', item, version, seen, isConfirmed: false } },
  ];
}
