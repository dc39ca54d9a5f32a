import type { Commitment, ProgressLine } from '../domain/commitment.ts';
import { localTimeOf } from '../domain/local-time.ts';
import { lastOfUpdates } from '../domain/undo.ts';
import type { Recorded } from '../usecases/record-progress.ts';
import type { ItemCard } from '../usecases/show-item.ts';
import type { Undone } from '../usecases/undo-progress.ts';
import { deadlineWords, momentOf, periodWords, type Setting } from './deadlines.ts';
import { bold, shorten } from './message.ts';
import { statusWords } from './statuses.ts';

const RESULT_LENGTH = 300;

/** The item, what was said of it last, and the question. Source: script TX-01. */
export function itemCardView(
  { commitment, standing, isReported }: ItemCard,
  { texts, timezone }: Setting,
): string {
  const card = texts('progress.card', { number: commitment.number, text: commitment.text });
  return [
    card,
    ...lastLine(standing, isReported, { texts, timezone }),
    texts('progress.askStatus'),
  ].join('\n');
}

function lastLine(
  standing: ProgressLine | null,
  isReported: boolean,
  { texts, timezone }: Setting,
): string[] {
  if (standing === null || standing.status === 'unknown') {
    if (standing?.result == null) return [];
    return [texts('progress.lastResultOnly', { result: shorten(standing.result, RESULT_LENGTH) })];
  }
  const values = {
    status: statusWords(standing.status, texts),
    result: shorten(standing.result ?? '', RESULT_LENGTH),
    ...momentOf(standing.recordedAt, timezone),
  };
  const hasResult = standing.result !== null;
  if (isReported) return [texts(hasResult ? 'progress.nowWithResult' : 'progress.now', values)];
  return [texts(hasResult ? 'progress.lastWithResult' : 'progress.last', values)];
}

/** That a status was written, and by the way whether it came in time. Source: scripts TX-01, TX-09. */
export function recordedView(
  recorded: Recorded,
  { texts, timezone }: Setting,
  said: { readonly withResult: boolean },
): string {
  const { commitment, line } = recorded;
  const moment = momentOf(line.recordedAt, timezone);
  const values = {
    number: commitment.number,
    status: bold(statusWords(line.status, texts)),
    result: shorten(line.result ?? '', RESULT_LENGTH),
    ...moment,
  };
  const key = said.withResult ? 'progress.recordedWithResult' : 'progress.recorded';
  const timeliness = timelinessView(recorded, { texts, timezone });
  return [texts(key, values), ...timeliness].join(line.isLate ? '\n' : ' ');
}

/** That it came late, or on a rest day and yet in time; nothing on any other day. */
export function timelinessView(
  { line, round }: Pick<Recorded, 'line' | 'round'>,
  { texts, timezone }: Setting,
): string[] {
  const today = localTimeOf(line.recordedAt, timezone).date;
  const deadline = deadlineWords(round, texts);
  if (line.isLate) return [texts('progress.late', { deadline })];
  if (today <= round.remindBy || today > round.lateAfter) return [];
  return [texts('progress.inTime', { deadline })];
}

/** What is left for the agency after an update. */
export function remainingView(
  {
    round,
    of,
    missing,
  }: { readonly round: Recorded['round']; readonly of: number; readonly missing: number },
  { texts }: Setting,
): string {
  return missing === 0
    ? texts('progress.complete', { of, period: periodWords(round, texts) })
    : texts('progress.remaining', { count: missing });
}

/** Source: script TX-06. */
export function undoneView({ commitment, restored }: Undone, { texts, timezone }: Setting): string {
  const { number } = commitment;
  if (restored === null || restored.status === 'unknown') {
    return texts('progress.undoneEmpty', { number });
  }
  const status = bold(statusWords(restored.status, texts));
  if (restored.personId === null) return texts('progress.undoneImported', { number, status });
  const moment = momentOf(restored.recordedAt, timezone);
  return texts('progress.undone', { number, status, ...moment });
}

interface HistoryFrame extends Setting {
  readonly nameOf: (personId: number) => string;
}

/** All versions, oldest first: who, when, what. Source: script TX-06. */
export function historyView(
  commitment: Commitment,
  lines: readonly ProgressLine[],
  { texts, timezone, nameOf }: HistoryFrame,
): string {
  const { number } = commitment;
  const told = lines.filter((line) => line.status !== 'unknown' || line.restoresVersion !== null);
  if (told.length === 0) return texts('progress.historyEmpty', { number });
  const versions = lastOfUpdates(told).map((line) => {
    const status = withResult(statusWords(line.status, texts), line.result);
    if (line.personId === null) {
      return texts('progress.historyImported', { status, file: commitment.source.file });
    }
    const values = { ...momentOf(line.recordedAt, timezone), name: nameOf(line.personId), status };
    return line.restoresVersion === null
      ? texts('progress.historyLine', values)
      : texts('progress.historyUndo', values);
  });
  return texts('progress.history', { number, versions: versions.join(' → ') });
}

function withResult(status: string, result: string | null): string {
  return result === null ? status : `${status}, “${shorten(result, 80)}”`;
}
