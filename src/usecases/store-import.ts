import type { Actor } from '../domain/actor.ts';
import { DEFAULT_RULES, DEFAULT_SETTINGS } from '../domain/commitment-set.ts';
import type { Paper, PaperSection } from '../domain/paper.ts';
import type { ImportPlan, PlannedItem, PlannedSection } from './import-plan.ts';
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

async function storeSection(stores: Stores, section: SectionToStore): Promise<void> {
  const idByNumber = new Map<string, number>();
  for (const [position, planned] of section.planned.items.entries()) {
    const id = await storeItem(stores, section, planned, position, idByNumber);
    idByNumber.set(planned.item.number, id);
    if (planned.bringsLine) await storeLine(stores, section, planned, id);
  }
}

async function storeItem(
  stores: Stores,
  { paper, setId, agencyId }: SectionToStore,
  { item, kind, kept }: PlannedItem,
  position: number,
  idByNumber: ReadonlyMap<string, number>,
): Promise<number> {
  const source = { file: paper.file, line: item.line };
  const { text, milestoneOn } = item;
  if (kept !== null) {
    if (kind === 'changed') {
      await stores.commitments.update(kept.id, { text, milestoneOn, position, source });
    }
    return kept.id;
  }
  const parentId = item.parent === null ? null : (idByNumber.get(item.parent) ?? null);
  const { number, isOffChat } = item;
  const place = { setId, agencyId, parentId, number, position, source };
  const added = await stores.commitments.add({ ...place, text, isOffChat, milestoneOn });
  return added.id;
}

async function storeLine(
  stores: Stores,
  { paper, at }: SectionToStore,
  { item, standing }: PlannedItem,
  commitmentId: number,
): Promise<void> {
  await stores.progress.add({
    commitmentId,
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
  });
}

function countItems({ sections }: ImportPlan): number {
  return sections.reduce((sum, { items }) => sum + items.length, 0);
}
