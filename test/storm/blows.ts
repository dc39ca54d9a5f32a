import type { Cast } from './cast.ts';
import type { Blow, TimedBlow } from './plan.ts';
import type { Leaders } from './secretary.ts';
import type { Stage } from './stage.ts';
import { pause, within } from './waiting.ts';

/** What befell the world, in the office's time, as far as the judge must know it. */
export interface Weather {
  /** How often each kind of fault struck. */
  readonly counts: ReadonlyMap<string, number>;
  /** Stretches in which a message that was shown may have been left in doubt. */
  readonly doubts: readonly { readonly from: number; readonly until: number }[];
  /** People who had blocked the bot, and when. */
  readonly blocked: readonly { readonly id: number; readonly at: number }[];
  /** Strikes at the times planned; resolves when the last has struck. */
  strike(blows: readonly TimedBlow[]): Promise<void>;
  killAll(): Promise<void>;
}

/** How far back a message may have been shown whose settling a kill prevented. */
const IN_FLIGHT_MS = 3_000;

/** What was on its way is shown so much after its sender has died. */
const SHOWN_MS = 500;

export function createWeather(stage: Stage, cast: Cast, leaders: Leaders): Weather {
  const counts = new Map<string, number>();
  const doubts: { from: number; until: number }[] = [];
  const blocked: { id: number; at: number }[] = [];
  /** While the database is gone, and shortly after, what was sent waits to be settled. */
  let gone = { since: 0, until: 0 };
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const doubt = (forMs = 0) => {
    const at = stage.now();
    const backMs = IN_FLIGHT_MS + (at < gone.until ? at - gone.since : 0);
    doubts.push({ from: at - backMs, until: at + forMs + SHOWN_MS });
  };

  const strike = (blow: Blow): void => {
    const { api, proxy, balancer, instances } = stage;
    switch (blow.kind) {
      case 'kill':
        doubt();
        return void count('kill -9');
      case 'freeze':
        instances.freeze(blow.who, blow.forMs);
        doubt(blow.forMs);
        return void count('process halted');
      case 'platform':
        api.faults.next(blow.fault, { method: 'sendMessage' });
        return void count(blow.name);
      case 'way':
        balancer.next(blow.fault);
        return void count(WAY[blow.fault]);
      case 'repeatedUpdate':
        api.faults.duplicateUpdates(1);
        return void count('update handed out twice');
      case 'databaseCut':
        proxy.cut();
        return void count('database: connections cut');
      case 'databaseGone':
        gone = { since: stage.now(), until: stage.now() + blow.forMs + 10_000 };
        void proxy.shut();
        setTimeout(() => void proxy.open(), blow.forMs);
        return void count(`database: gone for ${blow.forMs / 1_000} s`);
      case 'databaseSlow':
        proxy.delay(blow.delayMs);
        setTimeout(() => proxy.delay(0), blow.forMs);
        return void count('database: slow');
      case 'blocked': {
        const id = cast.people[blow.who % cast.people.length] ?? 0;
        blocked.push({ id, at: stage.now() });
        api.block(id);
        setTimeout(() => api.unblock(id), blow.forMs);
        return void count('403, the person had blocked the bot');
      }
      case 'groupUpgraded':
        leaders.upgraded(api.upgradeGroup(leaders.groupId()));
        return void count('group upgraded');
      case 'secondPoller':
        void pollBeside(stage);
        return void count('second poller');
    }
  };
  return {
    counts,
    doubts,
    blocked,
    strike: async (blows) => {
      const began = performance.now();
      for (const { atMs, blow } of blows) {
        await pause(Math.max(0, began + atMs - performance.now()));
        // A kill needs somebody to be killed; all may be starting just now.
        const isReady = () => blow.kind !== 'kill' || stage.instances.kill(blow.who, blow.forMs);
        if (await within(60_000, isReady, 100)) strike(blow);
      }
    },
    killAll: async () => {
      doubt();
      await stage.instances.killAll();
    },
  };
}

const WAY = {
  duplicate: 'webhook call doubled',
  loseBefore: 'webhook call lost before it came',
  loseAfter: 'webhook answer lost',
} as const;

/** Somebody runs a second bot with the same token for a while. It confirms nothing. */
async function pollBeside(stage: Stage): Promise<void> {
  const { TELEGRAM_API_ROOT: root, TELEGRAM_BOT_TOKEN: token } = stage.environment();
  for (let times = 0; times < 3; times += 1) {
    await fetch(`${root}/bot${token}/getUpdates?timeout=0&limit=1`).catch(() => undefined);
    await pause(700);
  }
}
