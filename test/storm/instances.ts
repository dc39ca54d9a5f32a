import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import path from 'node:path';
import { pause } from './waiting.ts';

/** The service as processes, each at a fixed address, started again where it was killed. */
export interface Instances {
  /** Starts so many at once; resolves when each has answered that it is ready, or throws. */
  start(count: number): Promise<void>;
  /**
   * Kills one that has served for a moment, the first from `index` on, and starts it again after a
   * while; false for none.
   */
  kill(index: number, restartAfterMs: number): boolean;
  /** Halts one where it stands for so long. */
  freeze(index: number, ms: number): void;
  killAll(): Promise<void>;
  /** The addresses of those that have answered and run. */
  up(): readonly string[];
  /** Ends that nobody asked for, of processes that had been ready, by code or signal. */
  crashes(): readonly string[];
}

export interface InstancesOptions {
  readonly ports: readonly number[];
  /** What a process is started with, asked at each start. */
  readonly environment: () => Readonly<Record<string, string>>;
  /** Where what they print is kept, for a person who looks into a failure; the judge never reads it. */
  readonly logFolder: string;
}

interface Instance {
  readonly address: string;
  child: ChildProcess | null;
  isReady: boolean;
  readyAt: number;
  /** Told to end by the rig. */
  isDoomed: boolean;
  /** Whether it is to run at all. */
  isWanted: boolean;
}

const READY_MS = 60_000;
/** So long a process has served before it is killed, also where starting takes long: else nothing was in hand. */
const SERVES_MS = 5_000;

export function createInstances({ ports, environment, logFolder }: InstancesOptions): Instances {
  const crashes: string[] = [];
  const all = ports.map(
    (port): Instance => ({
      address: `http://127.0.0.1:${port}`,
      child: null,
      isReady: false,
      readyAt: 0,
      isDoomed: false,
      isWanted: false,
    }),
  );
  const run = (instance: Instance, index: number) => {
    const log = openSync(path.join(logFolder, `instance-${index}.log`), 'a');
    const child = spawn(process.execPath, ['--max-semi-space-size=4', 'src/main.ts', 'start'], {
      env: { PATH: process.env['PATH'], ...environment(), PORT: `${ports[index]}` },
      stdio: ['ignore', log, log],
    });
    Object.assign(instance, { child, isReady: false, isDoomed: false });
    child.once('exit', (code, signal) => {
      const isCrash = instance.isReady && !instance.isDoomed;
      if (isCrash) crashes.push(`${new Date().toISOString()} ${code ?? signal}`);
      Object.assign(instance, { child: null, isReady: false });
      // A supervisor of processes starts it again, also where the database was not there yet.
      if (instance.isWanted && !instance.isDoomed) again(instance, index, 1_000);
    });
    void untilReady(instance, child);
  };
  const again = (instance: Instance, index: number, afterMs: number) => {
    setTimeout(() => {
      if (instance.isWanted && instance.child === null) run(instance, index);
    }, afterMs);
  };
  return {
    start: async (count) => {
      for (const [index, instance] of all.slice(0, count).entries()) {
        instance.isWanted = true;
        run(instance, index);
      }
      const began = performance.now();
      while (!all.slice(0, count).every(({ isReady }) => isReady)) {
        if (performance.now() - began > READY_MS) throw new Error('An instance never got ready.');
        await pause(50);
      }
    },
    kill: (from, restartAfterMs) => {
      const inTurn = [...all.keys()].map((_, offset) => (from + offset) % all.length);
      const index = inTurn.find((each) => serves(all[each]));
      const instance = index === undefined ? undefined : all[index];
      if (index === undefined || instance === undefined || instance.child === null) return false;
      Object.assign(instance, { isDoomed: true, isReady: false });
      instance.child.once('exit', () => again(instance, index, restartAfterMs));
      instance.child.kill('SIGKILL');
      return true;
    },
    freeze: (index, ms) => {
      const child = all[index]?.child;
      child?.kill('SIGSTOP');
      setTimeout(() => child?.kill('SIGCONT'), ms);
    },
    killAll: async () => {
      for (const instance of all) {
        const { child } = instance;
        Object.assign(instance, { isWanted: false, isDoomed: true });
        if (child === null || child.exitCode !== null || child.signalCode !== null) continue;
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
    },
    up: () => all.filter(({ isReady }) => isReady).map(({ address }) => address),
    crashes: () => crashes,
  };
}

function serves(instance: Instance | undefined): boolean {
  return instance?.isReady === true && performance.now() - instance.readyAt >= SERVES_MS;
}

async function untilReady(instance: Instance, child: ChildProcess): Promise<void> {
  while (instance.child === child && child.exitCode === null) {
    const response = await fetch(`${instance.address}/readyz`).catch(() => null);
    if (response?.ok === true && instance.child === child) {
      Object.assign(instance, { isReady: true, readyAt: performance.now() });
      return;
    }
    await pause(100);
  }
}
