import { addressIn, speaksOfLeading } from '../../../language/assignment-verbs.ts';
import { isGroupOfBodies } from '../../../language/body-names.ts';
import {
  beginsReporting,
  closesLetter,
  endsLetter,
  isExecutionClause,
  isReportingHeading,
  isReportTitle,
  tellsHowThingsStand,
} from '../../../language/letter-words.ts';
import { isAppendixTitle } from '../../../language/paper-titles.ts';
import {
  asksForReports,
  type PrintedReportingRule,
  reportingRulesIn,
} from '../../../language/reporting-rules.ts';
import type { PaperDocument } from '../model.ts';
import type { ImportedSection, PaperWarning } from '../paper.ts';
import { closeSections } from './assignment.ts';
import { headLength, headTableLines } from './head.ts';
import { outlineOf, type Point } from './outline.ts';
import { RANKS, rankOf } from './ranks.ts';
import { takePoint, type Writing } from './writing.ts';

/** What a letter gives to whom, and when it wants reports. */
export interface UnderstoodLetter {
  readonly sections: readonly ImportedSection[];
  readonly reporting: readonly PrintedReportingRule[];
  readonly warnings: readonly PaperWarning[];
  /** The paragraphs before the first assignment: number, subject, basis. */
  readonly opening: readonly string[];
}

/**
 * Finds the assignments of a letter in running text: who is told or asked to do what. Reports tell
 * what was done and give none. Source: rules R24-R27.
 */
export function understandLetter(document: PaperDocument): UnderstoodLetter {
  const points = outlineOf(document);
  const head = points.slice(0, REPORT_HEAD);
  if (head.some((point) => isCourtesy(point) && isReportTitle(point.text))) return reportOf(head);
  const { writing, opening, aboutReports } = readPoints(points);
  const { sections, warnings } = closeSections(writing.isGiven ? writing.sections : new Map());
  const reporting = sections.length === 0 ? [] : reportingRulesIn(aboutReports.join('. '));
  return { sections, reporting, warnings, opening: [...headTableLines(document), ...opening] };
}

/** How many paragraphs a report's head takes: number, place and day, title, basis. */
const REPORT_HEAD = 12;

function reportOf(head: readonly Point[]): UnderstoodLetter {
  const opening = head.map(({ text }) => text);
  return { sections: [], reporting: [], warnings: [], opening };
}

function readPoints(points: readonly Point[]) {
  const writing: Writing = { stack: [], sections: new Map(), count: 0, isGiven: false };
  const opening: string[] = [];
  const aboutReports: string[] = [];
  const head = headLength(points);
  opening.push(...points.slice(0, head).map(({ text }) => text));
  let reportingRank: number | null = null;
  for (const point of points.slice(head)) {
    const isOver = endsLetter(point.text) || isAppendixTitle(point.text);
    if (isOver && writing.sections.size > 0) break;
    reportingRank = rankOfReporting(point, reportingRank);
    const isTaken = reportingRank === null && givesWork(point) && takePoint(point, writing);
    if (!isTaken || asksForReports(point.text)) aboutReports.push(point.text);
    if (writing.sections.size === 0) opening.push(point.text);
  }
  return { writing, opening, aboutReports };
}

/** Rules on reports, courtesies and the last article of a decision give nobody work. */
function givesWork(point: Point): boolean {
  const { text } = point;
  if (beginsReporting(text) || asksAllForReports(text) || tellsOfTheBody(text)) return false;
  if (isExecutionClause(text) && !speaksOfLeading(text)) return false;
  return !(isCourtesy(point) && closesLetter(text));
}

/** «Các đơn vị đã nghiêm túc triển khai» tells of a body and gives it nothing. */
function tellsOfTheBody(text: string): boolean {
  return tellsHowThingsStand(addressIn(text)?.work ?? '');
}

/** «Các đơn vị được giao báo cáo kết quả … hằng năm» is a rule for everybody. */
function asksAllForReports(text: string): boolean {
  const body = asksForReports(text) ? addressIn(text)?.body : undefined;
  return body !== undefined && isGroupOfBodies(body);
}

/**
 * From a heading on reports on, what stands below it is about them; null outside. A heading without
 * a number has no rank of its own, so the next number ends it.
 */
function rankOfReporting(point: Point, before: number | null): number | null {
  const rank = rankOf(point);
  if (isReportingHeading(point.text)) return isCourtesy(point) ? RANKS.arabic : rank;
  return before !== null && rank > before ? before : null;
}

/** A paragraph that opens or closes a paper, or its title, stands without a mark. */
function isCourtesy({ kind }: Point): boolean {
  return kind === 'plain' || kind === 'heading';
}
