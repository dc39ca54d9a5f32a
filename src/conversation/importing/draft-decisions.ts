import { z } from 'zod';
import type { ImportedPaper } from '../../documents/importing/paper.ts';
import { REPORT_PERIODS } from '../../domain/report-period.ts';
import type { PaperDraft } from '../../usecases/ports/paper-drafts.ts';

/** What a person has decided of a paper so far. */
const Decisions = z.object({
  year: z.number().int().optional(),
  period: z.enum(REPORT_PERIODS).optional(),
  agency: z.string().optional(),
  /** Doubts by their keys, or whole kinds of them as `kind:<code>`, or `all`. */
  accepted: z.array(z.string()).default([]),
  /** Doubts whose items are not to be imported. */
  leftOut: z.array(z.string()).default([]),
});

export type Decisions = z.output<typeof Decisions>;

/** None where nothing was decided. */
export function decisionsOf({ decisions }: PaperDraft): Decisions {
  return Decisions.parse(decisions ?? {});
}

/** What was read of the paper; null while nothing is, and once it is settled. */
export function readingOf({ reading }: PaperDraft): ImportedPaper | null {
  // Written by `readDraft` alone, from the reader's own answer.
  return reading === null ? null : (reading as ImportedPaper);
}
