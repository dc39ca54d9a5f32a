import type { Clock } from './ports/clock.ts';
import type { UnitOfWork } from './ports/unit-of-work.ts';

/** What use cases need from outside, built once by the composition root. */
export interface Dependencies extends UnitOfWork {
  readonly clock: Clock;
  /** IANA name of the office's zone. */
  readonly timezone: string;
}
