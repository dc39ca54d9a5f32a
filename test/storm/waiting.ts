export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Asks again and again until it holds; false when it never did within `ms`. */
export async function within(
  ms: number,
  holds: () => boolean | Promise<boolean>,
  everyMs = 200,
): Promise<boolean> {
  const until = performance.now() + ms;
  for (;;) {
    if (await holds()) return true;
    if (performance.now() > until) return false;
    await pause(everyMs);
  }
}
