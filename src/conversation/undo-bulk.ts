import { undoMany, type Written } from '../usecases/undo-many.ts';
import { numbersView } from '../views/bulk.ts';
import { tellUndone } from './colleagues.ts';
import type { MemberTurn, Reply } from './turn.ts';

/** Takes back many items at once; what was updated since is left as it is, and said. */
export async function undoBulk(turn: MemberTurn, written: readonly Written[]): Promise<Reply[]> {
  const { texts } = turn;
  const { undone, leftOut } = await undoMany(turn.stores, written, turn.acting);
  await tellUndone(turn, undone);
  const items = undone.map(({ commitment }) => commitment);
  const lines = [
    ...(items.length === 0
      ? []
      : [texts('bulk.undone', { count: items.length, numbers: numbersView(items, texts) })]),
    ...(leftOut.length === 0
      ? []
      : [texts('bulk.undoLeftOut', { numbers: numbersView(leftOut, texts) })]),
  ];
  return [{ text: lines.length === 0 ? texts('progress.nothingToUndo') : lines.join('\n') }];
}
