import { agencyKey } from '../../../language/agency-names.ts';
import { rolesInCell } from '../../../language/assignment-roles.ts';
import { splitBodies } from '../../../language/body-names.ts';
import type { RowFacts } from './facts.ts';
import type { DraftSection, Reading, TablePart } from './reading.ts';

/** Whose item it is: by the column of bodies, the band above, the title, the lead, the sheet. */
export function sectionFor(facts: RowFacts, part: TablePart, reading: Reading): DraftSection {
  const agency = agencyOf(facts, part, reading);
  const { appendix } = part;
  const key = `${agency === null ? '' : agencyKey(agency)}|${appendix ?? ''}`;
  const known = reading.sections.get(key);
  const section = known ?? { agency, appendix, place: facts.place, items: [] };
  if (known === undefined) reading.sections.set(key, section);
  reading.section = section;
  return section;
}

function agencyOf(facts: RowFacts, part: TablePart, { band, section }: Reading): string | null {
  const { titleAgency, columns } = part;
  if (band !== null) return band;
  const isOwner = columns.byRole.has('agency') && !(columns.agencyActs && titleAgency !== null);
  const named = isOwner ? facts.agency || section?.agency : null;
  return named ?? titleAgency ?? part.sheetAgency ?? leadingBody(facts) ?? part.letterhead;
}

function leadingBody({ lead, roles }: RowFacts): string | null {
  return lead === '' ? rolesInCell(roles).lead : (splitBodies(lead)[0] ?? null);
}
