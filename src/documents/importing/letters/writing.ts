import type { AgencyStanding } from '../../../domain/agency.ts';
import { agencyKey } from '../../../language/agency-names.ts';
import {
  type Address,
  addressIn,
  beginsLeading,
  speaksOfLeading,
} from '../../../language/assignment-verbs.ts';
import { isGroupOfBodies, splitBodies } from '../../../language/body-names.ts';
import {
  type AssignmentDetail,
  assignmentDetailIn,
  splitGiven,
} from '../../../language/letter-words.ts';
import type { Place } from '../model.ts';
import type { AssignedSection, Assignment } from './assignment.ts';
import type { Point } from './outline.ts';
import { RANKS, rankOf } from './ranks.ts';

/** A point that others may stand under. */
interface Level {
  readonly rank: number;
  /** What the numbers of its points begin with; empty below roman and unnumbered headings. */
  readonly number: string;
  readonly body: string | null;
  readonly standing: AgencyStanding;
  readonly work: string;
  readonly isAssignment: boolean;
  readonly point: Point;
  parts: number;
}

/** What has been read of a letter so far. */
export interface Writing {
  readonly stack: Level[];
  readonly sections: Map<string, AssignedSection>;
  /** Assignments that no number was printed for, at the top. */
  count: number;
  /** Whether any words give work, so that this is a letter of assignments at all. */
  isGiven: boolean;
}

/** Takes a point into the letter; false for one that gives nobody anything. */
export function takePoint(point: Point, writing: Writing): boolean {
  const detail = assignmentDetailIn(point.text);
  if (detail !== null && addDetail(point, detail, writing)) return true;
  const address = addressOf(point, writing);
  const rank = address !== null && point.kind === 'plain' ? RANKS.arabic : rankOf(point);
  while ((writing.stack.at(-1)?.rank ?? -1) >= rank) writing.stack.pop();
  const above = writing.stack.at(-1);
  const given = workIn(point, address, above);
  const number = numberOf(point, above, writing, given !== null);
  const isOpen = opensList(point);
  writing.stack.push({
    rank,
    number: baseOf(point, number),
    ...bodyOf(address, above),
    work: headingWork(address, isOpen, above),
    isAssignment: given !== null,
    point,
    parts: 0,
  });
  if (speaksOfLeading(point.text) || address?.isExplicit === true) writing.isGiven = true;
  if (given === null) return address !== null || isOpen;
  const parent = above?.isAssignment === true ? above.number : null;
  give(point, { number, parent, ...given, headingWork: above?.work ?? '' }, writing);
  return true;
}

function opensList({ text }: Point): boolean {
  return /:\s*$/u.test(text);
}

function bodyOf(
  address: Address | null,
  above: Level | undefined,
): Pick<Level, 'body' | 'standing'> {
  const { body = null, standing = 'assigned' } = address ?? above ?? {};
  return { body, standing };
}

/** Who is to do what a point says; null for a heading, and where nobody is named for it. */
function workIn(
  point: Point,
  address: Address | null,
  above: Level | undefined,
): Pick<Given, 'body' | 'standing'> | null {
  const { body, standing } = bodyOf(address, above);
  const isSaid = address === null ? RANKS[point.kind] > RANKS.heading : address.work !== '';
  return body === null || !isSaid || opensList(point) ? null : { body, standing };
}

/** The words of a heading that go for the points below it: «chủ trì … các nhiệm vụ sau:». */
function headingWork(address: Address | null, isOpen: boolean, above: Level | undefined): string {
  if (address === null) return above?.work ?? '';
  return isOpen ? address.work : '';
}

/** An unnumbered paragraph addresses somebody only by a verb of giving or a colon. */
function addressOf(point: Point, writing: Writing): Address | null {
  const address = addressIn(point.text);
  if (address === null || address.isExplicit) return address;
  const isUnnumbered = point.kind === 'plain' || point.kind === 'bullet';
  if (!isUnnumbered) return address;
  const isSpoken = address.work !== '' && (writing.isGiven || beginsLeading(address.work));
  const within = writing.stack.findLast(({ rank }) => rank < RANKS.plain)?.body ?? null;
  return isSpoken && (within === null || point.kind === 'plain') ? address : null;
}

