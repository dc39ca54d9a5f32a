import type { DraftItem } from '../domain/bulk-update.ts';
import type { ProgressLine } from '../domain/commitment.ts';
import { type RecordedMany, type Refused, recordMany } from '../usecases/record-many.ts';
import type { Recorded } from '../usecases/record-progress.ts';
import { openWorkOf } from '../usecases/show-item.ts';
import { numbersView, recordedManyView } from '../views/bulk.ts';
import { momentOf } from '../views/deadlines.ts';
import { bold } from '../views/message.ts';
import { remainingView } from '../views/progress.ts';
import { statusWords } from '../views/statuses.ts';
import { tellColleagues } from './colleagues.ts';
import { failureReply } from './failures.ts';
import { askStatusFor, openItem } from './open-item.ts';
import { nextOption } from './options.ts';
import type { MemberTurn, Option, Reply } from './turn.ts';

/**
 * Writes what was agreed to, each item against the version that was seen; then asks for the status
 * of the first that had none. What somebody changed meanwhile is left as it is, and said.
 */
export async function writeBulk(turn: MemberTurn, items: readonly DraftItem[]): Promise<Reply[]> {
  const changes = items.flatMap(({ item, seen, status, result }) => {
    const said = result === null ? {} : { result };
    return status === null ? [] : [{ commitmentId: item, seenVersion: seen, status, ...said }];
  });
  const written = await recordMany(turn.stores, changes, turn.acting);
  await tellColleagues(turn, written.recorded, null);
  const open = items.filter(({ status }) => status === null);
  const told = await toldReply(turn, written, open);
  const [asked] = open;
  if (asked === undefined) return [told];
  const card =
    asked.result === null
      ? await openItem(turn, asked.item)
      : await askStatusFor(turn, asked.item, asked.result);
  return [told, ...card];
}

async function toldReply(
  turn: MemberTurn,
  { recorded, refused }: RecordedMany,
  open: readonly DraftItem[],
): Promise<Reply> {
  const lines = [
    ...recordedManyView(recorded, turn),
    ...(await refusedLines(turn, refused)),
    ...(await openResultsLine(turn, open.slice(1))),
  ];
  const newest = recorded.at(-1);
  if (newest === undefined) return { text: lines.join('\n'), isEdit: true };
  const { round, missing, of } = openWorkOf(newest.office, newest.commitment.agencyId);
  const next = missing.find(({ isOffChat }) => !isOffChat);
  const left = round === null ? [] : [remainingView({ round, of, missing: missing.length }, turn)];
  return {
    text: [...lines, ...left].join('\n'),
    options: [
      undoBulkOption(turn, recorded),
      ...(open.length === 0 && next !== undefined ? [nextOption(next, turn.texts)] : []),
    ],
    isEdit: true,
  };
}

function undoBulkOption({ texts }: MemberTurn, recorded: readonly Recorded[]): Option {
  const items = recorded.map(({ line }) => ({ item: line.commitmentId, version: line.version }));
  return { label: texts('progress.undo'), typed: '9', action: { kind: 'undoBulk', items } };
}

/** Of the items that are asked later: their results do not wait so long, and must be said again. */
async function openResultsLine(
  { stores, texts }: MemberTurn,
  later: readonly DraftItem[],
): Promise<string[]> {
  const ids = later.filter(({ result }) => result !== null).map(({ item }) => item);
  const items = await stores.commitments.listByIds(ids);
  return items.length === 0
    ? []
    : [texts('bulk.resultsOpen', { numbers: numbersView(items, texts) })];
}

type Conflict = Extract<Refused['failure'], { code: 'changedMeanwhile' }>;

/** Why each of the others was not written. */
async function refusedLines(turn: MemberTurn, refused: readonly Refused[]): Promise<string[]> {
  const conflicts = refused.flatMap(({ failure }) =>
    failure.code === 'changedMeanwhile' ? [failure] : [],
  );
  const isOwn = ({ line }: Conflict) => line.personId === turn.actor.personId;
  const own = conflicts.filter(isOwn).map(({ commitment }) => commitment);
  const lines = own.length === 0 ? [] : [ownLine(turn, own)];
  for (const conflict of conflicts.filter((each) => !isOwn(each))) {
    lines.push(await conflictLine(turn, conflict.commitment.number, conflict.line));
  }
  for (const { commitmentId, failure } of refused) {
    if (failure.code === 'changedMeanwhile') continue;
    const commitment = await turn.stores.commitments.findById(commitmentId);
    lines.push(failureReply(turn, failure.code, commitment).text);
  }
  return [...new Set(lines)];
}

function ownLine({ texts }: MemberTurn, items: readonly { readonly number: string }[]): string {
  return texts('bulk.already', { numbers: numbersView(items, texts) });
}

async function conflictLine(
  { texts, stores, timezone }: MemberTurn,
  number: string,
  line: ProgressLine,
): Promise<string> {
  const status = bold(statusWords(line.status, texts));
  const values = { number, status, ...momentOf(line.recordedAt, timezone) };
  if (line.personId === null) return texts('bulk.leftOutImported', values);
  const name = (await stores.people.find(line.personId))?.name ?? '';
  return texts('bulk.leftOut', { ...values, name });
}
