import type { Weather } from './blows.ts';
import type { Cast } from './cast.ts';
import type { Officer } from './officer.ts';
import type { Slice } from './plan.ts';
import type { Leaders } from './secretary.ts';
import type { Stage } from './stage.ts';

/** What one promise came to. */
export interface Verdict {
  readonly what: string;
  readonly expected: number;
  readonly shown: number;
  readonly lost: number;
  /** Shown once more, marked, after it was in flight when something struck. */
  readonly repeated: number;
  /** Shown more than once without mark or cause. */
  readonly doubled: number;
}

export interface Judgement {
  readonly verdicts: readonly Verdict[];
  /** Answers that stand on a screen before what they should have followed. */
  readonly disorders: number;
  /** The rows of the audit chain, as the product's own command walks it; null where it is broken. */
  readonly auditRows: number | null;
  /** Everything that should not have been, in a sentence. */
  readonly faults: readonly string[];
}

export interface Trial {
  readonly stage: Stage;
  readonly cast: Cast;
  readonly weather: Weather;
  readonly leaders: Leaders;
  readonly officers: readonly Officer[];
  readonly slices: readonly Slice[];
}
