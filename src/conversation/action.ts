import { z } from 'zod';
import { COMMITMENT_STATUSES } from '../domain/commitment-status.ts';
import { DRAFT_ACTIONS, DraftExpectation } from './importing/draft-action.ts';

const id = z.number().int();
/** The version that the person saw, 0 where there was none. */
const seen = z.number().int();
/** Where a page of a long list begins. */
const place = z.number().int().default(0);
const status = z.enum(COMMITMENT_STATUSES);
const drafted = z.object({
  item: id,
  seen,
  status: status.nullable(),
  result: z.string().nullable(),
});
const bulk = { agency: id, status: status.nullable(), items: z.array(drafted) };

/** What a choice stands for. Rights are asked again when it is taken. Source: decision 18. */
export const ChatAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('openItem'), item: id, from: place }),
  z.object({
    kind: z.literal('setStatus'),
    item: id,
    status,
    seen,
    result: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('replace'),
    item: id,
    status: status.nullable(),
    result: z.string().nullable(),
    seen,
  }),
  z.object({ kind: z.literal('keepTheirs'), item: id }),
  z.object({ kind: z.literal('keepResult'), item: id, seen }),
  z.object({ kind: z.literal('noDifficulty'), item: id }),
  z.object({ kind: z.literal('askDifficulty'), item: id }),
  z.object({ kind: z.literal('undoItem'), item: id, version: seen }),
  z.object({
    kind: z.literal('restore'),
    item: id,
    version: seen,
    seen: seen.default(0),
    isConfirmed: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('askUnchanged'), agency: id }),
  z.object({
    kind: z.literal('unchanged'),
    items: z.array(z.object({ item: id, seen })),
  }),
  /** One status for what is missing: which items are others? Null begins with none. */
  z.object({ kind: z.literal('askBulk'), agency: id, status: status.nullable() }),
  z.object({ kind: z.literal('reviewBulk'), ...bulk }),
  z.object({ kind: z.literal('writeBulk'), items: z.array(drafted) }),
  z.object({
    kind: z.literal('undoBulk'),
    items: z.array(z.object({ item: id, version: seen })),
  }),
  z.object({ kind: z.literal('list'), from: place }),
  z.object({ kind: z.literal('later') }),
  z.object({ kind: z.literal('cancel') }),
  z.object({ kind: z.literal('help') }),
  z.object({ kind: z.literal('status'), agency: id }),
  z.object({ kind: z.literal('statusItems'), agency: id, onlyMissing: z.boolean() }),
  z.object({ kind: z.literal('invite'), agency: id }),
  z.object({ kind: z.literal('settlePerson'), person: id, isConfirmed: z.boolean() }),
  z.object({ kind: z.literal('settleDelivery'), delivery: id, isSentAgain: z.boolean() }),
  z.object({ kind: z.literal('settleUnreachable'), person: id, isSentAgain: z.boolean() }),
  z.object({ kind: z.literal('language'), language: z.enum(['vi', 'en']) }),
  z.object({ kind: z.literal('form'), agency: id }),
  ...DRAFT_ACTIONS,
]);

export type ChatAction = z.output<typeof ChatAction>;

/** What a free text would answer. */
export const Expectation = z.discriminatedUnion('kind', [
  /** The status of an item, in words; other words are kept as its result until it has one. */
  z.object({ kind: z.literal('status'), item: id, seen }),
  z.object({ kind: z.literal('result'), item: id, seen }),
  z.object({ kind: z.literal('difficulty'), item: id }),
  z.object({
    kind: z.literal('reason'),
    item: id,
    status: status.nullable(),
    result: z.string().nullable(),
    seen,
  }),
  /** Items that are others than the rest of a draft. */
  z.object({ kind: z.literal('bulk'), ...bulk }),
  z.object({ kind: z.literal('introduce'), codeHash: z.string() }),
  DraftExpectation,
]);

export type Expectation = z.output<typeof Expectation>;
