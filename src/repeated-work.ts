/** Work that is taken up piece by piece, one at a time in this process. */
export interface RepeatedWork {
  /** There may be something to do. */
  wake(): void;
  /** Resolves once nothing is being done. */
  idle(): Promise<void>;
  /** Takes up no more, and ends what is in hand. */
  stop(): Promise<void>;
}

/** `step` gives whether there may be more at once; what it throws is told, and tried when woken again. */
export function createRepeatedWork(
  step: () => Promise<boolean>,
  onError: (error: unknown) => void,
): RepeatedWork {
  let running: Promise<void> | null = null;
  let isAgain = false;
  let isStopped = false;
  const run = async () => {
    while (isAgain && !isStopped) {
      isAgain = false;
      try {
        if (await step()) isAgain = true;
      } catch (error) {
        onError(error);
      }
    }
    // In the same breath as the last look, so that no call to wake falls between.
    running = null;
  };
  const idle = async () => {
    while (running !== null) await running;
  };
  return {
    wake: () => {
      if (isStopped) return;
      isAgain = true;
      running ??= run();
    },
    idle,
    stop: () => {
      isStopped = true;
      return idle();
    },
  };
}
