import type { AgencyItems } from '../domain/bulk-update.ts';
import type { Commitment, ProgressLine } from '../domain/commitment.ts';
import { hasReported, missingLeaves, standingLine } from '../domain/progress.ts';
import type { ReportingRound } from '../domain/reporting-round.ts';
import type { Office } from './load-office.ts';
import { roundAskedOf } from './show-status.ts';

/** An item as it is asked about. */
export interface ItemCard {
  readonly commitment: Commitment;
  readonly standing: ProgressLine | null;
  /** Reported in the round that is asked for. */
  readonly isReported: boolean;
  /** The children, when the item itself is not reported on. */
  readonly parts: readonly Commitment[];
}

export function itemCard(office: Office, commitment: Commitment): ItemCard {
  const round = roundAskedOf(office, commitment.agencyId);
  const rounds = office.roundsByAgency.get(commitment.agencyId) ?? [];
  return {
    commitment,
    standing: standingLine(office.lines, commitment.id),
    isReported: round !== null && hasReported(office.lines, commitment.id, round.period, rounds),
    parts: office.commitments.filter(({ parentId }) => parentId === commitment.id),
  };
}

/** What an agency still owes in the round that is asked for. */
export interface OpenWork {
  readonly round: ReportingRound | null;
  readonly missing: readonly Commitment[];
  /** Those of the missing whose status nobody has told yet. */
  readonly unknown: readonly Commitment[];
  readonly of: number;
}

export function openWorkOf(office: Office, agencyId: number): OpenWork {
  const leaves = office.leavesByAgency.get(agencyId) ?? [];
  const round = roundAskedOf(office, agencyId);
  const rounds = office.roundsByAgency.get(agencyId) ?? [];
  const missing = round === null ? [] : missingLeaves(leaves, office.lines, round.period, rounds);
  const isUnknown = ({ id }: Commitment) =>
    (standingLine(office.lines, id)?.status ?? 'unknown') === 'unknown';
  return { round, missing, unknown: missing.filter(isUnknown), of: leaves.length };
}

/** An agency's items, as a bulk update is drafted from them. */
export function agencyItems(office: Office, agencyId: number): AgencyItems {
  const leaves = office.leavesByAgency.get(agencyId) ?? [];
  const lines = leaves.flatMap(({ id }) => standingLine(office.lines, id) ?? []);
  return {
    commitments: office.commitments.filter((item) => item.agencyId === agencyId),
    missing: openWorkOf(office, agencyId).missing,
    standing: new Map(lines.map((line) => [line.commitmentId, line])),
  };
}
