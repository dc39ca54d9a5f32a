import { type Log, nameOf } from './log.ts';
import { type ChatAddress, chatKey } from './usecases/ports/messenger.ts';

export interface ChatLoops {
  /** Looks whether something waits in the chat, now or as soon as it is free. */
  wake(chat: ChatAddress): void;
  /** Whether waking the chat would look there in the same breath. */
  isQuiet(chat: ChatAddress): boolean;
  /** Lets `idle` wait for this too; what fails is left for a later sweep. */
  track(work: Promise<unknown>): void;
  /** Resolves once no chat is being worked on. */
  idle(): Promise<void>;
  /** Takes no new work, ends what is in hand. */
  stop(): Promise<void>;
}

/** One loop a chat, so that its updates are acted on in order, and other chats' side by side. */
export function createChatLoops(
  step: (chat: ChatAddress) => Promise<boolean>,
  log: Pick<Log, 'error'>,
): ChatLoops {
  const running = new Map<string, { isAgain: boolean }>();
  const open = new Set<Promise<void>>();
  let isStopped = false;

  const track = (work: Promise<unknown>) => {
    const tracked: Promise<void> = work
      .catch((error: unknown) => log.error({ error: nameOf(error) }, 'chat left for later'))
      .then(() => {
        open.delete(tracked);
      });
    open.add(tracked);
  };
  const run = async (key: string, chat: ChatAddress, loop: { isAgain: boolean }) => {
    try {
      while (loop.isAgain && !isStopped) {
        loop.isAgain = false;
        while (!isStopped && (await step(chat))) loop.isAgain = true;
      }
    } finally {
      // In the same breath as the last look, so that no call to wake falls between.
      running.delete(key);
    }
  };
  const wake = (chat: ChatAddress) => {
    if (isStopped) return;
    const key = chatKey(chat);
    const known = running.get(key);
    if (known !== undefined) {
      known.isAgain = true;
      return;
    }
    const loop = { isAgain: true };
    running.set(key, loop);
    track(run(key, chat, loop));
  };
  const idle = async () => {
    while (open.size > 0) await Promise.all(open);
  };
  return {
    wake,
    isQuiet: (chat) => !isStopped && !running.has(chatKey(chat)),
    track,
    idle,
    stop: () => {
      isStopped = true;
      return idle();
    },
  };
}
