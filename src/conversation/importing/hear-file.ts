import { LIMITS } from '../../documents/importing/formats/limits.ts';
import { can } from '../../domain/permission.ts';
import type { IncomingUpdate } from '../../usecases/ports/intake.ts';
import type { MemberTurn, Reply } from '../turn.ts';

/**
 * A document from somebody who may import: it is kept to be read, and the answer follows when it is.
 * Null for other people.
 */
export async function hearFile(
  turn: MemberTurn,
  { fileId, fileName, size }: Extract<IncomingUpdate, { kind: 'file' }>,
): Promise<Reply[] | null> {
  const { texts, stores, chat, person, actor, at } = turn;
  if (!can(actor, 'import')) return null;
  const named = fileName === '' ? texts('draft.nameless') : fileName;
  if (size !== null && size > LIMITS.fileBytes) {
    return [
      { text: texts('import.refused', { file: named, reason: texts('import.fileTooLarge') }) },
    ];
  }
  await stores.drafts.add({ chat, personId: person.id, fileId, fileName: named, at });
  return [{ text: texts('draft.reading', { file: named }) }];
}
