import type { Commitment, ProgressLine } from '../domain/commitment.ts';
import type { Change } from '../usecases/record-progress.ts';
import { momentOf } from '../views/deadlines.ts';
import { bold } from '../views/message.ts';
import { statusWords } from '../views/statuses.ts';
import type { MemberTurn, Option, Reply } from './turn.ts';

/** Somebody saved in between: the person decides, and says why. Source: script TX-07. */
export async function conflictReply(
  turn: MemberTurn,
  change: Change,
  { commitment, line }: { readonly commitment: Commitment; readonly line: ProgressLine },
): Promise<Reply> {
  const { texts, timezone, actor } = turn;
  const moment = momentOf(line.recordedAt, timezone);
  const status = statusWords(line.status, texts);
  const { number } = commitment;
  if (line.personId === actor.personId) {
    const text = texts('progress.conflictSelf', { ...moment, status });
    return {
      text,
      options: [
        {
          label: number,
          typed: number,
          action: { kind: 'openItem', item: commitment.id, from: 0 },
        },
      ],
    };
  }
  const replaced = {
    item: commitment.id,
    status: change.status,
    result: change.result ?? null,
    seen: line.version,
  };
  const label =
    change.status === null
      ? texts('progress.replaceText')
      : texts('progress.replaceWith', { status: statusWords(change.status, texts) });
  const values = { number, status: bold(status), ...moment };
  const keep = (words: string): Option => ({
    label: words,
    typed: '1',
    action: { kind: 'keepTheirs', item: commitment.id },
  });
  const replace: Option = { label, typed: '2', action: { kind: 'replace', ...replaced } };
  if (line.personId === null) {
    const options = [keep(texts('progress.keepImported')), replace];
    return { text: texts('progress.conflictImported', values), options };
  }
  const name = await nameOf(turn, line);
  return {
    text: texts('progress.conflict', { ...values, name }),
    options: [keep(texts('progress.keepTheirs', { name })), replace],
  };
}

/** Who wrote a line; the paper where nobody did. */
export async function nameOf(
  { stores, texts }: Pick<MemberTurn, 'stores' | 'texts'>,
  { personId }: Pick<ProgressLine, 'personId'>,
): Promise<string> {
  if (personId === null) return texts('progress.paperWords');
  return (await stores.people.find(personId))?.name ?? '';
}
