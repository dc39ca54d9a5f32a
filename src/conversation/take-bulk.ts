import type { ChatAction } from './action.ts';
import { askBulk, reviewBulk } from './ask-bulk.ts';
import type { MemberTurn, Reply } from './turn.ts';
import { undoBulk } from './undo-bulk.ts';
import { writeBulk } from './write-bulk.ts';

type BulkKind = 'askBulk' | 'reviewBulk' | 'writeBulk' | 'undoBulk';

/** The choices about many items at once. */
export function takeBulk(
  turn: MemberTurn,
  action: Extract<ChatAction, { kind: BulkKind }>,
): Promise<Reply[]> {
  switch (action.kind) {
    case 'askBulk':
      return askBulk(turn, action);
    case 'reviewBulk':
      return reviewBulk(turn, action);
    case 'writeBulk':
      return writeBulk(turn, action.items);
    case 'undoBulk':
      return undoBulk(turn, action.items);
  }
}
