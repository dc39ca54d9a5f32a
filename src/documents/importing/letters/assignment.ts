import type { AgencyStanding } from '../../../domain/agency.ts';
import { rolesIn } from '../../../language/assignment-roles.ts';
import { isGroupOfBodies, splitBodies } from '../../../language/body-names.ts';
import type { AssignmentDetail } from '../../../language/letter-words.ts';
import type { Place } from '../model.ts';
import {
  type ImportedItem,
  type ImportedSection,
  NOTHING_MORE,
  type PaperWarning,
} from '../paper.ts';
import { lineOf } from '../places.ts';

/** An assignment as the letter gives it. */
export interface Assignment {
  readonly number: string;
  readonly parent: string | null;
  readonly text: string;
  /** The words that say who leads and who helps. */
  readonly work: string;
  /** The heading's own words, where the point has none on roles. */
  readonly headingWork: string;
  readonly place: Place;
  /** Everybody whom it is given to at once. */
  readonly assignees: readonly string[];
  readonly details: AssignmentDetail[];
}

export interface AssignedSection {
  readonly body: string;
  readonly standing: AgencyStanding;
  readonly place: Place;
  readonly assignments: Assignment[];
}

export function closeSections(sections: ReadonlyMap<string, AssignedSection>): {
  sections: ImportedSection[];
  warnings: PaperWarning[];
} {
  const filled = [...sections.values()].filter(({ assignments }) => assignments.length > 0);
  return { sections: filled.map(toSection), warnings: filled.flatMap(doubtsOf) };
}

function toSection({ body, standing, place, assignments }: AssignedSection): ImportedSection {
  return {
    agencyAsPrinted: body,
    appendix: null,
    standing,
    items: assignments.map((assignment) => toItem(assignment, body)),
    line: lineOf(place),
  };
}

function toItem(
  { number, parent, text, work, headingWork, place, details }: Assignment,
  body: string,
): ImportedItem {
  const own = rolesIn(work, body);
  const isSilent = own.lead === null && own.coordinating.length === 0;
  const said = isSilent && headingWork !== '' ? rolesIn(headingWork, body) : own;
  const of = (kind: AssignmentDetail['kind']) =>
    details.filter((detail) => detail.kind === kind).map(({ words }) => words);
  const [lead] = of('lead').flatMap((words) => splitBodies(words));
  return {
    ...{ number, parent, text, result: null, status: null, marks: 0 },
    ...NOTHING_MORE,
    lead: lead ?? said.lead,
    coordinating: [
      ...said.coordinating,
      ...of('coordinating').flatMap((words) => splitBodies(words)),
    ],
    deadlineAsPrinted: of('deadline')[0] ?? null,
    source: place,
    line: lineOf(place),
  };
}

/** One assignment to many: each of them has to be asked, which only the office can spell out. */
function doubtsOf({ body, place, assignments }: AssignedSection): PaperWarning[] {
  const where = { line: lineOf(place), source: place, about: body };
  if (isGroupOfBodies(body)) return [{ code: 'groupAssignee', level: 'note', ...where }];
  return assignments
    .filter(({ assignees }) => assignees.length > 1 && assignees[0] === body)
    .map((assignment) => ({
      ...({ code: 'severalAssignees', level: 'confirm' } as const),
      line: lineOf(assignment.place),
      source: assignment.place,
      about: assignment.assignees.join('; '),
    }));
}
