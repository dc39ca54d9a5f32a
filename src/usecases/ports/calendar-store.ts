import type { CalendarDay } from '../../domain/working-calendar.ts';

export interface CalendarStore {
  /** Days off and worked Saturdays that are known, by date. */
  list(): Promise<readonly CalendarDay[]>;
  save(day: CalendarDay): Promise<void>;
}
