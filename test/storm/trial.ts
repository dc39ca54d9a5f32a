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
  /** Shown more than once, each time marked, and in flight when something struck. */
  readonly repeated: number;
  /** Shown more than once without mark or cause. */
  readonly doubled: number;
}

export interface Judgement {
  readonly verdicts: readonly Verdict[];
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
