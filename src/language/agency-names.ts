import type { AgencyLevel } from '../domain/agency.ts';
import { KNOWN_AGENCIES, type KnownAgency } from './agency-catalogue.ts';
import { fold } from './folding.ts';

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** The key under which two spellings of a name are one: case, accents and abbreviations folded. */
export function agencyKey(name: string): string {
  return fold(name)
    .replaceAll('uy ban nhan dan', 'ubnd')
    .replaceAll('hoi dong nhan dan', 'hdnd')
    .replaceAll('phat trien nong thon', 'ptnt')
    .replace(/\bban quan ly\b/u, 'bql')
    .replace(/\b(?:ban ql ?da|bqlda)\b/u, 'bql da')
    .replace(/\bdu an\b/u, 'da')
    .replace(/\bdau tu xay dung\b/u, 'dtxd');
}

/**
 * The agencies that a query means: by name or alias, else by abbreviation, else by the words it
 * holds. Several answers mean that nobody may guess. Source: feature F82.
 */
export function findAgencies<Agency extends Named>(
  query: string,
  agencies: readonly Agency[],
): readonly Agency[] {
  const key = agencyKey(query);
  if (key === '') return [];
  for (const isMeant of [isCalled, isAbbreviated, isPartOf, holdsWords]) {
    const found = agencies.filter((agency) => isMeant(agency, key));
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * A name as it is written within a sentence, where the catalogue knows the body; else as printed.
 * Source: contract of `import`, quirk Q-08.
 */
export function tidyAgencyName(asPrinted: string): string {
  return knownAgency(asPrinted)?.name ?? asPrinted;
}

/** What else a body is called, so that people may type it; empty for one that no catalogue knows. */
export function aliasesOf(name: string): readonly string[] {
  return knownAgency(name)?.aliases ?? [];
}

/** The bodies that took over from one that the reform of 2025 ended; empty for one that goes on. */
export function successorsOf(name: string): readonly string[] {
  return knownAgency(name)?.successors ?? [];
}

const OFF_CHAT = /\b(?:cong an|quan su|bien phong|canh sat|bo doi|quoc phong)\b/u;

/** Police and military bodies are kept out of chats unless an office decides otherwise. Source: decision 9. */
export function isOffChatByDefault(name: string): boolean {
  return OFF_CHAT.test(fold(name));
}

/** How far down a body stands, by what its name itself says; an office corrects the rest. */
export function levelOf(name: string): AgencyLevel {
  const key = agencyKey(name);
  if (/^ubnd (?:cac )?(?:xa|phuong|dac khu)\b/u.test(key)) return 'commune';
  if (/^ubnd (?:cac )?(?:huyen|thanh pho|thi xa)\b/u.test(key)) return 'district';
  return 'department';
}

function knownAgency(name: string): KnownAgency | undefined {
  const key = agencyKey(name);
  return KNOWN_AGENCIES.find((known) => isCalled(known, key));
}

const keys = new WeakMap<Named, readonly string[]>();

/** The keys of all its names; a country's agencies are asked after again and again. */
function keysOf(agency: Named): readonly string[] {
  const known = keys.get(agency) ?? [agency.name, ...agency.aliases].map(agencyKey);
  keys.set(agency, known);
  return known;
}

function isCalled(agency: Named, key: string): boolean {
  return keysOf(agency).includes(key);
}

/** «sgddt», «KHĐT», «SCT»: the first letters of the words, with or without the kind of body. */
function isAbbreviated(agency: Named, key: string): boolean {
  const typed = [key, key.replace(/^so /u, ''), key.replace(/ tinh$/u, '')].map((each) =>
    each.replaceAll(' ', ''),
  );
  return [agency.name, ...agency.aliases].some((each) =>
    abbreviationsOf(each).some((short) => typed.includes(short)),
  );
}

/** What the first letters of a name spell, folded, also without the kind of body: «skhdt», «khdt». */
export function abbreviationsOf(name: string): string[] {
  const words = fold(name).split(' ');
  const initials = (chosen: readonly string[]) => chosen.map((word) => word.charAt(0)).join('');
  const full = initials(words);
  const short = initials(words.filter((word) => word !== 'va'));
  const squeezed = words.join('');
  return [full, short, full.slice(1), short.slice(1), squeezed].filter(({ length }) => length > 1);
}

/** The query stands in the name as it is. */
function isPartOf(agency: Named, key: string): boolean {
  return keysOf(agency).some((each) => ` ${each} `.includes(` ${key} `));
}

/** Every word of the query stands in the name, in the same order: «BQLDA giao thông». */
function holdsWords(agency: Named, key: string): boolean {
  return keysOf(agency).some((each) => {
    const left = each.split(' ');
    return key.split(' ').every((word) => {
      const place = left.indexOf(word);
      left.splice(0, place + 1);
      return place >= 0;
    });
  });
}

/** Words that say what kind of body it is, not which. */
const KINDS =
  /^(?:so|ban|phong|cuc|chi cuc|thanh tra|van phong|trung tam|cong ty|bql|ubnd)\s+(?=\S)/u;

/** Up to four capitals by which people know an agency again: «Sở Xây dựng» is XD. */
export function initialsOf(name: string): string {
  const words = fold(name).replace(KINDS, '').split(' ');
  const letters = words.map((word) => word.charAt(0)).filter((letter) => /[a-z]/u.test(letter));
  return letters.slice(0, 4).join('').toUpperCase() || 'CK';
}
