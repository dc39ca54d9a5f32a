import type { Paper } from '../../domain/paper.ts';
import { agencyKey } from '../../language/agency-names.ts';
import { type ImportProposal, importCommitmentSet } from '../../usecases/import-commitment-set.ts';
import type { MemberTurn } from '../turn.ts';

/** Compares the paper with what is kept, or stores it, in the turn's own transaction. */
export function importInChat(
  { stores, at, chat, actor }: MemberTurn,
  paper: Paper,
  { isDryRun }: { readonly isDryRun: boolean },
): Promise<ImportProposal> {
  return importCommitmentSet(
    { inTransaction: (work) => work(stores), clock: { now: () => at } },
    { paper, keyOf: agencyKey, isDryRun, via: chat.channel, actor },
  );
}
