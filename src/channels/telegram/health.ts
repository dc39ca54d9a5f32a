import type { ChannelHealth } from '../../usecases/ports/intake.ts';
import type { PollTurn } from '../poll-turn.ts';
import { TELEGRAM } from './inbound.ts';

/** How listening goes, from what the supervisor met and whose turn it is. */
export function createHealth(turn: PollTurn, nowMs: () => number) {
  let answeredAt: number | null = null;
  let known: Pick<ChannelHealth, 'state' | 'trouble'> = { state: 'starting', trouble: null };
  return {
    quietMs: () => (answeredAt === null ? null : nowMs() - answeredAt),
    answered: () => {
      answeredAt = nowMs();
    },
    now: (): ChannelHealth => {
      const isOpen = known.state !== 'stopped' && known.state !== 'starting';
      if (isOpen && turn.state() === 'unknown') {
        return { channel: TELEGRAM, state: 'recovering', trouble: 'noLease' };
      }
      if (known.state !== 'stopped' && turn.state() === 'standby') {
        return { channel: TELEGRAM, state: 'standby', trouble: null };
      }
      return { channel: TELEGRAM, ...known };
    },
    met: (trouble: string | null) => {
      known = { state: trouble === null ? 'listening' : 'recovering', trouble };
    },
    stopped: () => {
      known = { state: 'stopped', trouble: null };
    },
  };
}
