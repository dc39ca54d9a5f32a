import { z } from 'zod';
import { REPORT_PERIODS } from '../../domain/report-period.ts';

const draft = z.number().int();

/** How far an acceptance reaches: one doubt, all of its kind, or every one. */
const reach = z.enum(['one', 'kind', 'all']);

/** What a choice about a paper that was sent stands for. */
export const DRAFT_ACTIONS = [
  z.object({ kind: z.literal('showDraft'), draft }),
  z.object({ kind: z.literal('storeDraft'), draft }),
  z.object({ kind: z.literal('dropDraft'), draft }),
  z.object({ kind: z.literal('draftYear'), draft, year: z.number().int() }),
  z.object({ kind: z.literal('askPeriod'), draft, from: z.number().int().default(0) }),
  z.object({ kind: z.literal('draftPeriod'), draft, period: z.enum(REPORT_PERIODS) }),
  z.object({ kind: z.literal('draftDoubt'), draft }),
  z.object({ kind: z.literal('acceptDoubt'), draft, doubt: z.string(), reach }),
  z.object({ kind: z.literal('leaveItemOut'), draft, doubt: z.string() }),
  z.object({ kind: z.literal('draftSchedule'), draft }),
] as const;

export type DraftAction = z.output<(typeof DRAFT_ACTIONS)[number]>;

/** What a free text about a paper would answer. */
export const DraftExpectation = z.object({
  kind: z.literal('draft'),
  draft,
  asks: z.enum(['year', 'agency', 'consent']),
});

export type DraftExpectation = z.output<typeof DraftExpectation>;

const DRAFT_KINDS: ReadonlySet<string> = new Set(
  DRAFT_ACTIONS.map(({ shape }) => shape.kind.value),
);

export function isDraftAction(action: { readonly kind: string }): action is DraftAction {
  return DRAFT_KINDS.has(action.kind);
}
