import { type Observation, observe } from '../../domain/finding.ts';
import { isMarkDisputed } from '../../domain/mark-dispute.ts';
import { isEmptyPhrase } from '../../language/empty-phrases.ts';
import { personalDataIn } from '../../language/personal-data.ts';
import { placeholdersIn } from '../../language/placeholders.ts';
import { sentencesIn } from '../../language/sentences.ts';
import { statusIn } from '../../language/status-words.ts';
import { type TaskIndex, taskAnswered } from '../../language/task-mismatch.ts';
import { auditFigures } from './arithmetic.ts';
import type { CheckedItem } from './checked-paper.ts';
import {
  type Coverage,
  checkCalendarDates,
  checkCountedDates,
  checkDocumentDates,
} from './date-checks.ts';

const EXCERPT = 80;

/** What stands in one row: its text, its result and its mark against each other. */
export function checkItem(
  item: CheckedItem<unknown>,
  coverage: Coverage | null,
  tasks: TaskIndex,
): Observation[] {
  const { text, result } = item;
  return [
    ...checkWords(text),
    ...(result === null ? [] : checkResult(result, text, coverage, tasks)),
    ...checkMark(item),
  ];
}

/**
 * A result against its item: figures, blanks, dates, task and emptiness. `coverage` is null where
 * the year is open.
 */
export function checkResult(
  result: string,
  itemText: string,
  coverage: Coverage | null,
  tasks: TaskIndex,
): Observation[] {
  const answered = taskAnswered(result, itemText, tasks);
  return [
    ...auditFigures(result, itemText),
    ...checkWords(result),
    ...(coverage === null
      ? []
      : [...checkCountedDates(result, coverage), ...checkDocumentDates(result, coverage)]),
    ...(answered === null
      ? []
      : [observe('answersOtherItem', { excerpt: excerptOf(result), otherNumber: answered })]),
    ...(isEmptyPhrase(result) ? [observe('emptyPhrase', { excerpt: excerptOf(result) })] : []),
  ];
}

/** What may be wrong with any words: blanks, impossible dates, personal data. */
function checkWords(text: string): Observation[] {
  return [
    ...placeholdersIn(text).map((excerpt) => observe('placeholderOpen', { excerpt })),
    ...checkCalendarDates(text),
    ...personalDataIn(text).map((kind) => observe('personalData', { kind })),
  ];
}

/** How many marks a row has is its reader's to tell. */
function checkMark({ status, result }: CheckedItem<unknown>): Observation[] {
  if (status === null || result === null) return [];
  const said = saidIn(result);
  if (said === null || !isMarkDisputed(status, said)) return [];
  return [observe('markDisputed', { marked: status, said })];
}

/** The status with which the first sentence of a result begins. */
function saidIn(result: string) {
  const [first] = sentencesIn(result);
  const words = result.slice(first?.start, first?.end).replace(/^[\s•+–-]+/u, '');
  return statusIn(words)?.status ?? null;
}

function excerptOf(text: string): string {
  const line = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT).replace(/\s\S*$/u, '')}…`;
}
