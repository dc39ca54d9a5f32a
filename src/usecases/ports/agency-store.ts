import type { Agency, AgencyLevel, AgencyStanding } from '../../domain/agency.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';

export interface NewAgency {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly level: AgencyLevel;
  readonly standing: AgencyStanding;
  readonly parentId: number | null;
  readonly isOffChat: boolean;
  readonly position: number;
  readonly validFrom: CalendarDate | null;
}

export interface AgencyStore {
  /** In the order of the organisation. */
  list(): Promise<readonly Agency[]>;
  add(agency: NewAgency): Promise<Agency>;
  addAlias(agencyId: number, alias: string): Promise<void>;
  /** Links an abolished agency to those that took over its work. */
  successorsOf(agencyId: number): Promise<readonly Agency[]>;
}
