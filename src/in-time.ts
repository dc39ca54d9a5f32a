/** Real waiting, ended early by the signal. */
export type WaitMs = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Whether some work has ended, failed, or is not over after so long; then it goes on by itself. */
export async function inTime(
  work: () => Promise<unknown>,
  longestMs: number,
  waitMs: WaitMs,
): Promise<'ended' | 'failed' | 'late'> {
  const over = new AbortController();
  const outcome = await Promise.race([
    work().then(
      () => 'ended' as const,
      () => 'failed' as const,
    ),
    waitMs(longestMs, over.signal).then(() => 'late' as const),
  ]);
  over.abort();
  return outcome;
}
