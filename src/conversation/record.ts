import { type Change, type Recorded, recordProgress } from '../usecases/record-progress.ts';
import { openWorkOf } from '../usecases/show-item.ts';
import { recordedView } from '../views/progress.ts';
import { replacedText, tellColleagues } from './colleagues.ts';
import { conflictReply } from './conflict.ts';
import { failureReply } from './failures.ts';
import { tooLong } from './length.ts';
import { nextOption, undoOption } from './options.ts';
import type { MemberTurn, Option, Reply } from './turn.ts';

/** Writes a change and asks for what is still to be said. Source: script TX-01. */
export async function record(turn: MemberTurn, change: Change, isEdit = false): Promise<Reply[]> {
  const long = tooLong(turn, change.result ?? '');
  if (long !== null) return [long];
  const recorded = await recordProgress(turn.stores, change, turn.acting);
  if (!recorded.ok) return [await failedReply(turn, change, recorded.error)];
  const { value } = recorded;
  await tellColleagues(turn, [value], change.reason ?? null);
  if (change.reason !== undefined) {
    const { commitment, line } = value;
    return [{ text: replacedText(turn, { number: commitment.number, line }, change.reason) }];
  }
  return typeof change.result === 'string'
    ? [withResult(turn, value, change.status !== null)]
    : [withoutResult(turn, value, isEdit)];
}

type Failure = Extract<Awaited<ReturnType<typeof recordProgress>>, { ok: false }>['error'];

async function failedReply(turn: MemberTurn, change: Change, error: Failure): Promise<Reply> {
  if (error.code === 'changedMeanwhile') return conflictReply(turn, change, error);
  const commitment = await turn.stores.commitments.findById(change.commitmentId);
  return failureReply(turn, error.code, commitment);
}

/** The status is written: now the result in words. */
function withoutResult(turn: MemberTurn, recorded: Recorded, isEdit: boolean): Reply {
  const { texts } = turn;
  const { commitment, line, before } = recorded;
  const example = before?.result ?? null;
  const ask =
    example === null || !/^.{1,60}$/u.test(example)
      ? texts('progress.askResultPlain')
      : texts('progress.askResult', { example });
  const keep: Option[] =
    example === null || example === line.result
      ? []
      : [
          {
            label: texts('progress.keepResult'),
            typed: texts('progress.keepTyped'),
            action: { kind: 'keepResult', item: commitment.id, seen: line.version },
          },
        ];
  return {
    text: [recordedView(recorded, turn, { withResult: false }), ask].join('\n'),
    options: [undoOption(texts, commitment.id, line.version), ...nextOf(turn, recorded), ...keep],
    expects: { kind: 'result', item: commitment.id, seen: line.version },
    isEdit,
  };
}

/** The result is written: is there a difficulty? */
function withResult(turn: MemberTurn, recorded: Recorded, isNewStatus: boolean): Reply {
  const { texts } = turn;
  const { commitment, line } = recorded;
  const told = isNewStatus
    ? recordedView(recorded, turn, { withResult: true })
    : texts('progress.resultRecorded', { number: commitment.number, result: line.result ?? '' });
  return {
    text: `${told} ${texts('progress.askAnyDifficulty')}`,
    options: [
      {
        label: texts('progress.no'),
        typed: '1',
        action: { kind: 'noDifficulty', item: commitment.id },
      },
      {
        label: texts('progress.yesNow'),
        typed: '2',
        action: { kind: 'askDifficulty', item: commitment.id },
      },
      undoOption(texts, commitment.id, line.version),
    ],
  };
}

function nextOf({ texts }: MemberTurn, { commitment, office }: Recorded): Option[] {
  const { missing } = openWorkOf(office, commitment.agencyId);
  const next = missing.find(({ isOffChat, id }) => !isOffChat && id !== commitment.id);
  return next === undefined ? [] : [nextOption(next, texts)];
}
