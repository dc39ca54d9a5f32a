import { z } from 'zod';
import {
  DELIVERY_KINDS,
  DELIVERY_STATES,
  type Delivery,
  type DeliveryPayload,
  type Settlement,
} from '../usecases/ports/delivery-log.ts';
import type { ChatAddress } from '../usecases/ports/messenger.ts';

export const DeliveryRow = z
  .object({
    id: z.number(),
    key: z.string(),
    kind: z.enum(DELIVERY_KINDS),
    personId: z.number().nullable(),
    channel: z.string().nullable(),
    chatId: z.string().nullable(),
    isGroup: z.boolean(),
    state: z.enum(DELIVERY_STATES),
    // Written by `plan` alone.
    payload: z.custom<DeliveryPayload>().nullable(),
    dueAt: z.date(),
    isRepeat: z.boolean(),
    attempts: z.number(),
  })
  .transform(
    ({ channel, chatId, ...row }): Delivery => ({
      ...row,
      address: addressIn(channel, chatId),
    }),
  );

/** Null for a person who is written to wherever they can be reached. */
export function addressIn(channel: string | null, chatId: string | null): ChatAddress | null {
  return channel === null || chatId === null ? null : { channel, chatId };
}

/** The first of the rows; undefined for none. */
export function onlyDelivery(rows: readonly unknown[]): Delivery | undefined {
  return rows.map((row) => DeliveryRow.parse(row))[0];
}

/** The columns of a settlement. What may still be sent keeps what it says. */
export function settledBy({ state, at, isRepeat, platformMessageId, error }: Settlement) {
  const isOpen = state === 'planned' || state === 'unclear';
  return {
    state,
    claimedBy: null,
    settledAt: isOpen ? null : at,
    ...(!isOpen && state !== 'dead' && { payload: null }),
    ...(isRepeat !== undefined && { isRepeat }),
    ...(platformMessageId !== undefined && { platformMessageId }),
    ...(error !== undefined && { error }),
  };
}