function numberOf(
  { kind, number }: Point,
  above: Level | undefined,
  writing: Writing,
  isAssignment: boolean,
): string {
  if (kind === 'arabic') return number;
  if (kind === 'letter')
    return above === undefined || above.number === '' ? number : `${above.number}.${number}`;
  if (!isAssignment) return '';
  if (above === undefined) {
    writing.count += 1;
    return `${writing.count}`;
  }
  above.parts += 1;
  return above.number === '' ? `${above.parts}` : `${above.number}.${above.parts}`;
}

function baseOf({ kind }: Point, number: string): string {
  return kind === 'roman' || kind === 'capital' || kind === 'heading' ? '' : number;
}

interface Given extends Pick<Assignment, 'number' | 'parent' | 'headingWork'> {
  readonly body: string;
  readonly standing: AgencyStanding;
}

/** A paragraph may give work to several bodies, each by its own verb or all by one. */
function give({ text, place }: Point, given: Given, writing: Writing): void {
  const parts = partsOf(text, given.body);
  for (const [index, part] of parts.entries()) {
    const address = addressIn(part);
    const { body, standing } = address ?? given;
    const { parent, headingWork } = given;
    const number = parts.length === 1 ? given.number : `${given.number}.${index + 1}`;
    const work = address?.work ?? part;
    const assignees = assigneesIn(body);
    const assignment = { number, parent, text: part, work, headingWork, place, assignees };
    const shared = { ...assignment, details: [] };
    for (const assignee of assignees)
      sectionOf(assignee, standing, place, writing).assignments.push(shared);
  }
}

function sectionOf(
  body: string,
  standing: AgencyStanding,
  place: Place,
  { sections }: Writing,
): AssignedSection {
  const key = agencyKey(body);
  const section = sections.get(key) ?? { body, standing, place, assignments: [] };
  sections.set(key, section);
  return section;
}

/** Each body that is named; a group is one, whoever belongs to it. */
function assigneesIn(body: string): string[] {
  return isGroupOfBodies(body) ? [body] : splitBodies(body);
}

/** Parts given to the same body stay together: they are targets of one assignment. */
function partsOf(text: string, body: string): string[] {
  const parts: string[] = [];
  for (const part of splitGiven(text)) {
    const other = addressIn(part);
    const isOther =
      other !== null && other.work !== '' && agencyKey(other.body) !== agencyKey(body);
    if (parts.length === 0 || isOther) parts.push(part);
    else parts[parts.length - 1] = `${parts.at(-1)} ${part}`;
  }
  return parts;
}

/** «Cơ quan chủ trì: …» below a piece of work makes it an assignment, whatever was given before. */
function addDetail(point: Point, detail: AssignmentDetail, writing: Writing): boolean {
  const rank = rankOf(point);
  const above = writing.stack.findLast((level) => level.rank < rank);
  if (above === undefined) return false;
  const known = assignmentAt(above.point, writing);
  if (known === undefined && !giveToLead(above, detail, writing)) return false;
  (known ?? assignmentAt(above.point, writing))?.details.push(detail);
  return true;
}

function giveToLead(above: Level, { kind, words }: AssignmentDetail, writing: Writing): boolean {
  const lead = kind === 'lead' ? addressIn(words.replace(/[;.].*$/su, '')) : null;
  if (lead === null || above.point.text === '') return false;
  writing.isGiven = true;
  const { number, standing } = above;
  give(above.point, { number, parent: null, body: lead.body, standing, headingWork: '' }, writing);
  return true;
}

function assignmentAt({ place }: Point, { sections }: Writing): Assignment | undefined {
  return [...sections.values()]
    .flatMap(({ assignments }) => assignments)
    .find((assignment) => assignment.place === place);
}
