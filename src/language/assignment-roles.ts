import { ROLE_VERB, VERB } from './assignment-verbs.ts';
import { nameWithin } from './body-name-end.ts';
import { beginsBody, splitBodies } from './body-names.ts';

/** Who leads and who helps, as the words of an assignment spell it. */
export interface Roles {
  readonly lead: string | null;
  readonly coordinating: readonly string[];
}

const LEADS =
  /^(?:chịu trách nhiệm\s+|có trách nhiệm\s+|làm\s+|là đơn vị\s+|là cơ quan\s+)?chủ trì(?![\p{L}])/iu;

const LEADS_WITHIN = /(?<=^|[\s,;])chủ trì(?=,?\s)/u;
const TOGETHER = /(?<=^|[\s,;])[Pp]hối hợp(?: chặt chẽ| cùng)?(?: với)?(?: cùng)?\s+(?=\S)/u;
const LED_BY = /(?<=[\s,(])(?:do|cùng|với)\s+(?=\S)([^.;()]+?)\s+(?:làm\s+)?chủ trì/u;

/**
 * The roles of an assignment's words, spoken to `assignee`: «chủ trì» makes it the lead, «phối hợp
 * với …» names who helps; no other verb says who leads. Source: rule R24.
 */
export function rolesIn(work: string, assignee: string): Roles {
  const said = work.normalize('NFC').trim();
  const ledBy = LED_BY.exec(said)?.[1];
  const led = ledBy === undefined ? undefined : splitBodies(ledBy).find(beginsBody);
  if (led !== undefined) return { lead: led, coordinating: [assignee] };
  const coordinating = coordinatingIn(said);
  const isLead = LEADS.test(said) || leadsBeforeTheWork(said);
  return { lead: isLead ? assignee : null, coordinating };
}

/** «tham mưu, chủ trì …»: the verb stands in the opening, before any body is named. */
function leadsBeforeTheWork(said: string): boolean {
  const place = said.search(LEADS_WITHIN);
  return place > 0 && place < 60 && !/[.;:]/u.test(said.slice(0, place));
}

function coordinatingIn(said: string): string[] {
  const found = TOGETHER.exec(said);
  if (found === null) return [];
  const after = said.slice(found.index + found[0].length);
  const end = after.search(VERB);
  const stop = after.search(/[.;:(]/u);
  const ends = [end, stop].filter((each) => each > 0);
  const last = ends.length === 0 ? after.length : Math.min(...ends);
  const isSure = ROLE_VERB.test(after.slice(last));
  return splitBodies(after.slice(0, last))
    .filter((body) => beginsBody(body))
    .map((body) => (isSure ? body : nameWithin(body)));
}

const ROLE_LABEL = /^(?:(?:cơ quan|đơn vị)\s+)?(chủ trì|phối hợp)(?:\s+với)?\s*[:\-–]?\s*/iu;

/**
 * The roles in a cell that holds all bodies: «Sở Y tế chủ trì; Sở Nội vụ phối hợp», «Chủ trì: Sở Y
 * tế». One body alone leads; of several without verbs nobody is said to lead.
 */
export function rolesInCell(text: string): Roles {
  const parts = text
    .normalize('NFC')
    .replace(/,\s*(?=(?:cơ quan |đơn vị )?phối hợp)/giu, ';')
    .split(/[;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map(readPart);
  const leads = read.filter(({ role }) => role === 'lead').flatMap(({ bodies }) => bodies);
  const coordinating = read
    .filter(({ role }) => role === 'coordinating')
    .flatMap(({ bodies }) => bodies);
  const open = read.filter(({ role }) => role === null).flatMap(({ bodies }) => bodies);
  const [lead = null, ...moreLeads] = leads;
  if (lead !== null) return { lead, coordinating: [...moreLeads, ...coordinating, ...open] };
  const [first = null, ...others] = open;
  // Beside others who help, the first without a verb leads; of several without any, nobody does.
  if (coordinating.length > 0) return { lead: first, coordinating: [...coordinating, ...others] };
  return others.length === 0
    ? { lead: first, coordinating: [] }
    : { lead: null, coordinating: open };
}

function readPart(part: string): {
  readonly role: 'lead' | 'coordinating' | null;
  readonly bodies: string[];
} {
  const label = ROLE_LABEL.exec(part);
  const verb = (
    label?.[1] ?? /(?<=\s|\()(chủ trì|phối hợp)\)?\.?$/iu.exec(part)?.[1]
  )?.toLowerCase();
  const names = part.replace(ROLE_LABEL, '').replace(/\s*\(?(?:chủ trì|phối hợp)\)?\.?$/iu, '');
  return { role: verb === undefined ? null : roleOf(verb), bodies: splitBodies(names) };
}

function roleOf(verb: string): 'lead' | 'coordinating' {
  return verb === 'chủ trì' ? 'lead' : 'coordinating';
}
