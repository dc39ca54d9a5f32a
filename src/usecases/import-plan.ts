import type { Agency } from '../domain/agency.ts';
import type { Commitment, ProgressLine } from '../domain/commitment.ts';
import type { CommitmentSet } from '../domain/commitment-set.ts';
import type { Paper, PaperItem, PaperSection } from '../domain/paper.ts';
import { standingLine } from '../domain/progress.ts';
import type { Stores } from './ports/unit-of-work.ts';

export interface PlannedItem {
  readonly item: PaperItem;
  readonly kind: 'new' | 'changed' | 'same';
  readonly kept: Commitment | null;
  /** The paper says something of the status or the result that is not kept yet. */
  readonly bringsLine: boolean;
  readonly standing: ProgressLine | null;
}

export interface PlannedSection {
  readonly section: PaperSection;
  /** Null when the agency is new. */
  readonly agency: Agency | null;
  readonly items: readonly PlannedItem[];
}

export interface ImportPlan {
  /** Null when the set is new. */
  readonly set: CommitmentSet | null;
  readonly sections: readonly PlannedSection[];
  readonly missing: number;
}

/** What an import would do, item by item, in the order of the paper. */
export async function planImport(
  stores: Stores,
  paper: Paper,
  keyOf: (name: string) => string,
): Promise<ImportPlan> {
  const sets = await stores.commitments.listSets();
  const set = sets.find(({ year, name }) => year === paper.year && name === paper.setName) ?? null;
  const kept = set === null ? [] : await stores.commitments.list([set.id]);
  const lines = set === null ? [] : await stores.progress.list([set.id]);
  const agencies = await stores.agencies.list();
  const agencyOf = (section: PaperSection) => findAgency(agencies, section, keyOf);

  const sections = paper.sections.map((section) => {
    const agency = agencyOf(section);
    const waiting = kept.filter(({ agencyId }) => agencyId === agency?.id);
    const items = section.items.map((item) => planItem(item, take(waiting, item), lines));
    return { section, agency, items };
  });
  const met = sections.flatMap(({ items }) => items).filter((planned) => planned.kept !== null);
  return { set, sections, missing: missingFrom(sections, kept) - met.length };
}

/** How many kept items belong to the agencies that the paper speaks of. */
function missingFrom(sections: readonly PlannedSection[], kept: readonly Commitment[]): number {
  const spokenOf = new Set(sections.map(({ agency }) => agency?.id));
  return kept.filter(({ agencyId }) => spokenOf.has(agencyId)).length;
}

function findAgency(
  agencies: readonly Agency[],
  { agency, aliases }: PaperSection,
  keyOf: (name: string) => string,
): Agency | null {
  const wanted = new Set([agency, ...aliases].map(keyOf));
  const isMeant = (known: Agency) =>
    wanted.has(keyOf(known.name)) || known.aliases.some((alias) => wanted.has(keyOf(alias)));
  return (
    agencies.find((known) => keyOf(known.name) === keyOf(agency)) ?? agencies.find(isMeant) ?? null
  );
}

/** Takes the kept item of the same number out of those that wait; the paper may repeat a number. */
function take(waiting: Commitment[], item: PaperItem): Commitment | null {
  const index = waiting.findIndex(({ number }) => number === item.number);
  return index < 0 ? null : (waiting.splice(index, 1)[0] ?? null);
}

function planItem(
  item: PaperItem,
  kept: Commitment | null,
  lines: readonly ProgressLine[],
): PlannedItem {
  if (kept === null) {
    return { item, kind: 'new', kept, bringsLine: saysSomething(item), standing: null };
  }
  const standing = standingLine(lines, kept.id);
  const bringsLine = saysSomething(item) && mayReplace(standing, item);
  const isChanged = bringsLine || kept.text !== item.text || kept.milestoneOn !== item.milestoneOn;
  return { item, kind: isChanged ? 'changed' : 'same', kept, bringsLine, standing };
}

function saysSomething({ status, result }: PaperItem): boolean {
  return status !== null || result !== null;
}

/** A paper never overwrites what a person said after it; it only replaces what a paper brought. */
function mayReplace(standing: ProgressLine | null, item: PaperItem): boolean {
  if (standing === null) return true;
  if (standing.personId !== null) return false;
  return standing.result !== item.result || standing.status !== (item.status ?? 'unknown');
}
