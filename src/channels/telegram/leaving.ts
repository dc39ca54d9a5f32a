import type { AttemptOutcome, SendOptions, SendOutcome } from '../../usecases/ports/messenger.ts';

/** Nothing has left: it was not allowed to, or asking for it failed, which is the cause. */
export class NotLeftError extends Error {
  override readonly name = 'NotLeftError';
}

/** Passed by every call of one message, and asked only the first time. Throws NotLeftError. */
export type Gate = () => Promise<void>;

export function createGate(mayLeave: SendOptions['mayLeave']): Gate {
  let passed: Promise<void> | null = null;
  return () => {
    passed ??= pass(mayLeave);
    return passed;
  };
}

async function pass(mayLeave: SendOptions['mayLeave']): Promise<void> {
  const answer = mayLeave?.() ?? true;
  const isAllowed = await Promise.resolve(answer).catch((cause: unknown) => {
    throw new NotLeftError('it is not known whether the message may leave', { cause });
  });
  if (!isAllowed) throw new NotLeftError('the message may not leave');
}

/** What became of a message whose calls pass a gate. Throws what asking for it threw. */
export async function throughGate(send: () => Promise<AttemptOutcome>): Promise<SendOutcome> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof NotLeftError)) throw error;
    if (error.cause !== undefined) throw error.cause;
    return { kind: 'heldBack' };
  }
}
