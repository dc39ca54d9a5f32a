import type { CalendarDate } from './calendar-date.ts';

/** How far down the administration an agency stands. Data, never a folder or a key. Source: decision 11. */
export const AGENCY_LEVELS = ['province', 'department', 'district', 'commune', 'office'] as const;

export type AgencyLevel = (typeof AGENCY_LEVELS)[number];

/** Whether the agency is told («Giao») or asked («Đề nghị»). Source: product A12. */
export const AGENCY_STANDINGS = ['assigned', 'requested'] as const;

export type AgencyStanding = (typeof AGENCY_STANDINGS)[number];

export interface Agency {
  readonly id: number;
  /** The name in force, as people write it. */
  readonly name: string;
  /** Short forms and names as printed in papers. */
  readonly aliases: readonly string[];
  readonly level: AgencyLevel;
  readonly standing: AgencyStanding;
  readonly parentId: number | null;
  /** Nothing of the agency may appear in a chat. Source: decision 9. */
  readonly isOffChat: boolean;
  /** The order of the organisation, by which lists are sorted. */
  readonly position: number;
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
}

/** Stands for all agencies together: no agency's own rule fits it. */
export const EVERYBODY: Pick<Agency, 'id' | 'level' | 'name'> = {
  id: 0,
  level: 'office',
  name: '',
};
