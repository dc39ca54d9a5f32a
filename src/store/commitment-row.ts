import { z } from 'zod';
import type { Commitment } from '../domain/commitment.ts';
import type { NewCommitment } from '../usecases/ports/commitment-store.ts';
import { CalendarDateText } from './rows.ts';

/** An item as its table gives it. */
export const CommitmentRow = z
  .object({
    id: z.number(),
    setId: z.number(),
    agencyId: z.number(),
    parentId: z.number().nullable(),
    number: z.string(),
    text: z.string(),
    isOffChat: z.boolean(),
    milestoneOn: CalendarDateText.nullable(),
    position: z.number(),
    sourceFile: z.string(),
    sourceLine: z.number(),
  })
  .transform(
    ({ sourceFile, sourceLine, ...row }): Commitment => ({
      ...row,
      source: { file: sourceFile, line: sourceLine },
    }),
  );

/** A new item as its table takes it; whoever has it has signed it. */
export function rowOf({ source, ...added }: NewCommitment) {
  return {
    ...added,
    signedAgencyId: added.agencyId,
    sourceFile: source.file,
    sourceLine: source.line,
  };
}
