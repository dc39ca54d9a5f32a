import type { Actor } from '../domain/actor.ts';
import type { Paper } from '../domain/paper.ts';
import type { Dependencies } from './dependencies.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { storeImport } from './store-import.ts';

export interface ImportProposal {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  /** Kept, but not in this paper; they stay. */
  readonly missing: number;
  /** Bodies that no agency is known for yet, by the names under which they are added. */
  readonly newAgencies: readonly string[];
}

interface Input {
  readonly paper: Paper;
  /** The key under which two spellings of an agency's name are one. */
  readonly keyOf: (name: string) => string;
  readonly isDryRun: boolean;
  readonly via: string;
  /** Null where the machine's command line acts. */
  readonly actor?: Actor | null;
}

/**
 * Compares a paper with what is kept and, unless it is a dry run, stores what is new or changed.
 * Ids and history stay; importing the same paper again changes nothing. Source: features F03, F04.
 */
export function importCommitmentSet(
  { inTransaction, clock }: Pick<Dependencies, 'inTransaction' | 'clock'>,
  { paper, keyOf, isDryRun, via, actor = null }: Input,
): Promise<ImportProposal> {
  return inTransaction(async (stores) => {
    await stores.commitments.lockForImport();
    const plan = await planImport(stores, paper, keyOf);
    if (!isDryRun) await storeImport(stores, paper, plan, { at: clock.now(), via, actor });
    return proposalOf(plan);
  });
}

function proposalOf(plan: ImportPlan): ImportProposal {
  const kinds = plan.sections.flatMap(({ items }) => items.map(({ kind }) => kind));
  const count = (kind: string) => kinds.filter((each) => each === kind).length;
  return {
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    missing: plan.missing,
    newAgencies: plan.sections.flatMap(({ agency, section }) =>
      agency === null ? [section.agency] : [],
    ),
  };
}
