import type { Agency } from '../domain/agency.ts';
import type { Commitment } from '../domain/commitment.ts';
import type { CommitmentStatus } from '../domain/commitment-status.ts';
import { countByStatus, hasReported, missingLeaves, standingLine } from '../domain/progress.ts';
import type { ReportingRound } from '../domain/reporting-round.ts';
import type { Dependencies } from './dependencies.ts';
import { loadFrame, roundAskedIn } from './load-frame.ts';
import { loadOffice, type Office } from './load-office.ts';

export interface ItemStatus {
  readonly number: string;
  readonly text: string;
  readonly status: CommitmentStatus;
  readonly result: string | null;
  readonly late: boolean;
  readonly offChat: boolean;
  /** Reported in the round that is asked for. */
  readonly isReported: boolean;
}

export interface AgencyStatus {
  readonly agency: Agency;
  /** The round that is asked for now; null when nothing is owed at all. */
  readonly round: ReportingRound | null;
  readonly counts: Readonly<Record<CommitmentStatus, number>>;
  readonly reported: number;
  /** Leaves: the work that an officer owes. Source: decision 6. */
  readonly of: number;
  readonly topItems: number;
  readonly items: readonly ItemStatus[];
  readonly officers: readonly string[];
  readonly lastChangeAt: Date | null;
}

export interface StatusAnswer {
  readonly at: Date;
  /** In the order of the organisation; empty when the query fits several or none. */
  readonly agencies: readonly AgencyStatus[];
  /** Those that the query fits when it fits more than one: nothing is guessed. */
  readonly candidates: readonly Agency[];
  readonly matches: number;
}

interface Input {
  /** Null asks for all. */
  readonly query: string | null;
  /** Which agencies a query means; the words live outside. */
  readonly find: (query: string, agencies: readonly Agency[]) => readonly Agency[];
}

/** How far the agencies are, as `/tinhtrang` answers it. Source: script TX-03. */
export function showStatus(
  { inTransaction, clock, timezone }: Dependencies,
  { query, find }: Input,
): Promise<StatusAnswer> {
  return inTransaction(async (stores) => {
    const moment = { at: clock.now(), timezone };
    const { agencies } = await loadFrame(stores, moment);
    const found = query === null ? agencies : find(query, agencies);
    const isOpen = query !== null && found.length > 1;
    const asked = isOpen ? [] : found;
    const agencyIds = asked.map(({ id }) => id);
    const office = await loadOffice(stores, query === null ? moment : { ...moment, agencyIds });
    const isTold = ({ id }: Agency) => query !== null || office.leavesByAgency.has(id);
    const told = asked.filter(isTold);
    return {
      at: office.at,
      agencies: told.map((agency) => agencyStatus(office, agency)),
      candidates: isOpen ? found : [],
      matches: isOpen ? found.length : told.length,
    };
  });
}

/** Where one agency stands, leaf by leaf in the order of the paper. */
export function agencyStatus(office: Office, agency: Agency): AgencyStatus {
  const leaves = office.leavesByAgency.get(agency.id) ?? [];
  const round = roundAskedOf(office, agency.id);
  const items = leaves.map((leaf) => itemStatus(office, leaf, round));
  const ids = new Set(leaves.map(({ id }) => id));
  const changes = office.lines.filter(
    (line) => line.personId !== null && ids.has(line.commitmentId),
  );
  return {
    agency,
    round,
    counts: countByStatus(items.map(({ status }) => status)),
    reported: items.filter(({ isReported }) => isReported).length,
    of: leaves.length,
    topItems: office.commitments.filter(
      ({ agencyId, parentId }) => agencyId === agency.id && parentId === null,
    ).length,
    items,
    officers: office.people
      .filter(
        (one) => one.agencyId === agency.id && one.role === 'officer' && one.state === 'active',
      )
      .map(({ name }) => name),
    lastChangeAt: changes.at(-1)?.recordedAt ?? null,
  };
}

/** The round that the agency's officer is asked about, and that an update counts for. */
export function roundAskedOf(office: Office, agencyId: number): ReportingRound | null {
  const leaves = office.leavesByAgency.get(agencyId) ?? [];
  return roundAskedIn(office, agencyId, (period, rounds) => {
    return missingLeaves(leaves, office.lines, period, rounds).length > 0;
  });
}

function itemStatus(office: Office, leaf: Commitment, round: ReportingRound | null): ItemStatus {
  const line = standingLine(office.lines, leaf.id);
  const rounds = office.roundsByAgency.get(leaf.agencyId) ?? [];
  return {
    number: leaf.number,
    text: leaf.text,
    status: line?.status ?? 'unknown',
    result: line?.result ?? null,
    late: line?.isLate ?? false,
    offChat: leaf.isOffChat || isOffChatAgency(office, leaf.agencyId),
    isReported: round !== null && hasReported(office.lines, leaf.id, round.period, rounds),
  };
}

function isOffChatAgency(office: Office, agencyId: number): boolean {
  return office.agencies.some(({ id, isOffChat }) => id === agencyId && isOffChat);
}
