import type { Result } from '../domain/result.ts';
import {
  restoreVersion,
  type UndoFailure,
  type Undone,
  undoLastProgress,
  undoProgress,
} from '../usecases/undo-progress.ts';
import { momentOf } from '../views/deadlines.ts';
import { bold } from '../views/message.ts';
import { undoneView } from '../views/progress.ts';
import { statusWords } from '../views/statuses.ts';
import { nameOf } from './conflict.ts';
import type { MemberTurn, Reply } from './turn.ts';

/** Takes back the person's last update. Source: script TX-06. */
export async function undoLast(turn: MemberTurn): Promise<Reply[]> {
  return answer(turn, await undoLastProgress(turn.stores, turn.acting));
}

export async function undoItem(
  turn: MemberTurn,
  target: { readonly commitmentId: number; readonly version: number },
): Promise<Reply[]> {
  return answer(turn, await undoProgress(turn.stores, target, turn.acting));
}

export async function restoreItem(
  turn: MemberTurn,
  target: { readonly commitmentId: number; readonly version: number },
): Promise<Reply[]> {
  return answer(turn, await restoreVersion(turn.stores, target, turn.acting));
}

async function answer(turn: MemberTurn, undone: Result<Undone, UndoFailure>): Promise<Reply[]> {
  const { texts, timezone } = turn;
  if (undone.ok) return [{ text: undoneView(undone.value, turn) }];
  const { error } = undone;
  if (error.code === 'changedMeanwhile') {
    const { commitment, line } = error;
    const name = await nameOf(turn, line);
    const status = bold(statusWords(line.status, texts));
    const values = {
      number: commitment.number,
      name,
      status,
      ...momentOf(line.recordedAt, timezone),
    };
    // A colleague's change is not undone by a button that knew nothing of it.
    return [
      {
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
      },
    ];
  }
  if (error.code === 'notAllowed') return [{ text: texts('chat.notAllowed') }];
  return [{ text: texts('progress.nothingToUndo') }];
}
