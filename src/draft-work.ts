import { type DraftNeeds, readNextDraft } from './conversation/importing/read-draft.ts';
import type { Heartbeat } from './heartbeat.ts';
import { type Log, nameOf } from './log.ts';
import { createRepeatedWork, type RepeatedWork } from './repeated-work.ts';
import type { Sending } from './sending.ts';

export interface DraftWork extends Omit<DraftNeeds, 'files' | 'readPaper' | 'onReadingFailed'> {
  /** How papers are fetched and read; absent where nobody can send any. */
  readonly papers?: Pick<DraftNeeds, 'files' | 'readPaper'>;
  readonly log: Pick<Log, 'error'>;
}

/** Papers that people sent, read one after the other and answered. */
export function createDraftWork(
  { papers, log, ...options }: DraftWork,
  { heartbeat, sending }: { readonly heartbeat: Heartbeat; readonly sending: Sending },
): RepeatedWork {
  const onReadingFailed = (draft: number, error: unknown) =>
    log.error({ draft, error: nameOf(error) }, 'paper not read');
  return createRepeatedWork(
    async () => {
      if (papers === undefined) return false;
      const plan = await readNextDraft({ ...options, ...papers, onReadingFailed });
      if (plan === null) return false;
      await heartbeat.keepUp();
      const claimedAt = options.sharedClock.now();
      await sending.answer(await plan(), claimedAt);
      return true;
    },
    (error) => log.error({ error: nameOf(error) }, 'paper left for later'),
  );
}
