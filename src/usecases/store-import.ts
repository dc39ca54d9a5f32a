import type { Actor } from '../domain/actor.ts';
import type { ProgressLine } from '../domain/commitment.ts';
import { DEFAULT_RULES, DEFAULT_SETTINGS } from '../domain/commitment-set.ts';
import type { Paper, PaperSection } from '../domain/paper.ts';
import type { ImportPlan, PlannedItem, PlannedSection } from './import-plan.ts';
import type { NewCommitment, NewTreeItem } from './ports/commitment-store.ts';
import type { Stores } from './ports/unit-of-work.ts';

interface Occasion {
  readonly at: Date;
  readonly via: string;
  readonly actor: Actor | null;
}

/** Writes what the plan found new or changed, with one audit row for the paper. */
export async function storeImport(
  stores: Stores,
  paper: Paper,
  plan: ImportPlan,
  occasion: Occasion,
): Promise<void> {
  const set = plan.set ?? (await stores.commitments.addSet(newSet(paper)));
  const known = (await stores.agencies.list()).length;
  for (const [index, planned] of plan.sections.entries()) {
    const agencyId =
      planned.agency?.id ?? (await addAgency(stores, planned.section, known + index));
    await storeSection(stores, { paper, planned, setId: set.id, agencyId, at: occasion.at });
  }
  await stores.audit.record({
    actor: occasion.actor,
    action: 'commitmentSet.import',
    subject: `commitment_set:${set.id}`,
    before: null,
    after: { year: paper.year, name: paper.setName, file: paper.file, items: countItems(plan) },
    via: occasion.via,
    at: occasion.at,
  });
}

function newSet({ year, setName, authority, rules }: Paper) {
  return {
    year,
    name: setName,
    authority,
    rules: rules ?? DEFAULT_RULES,
    settings: DEFAULT_SETTINGS,
  };
}

async function addAgency(stores: Stores, section: PaperSection, position: number): Promise<number> {
  const { agency: name, aliases, level, standing, isOffChat } = section;
  const added = await stores.agencies.add({
    name,
    aliases,
    level,
    standing,
    isOffChat,
    parentId: null,
    position,
    validFrom: null,
  });
  return added.id;
}

interface SectionToStore {
  readonly paper: Paper;
  readonly planned: PlannedSection;
  readonly setId: number;
  readonly agencyId: number;
  readonly at: Date;
}

/** What is new as a whole goes in as a whole; a body of which something is kept, item by item. */
async function storeSection(stores: Stores, section: SectionToStore): Promise<void> {
  const { items } = section.planned;
  if (items.every(({ kept }) => kept === null)) {
    await stores.commitments.addTree(treeOf(section));
    return;
  }
  const idByNumber = new Map<string, number>();
  for (const [position, planned] of items.entries()) {
    const id = await storeItem(stores, section, planned, position, idByNumber);
    idByNumber.set(planned.item.number, id);
    if (!planned.bringsLine) continue;
    await stores.progress.add({ ...lineOf(section, planned), commitmentId: id });
  }
}

/** A part that stands before the item it belongs to is an item of its own. */
function treeOf(section: SectionToStore): NewTreeItem[] {
  const placeOf = new Map<string, number>();
  return section.planned.items.map((planned, position) => {
    const { parent, number } = planned.item;
    const parentAt = parent === null ? null : (placeOf.get(parent) ?? null);
    placeOf.set(number, position);
    return {
      commitment: commitmentOf(section, planned, position),
      parentAt,
      line: planned.bringsLine ? lineOf(section, planned) : null,
    };
  });
}

async function storeItem(
  stores: Stores,
  section: SectionToStore,
  planned: PlannedItem,
  position: number,
  idByNumber: ReadonlyMap<string, number>,
): Promise<number> {
  const { item, kind, kept } = planned;
  const commitment = commitmentOf(section, planned, position);
  if (kept !== null) {
    const { text, milestoneOn, source } = commitment;
    if (kind === 'changed') {
      await stores.commitments.update(kept.id, { text, milestoneOn, position, source });
    }
    return kept.id;
  }
  const parentId = item.parent === null ? null : (idByNumber.get(item.parent) ?? null);
  const added = await stores.commitments.add({ ...commitment, parentId });
  return added.id;
}

function commitmentOf(
  { paper, setId, agencyId }: SectionToStore,
  { item: { number, text, isOffChat, milestoneOn, line } }: PlannedItem,
  position: number,
): Omit<NewCommitment, 'parentId'> {
  const source = { file: paper.file, line };
  return { setId, agencyId, number, position, source, text, isOffChat, milestoneOn };
}

/** What the paper says, as a version after the one that stands. */
function lineOf(
  { paper, at }: SectionToStore,
  { item, standing }: PlannedItem,
): Omit<ProgressLine, 'commitmentId'> {
  return {
    period: paper.period ?? 'annual',
    version: (standing?.version ?? 0) + 1,
    status: item.status ?? 'unknown',
    modifier: null,
    result: item.result,
    isLate: false,
    difficulty: null,
    isUnchanged: false,
    restoresVersion: null,
    personId: null,
    recordedAt: at,
  };
}

function countItems({ sections }: ImportPlan): number {
  return sections.reduce((sum, { items }) => sum + items.length, 0);
}
