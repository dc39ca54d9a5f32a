import type { Observation } from '../../domain/finding.ts';
import { type Reading, readFigures } from '../../language/quantities.ts';
import { checkAgainstItem, checkExcesses } from './goal-checks.ts';
import { checkHiddenWholes, checkShares, checkSubsetShares } from './share-checks.ts';
import {
  checkBreakdowns,
  checkPercentGroups,
  checkShareGroups,
  checkSubsetLists,
  type LineObservation,
} from './sum-checks.ts';

/**
 * Everything in a text's figures that does not add up; for a result, `itemText` is what its item
 * sets. Nothing for a text without figures. Takes any form of Unicode; changes nothing.
 */
export function auditFigures(text: string, itemText: string | null = null): Observation[] {
  if (!/\d/u.test(text)) return [];
  const reading = readFigures(text);
  const lines = text.includes('\n') ? text.split('\n').map(readFigures) : [reading];
  return [
    ...auditParagraph(reading, itemText),
    ...auditLines(lines).map(({ observation }) => observation),
  ];
}

/** What needs one paragraph only. */
export function auditParagraph(reading: Reading, itemText: string | null): Observation[] {
  if (reading.figures.length === 0) return [];
  const item = itemText === null ? null : readFigures(itemText);
  return [
    ...checkShares(reading),
    ...checkSubsetShares(reading),
    ...checkHiddenWholes(reading),
    ...checkBreakdowns(reading),
    ...checkSubsetLists(reading),
    ...checkPercentGroups(reading),
    ...checkExcesses(reading, item),
    ...(item === null ? [] : checkAgainstItem(reading, item)),
  ];
}

/** What is told down a list of lines or paragraphs. */
export function auditLines(lines: readonly Reading[]): LineObservation[] {
  return checkShareGroups(lines);
}
