import type { ProgressLine } from './commitment.ts';
import { effectiveLines } from './progress.ts';

/** Within it, what the same person adds to a status still belongs to the same update. */
const ONE_UPDATE_MS = 30 * 60_000;

/**
 * What a person wrote last of lines that come oldest first, not counting what was undone: a line an item, since one message may
 * tell of many, all at its instant. Empty when there is none.
 */
export function lastUpdatesOf(lines: readonly ProgressLine[], personId: number): ProgressLine[] {
  const own = lines.filter((line) => line.personId === personId && line.restoresVersion === null);
  const last = Math.max(...own.map(({ recordedAt }) => recordedAt.getTime()));
  const latest = own.filter(({ recordedAt }) => recordedAt.getTime() === last);
  const byItem = Map.groupBy(latest, ({ commitmentId }) => commitmentId);
  return [...byItem.values()].flatMap((versions) => versions.slice(-1));
}

/**
 * The version that stood before the newest update of an item; 0 when nothing did. A status and the
 * result and difficulty told after it are one update. Source: script TX-06.
 */
export function versionBefore(history: readonly ProgressLine[]): number {
  const standing = effectiveLines(history).filter(
    ({ restoresVersion }) => restoresVersion === null,
  );
  const newest = standing.at(-1);
  if (newest === undefined) return 0;
  const kept = standing.findLast((line) => !belongsTo(line, newest));
  return kept?.version ?? 0;
}

/** The lines that end an update: what is told after a status is part of the same one. */
export function lastOfUpdates(lines: readonly ProgressLine[]): ProgressLine[] {
  return lines.filter((line, index) => {
    const next = lines[index + 1];
    return next === undefined || next.restoresVersion !== null || !belongsTo(line, next);
  });
}

function belongsTo(earlier: ProgressLine, newest: ProgressLine): boolean {
  if (earlier.restoresVersion !== null || earlier.personId === null) return false;
  const apart = newest.recordedAt.getTime() - earlier.recordedAt.getTime();
  return (
    earlier.personId === newest.personId &&
    earlier.status === newest.status &&
    earlier.period === newest.period &&
    apart <= ONE_UPDATE_MS
  );
}
