import type { Result } from '../domain/result.ts';
import { lastWritten } from '../usecases/undo-many.ts';
import {
  restoreVersion,
  type UndoFailure,
  type Undone,
  undoProgress,
} from '../usecases/undo-progress.ts';
import { momentOf } from '../views/deadlines.ts';
import { bold } from '../views/message.ts';
import { undoneView } from '../views/progress.ts';
import { statusOrNone } from '../views/statuses.ts';
import { tellUndone } from './colleagues.ts';
import { nameOf } from './conflict.ts';
import { cancelOption } from './options.ts';
import type { MemberTurn, Reply } from './turn.ts';
import { undoBulk } from './undo-bulk.ts';

/** Takes back the person's last update, whole, of however many items. Source: script TX-06. */
export async function undoLast(turn: MemberTurn): Promise<Reply[]> {
  const [last, ...others] = await lastWritten(turn.stores, turn.acting);
  if (last === undefined) return [{ text: turn.texts('progress.nothingToUndo') }];
  return others.length === 0
    ? undoItem(turn, { commitmentId: last.item, version: last.version })
    : undoBulk(turn, [last, ...others]);
}

export async function undoItem(
  turn: MemberTurn,
  target: { readonly commitmentId: number; readonly version: number },
): Promise<Reply[]> {
  return answer(turn, await undoProgress(turn.stores, target, turn.acting));
}

interface OlderVersion {
  readonly item: number;
  readonly version: number;
  readonly seen: number;
  readonly isConfirmed: boolean;
}

/** Brings back an older version; where a colleague wrote the newest one, only when asked twice. */
export async function restoreItem(turn: MemberTurn, older: OlderVersion): Promise<Reply[]> {
  const target = { ...older, commitmentId: older.item };
  const restored = await restoreVersion(turn.stores, target, turn.acting);
  if (restored.ok || restored.error.code !== 'changedMeanwhile') return answer(turn, restored);
  const { commitment, line } = restored.error;
  const { texts } = turn;
  return [
    {
      text: texts('progress.restoreConflict', await conflictValues(turn, restored.error)),
      options: [
        {
          label: texts('progress.restoreAnyway'),
          typed: '1',
          action: {
            kind: 'restore',
            item: commitment.id,
            version: older.version,
            seen: line.version,
            isConfirmed: true,
          },
        },
        cancelOption(texts),
      ],
    },
  ];
}

async function answer(turn: MemberTurn, undone: Result<Undone, UndoFailure>): Promise<Reply[]> {
  const { texts } = turn;
  if (undone.ok) {
    await tellUndone(turn, [undone.value]);
    return [{ text: undoneView(undone.value, turn) }];
  }
  const { error } = undone;
  if (error.code === 'changedMeanwhile') return [await undoConflict(turn, error)];
  if (error.code === 'notAllowed') return [{ text: texts('chat.notAllowed') }];
  return [{ text: texts('progress.nothingToUndo') }];
}

type Conflict = Extract<UndoFailure, { code: 'changedMeanwhile' }>;

/** A colleague's change is not undone by a button that knew nothing of it. */
async function undoConflict(turn: MemberTurn, conflict: Conflict): Promise<Reply> {
  const { texts } = turn;
  const { commitment, line } = conflict;
  const values = await conflictValues(turn, conflict);
  const { name } = values;
  return {
    text: texts('progress.undoConflict', values),
    options: [
      {
        label: texts('progress.undoTheirs', { name }),
        typed: '1',
        action: { kind: 'undoItem', item: commitment.id, version: line.version },
      },
      {
        label: texts('progress.keepTheirs', { name }),
        typed: '0',
        action: { kind: 'keepTheirs', item: commitment.id },
      },
    ],
  };
}

async function conflictValues(turn: MemberTurn, { commitment, line }: Conflict) {
  return {
    number: commitment.number,
    name: await nameOf(turn, line),
    status: bold(statusOrNone(line.status, turn.texts)),
    ...momentOf(line.recordedAt, turn.timezone),
  };
}
