import { LIMITS } from '../../documents/importing/formats/limits.ts';
import type { ImportedPaper } from '../../documents/importing/paper.ts';
import type { Refusal } from '../../documents/importing/refusal.ts';
import type { Result } from '../../domain/result.ts';
import type { Clock } from '../../usecases/ports/clock.ts';
import type { Delivery } from '../../usecases/ports/delivery-log.ts';
import type { FetchedFile, FileSource } from '../../usecases/ports/file-source.ts';
import type { PaperDraft } from '../../usecases/ports/paper-drafts.ts';
import { findingDoubts } from '../../views/import-doubts.ts';
import type { Texts } from '../../views/texts.ts';
import { type ChatNeeds, turnOf } from '../chat-worker.ts';
import { planReplies } from '../say.ts';
import { asMember, type MemberTurn, type Reply } from '../turn.ts';
import { doubtLines } from './doubt-lines.ts';
import { draftReplies } from './show-draft.ts';

export interface DraftNeeds extends ChatNeeds {
  readonly files: ReadonlyMap<string, FileSource>;
  /** Reads away from the service, within limits; throws for a fault of ours. */
  readonly readPaper: (
    bytes: Uint8Array,
    fileName: string,
  ) => Promise<Result<ImportedPaper, Refusal>>;
  readonly sharedClock: Clock;
  /** Told of a reading that broke down by a fault of ours. */
  readonly onReadingFailed: (draft: number, error: unknown) => void;
}

/** Nobody else takes up a paper for so long: more than fetching and reading may take. */
const READING_MS = 180_000;

const MOST_ATTEMPTS = 3;

type Outcome =
  | { readonly kind: 'read'; readonly paper: ImportedPaper }
  | { readonly kind: 'refused'; readonly refusal: Refusal | 'fileGone' | 'readingFailed' }
  | { readonly kind: 'later'; readonly afterMs: number };

/**
 * Fetches and reads the oldest paper that waits. Gives what then keeps it and plans the answer, with
 * the replies to send: what was read, or why it is not taken; null when none waits. A crash in
 * between leaves it waiting.
 */
export async function readNextDraft(
  needs: DraftNeeds,
): Promise<(() => Promise<readonly Delivery[]>) | null> {
  const now = needs.sharedClock.now();
  const until = new Date(now.getTime() + READING_MS);
  const draft = await needs.inTransaction(({ drafts }) => drafts.takeUp(now, until));
  if (draft === undefined) return null;
  const outcome = await readingOf(needs, draft);
  return () => keepAndAnswer(needs, draft, outcome);
}

function keepAndAnswer(
  needs: DraftNeeds,
  draft: PaperDraft,
  outcome: Outcome,
): Promise<readonly Delivery[]> {
  return needs.inTransaction(async (stores) => {
    if (outcome.kind === 'later') {
      const notBefore = new Date(needs.sharedClock.now().getTime() + outcome.afterMs);
      await stores.drafts.putBack(draft.id, notBefore);
      return [];
    }
    const person = await stores.people.find(draft.personId);
    if (person === undefined) return [];
    const occasion = {
      ...{ chat: draft.chat, isGroup: false, senderId: null, senderName: null },
      updateId: `draft-${draft.id}`,
    };
    const turn = asMember(await turnOf(needs, stores, occasion), person);
    const replies = await settleReading(turn, draft, outcome);
    return planReplies(turn, person.id, replies);
  });
}

async function readingOf(needs: DraftNeeds, draft: PaperDraft): Promise<Outcome> {
  const { fileId, chat, fileName, attempts } = draft;
  const source = needs.files.get(chat.channel);
  const fetched: FetchedFile =
    source === undefined || fileId === null
      ? { kind: 'gone' }
      : await source.fetchFile(fileId, LIMITS.fileBytes);
  switch (fetched.kind) {
    case 'retryLater':
      return attempts < MOST_ATTEMPTS
        ? { kind: 'later', afterMs: fetched.afterMs }
        : { kind: 'refused', refusal: 'fileGone' };
    case 'gone':
      return { kind: 'refused', refusal: 'fileGone' };
    case 'tooLarge':
      return { kind: 'refused', refusal: { code: 'fileTooLarge' } };
    case 'bytes':
      return read(needs, draft, fetched.bytes, fileName);
  }
}

async function read(
  { readPaper, onReadingFailed }: DraftNeeds,
  { id }: PaperDraft,
  bytes: Uint8Array,
  fileName: string,
): Promise<Outcome> {
  try {
    const read = await readPaper(bytes, fileName);
    return read.ok ? { kind: 'read', paper: read.value } : { kind: 'refused', refusal: read.error };
  } catch (error) {
    onReadingFailed(id, error);
    return { kind: 'refused', refusal: 'readingFailed' };
  }
}

/** Keeps what was read and shows it; nothing where the person has put the paper aside meanwhile. */
async function settleReading(
  turn: MemberTurn,
  draft: PaperDraft,
  outcome: Exclude<Outcome, { kind: 'later' }>,
): Promise<Reply[]> {
  const { drafts } = turn.stores;
  if (outcome.kind === 'read') {
    const isKept = await drafts.keepReading(draft.id, outcome.paper);
    return isKept ? draftReplies(turn, draft.id) : [];
  }
  const isSettled = await drafts.settle(draft.id, 'refused', turn.at);
  return isSettled ? [{ text: refusalText(draft, outcome.refusal, turn.texts) }] : [];
}

/** The reason, and what the checks saw in a paper without commitments. */
function refusalText(
  { fileName: file }: PaperDraft,
  refusal: Extract<Outcome, { kind: 'refused' }>['refusal'],
  texts: Texts,
): string {
  if (typeof refusal === 'string') {
    return texts('import.refused', { file, reason: texts(`draft.${refusal}`) });
  }
  const reason = texts(`import.${refusal.code}`);
  const doubts = findingDoubts(refusal.findings ?? [], texts);
  return [texts('import.refused', { file, reason }), ...doubtLines(doubts, texts)].join('\n');
}
