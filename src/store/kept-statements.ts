/** Texts that are kept: all that our code writes, and some that grow with a list's length. */
const MOST_TEXTS = 200;

/** Which texts a connection keeps prepared: those that have come for the second time. */
export interface Texts {
  isKept(text: string): boolean;
}

export function createTexts(): Texts {
  const seen = new Set<string>();
  const kept = new Set<string>();
  return {
    isKept: (text) => {
      if (kept.has(text)) return true;
      if (kept.size >= MOST_TEXTS) return false;
      if (seen.delete(text)) kept.add(text);
      else seen.add(text);
      if (seen.size > MOST_TEXTS) seen.clear();
      return kept.has(text);
    },
  };
}
