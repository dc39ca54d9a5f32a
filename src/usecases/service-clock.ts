import type { Stores } from './ports/unit-of-work.ts';

/** Where the running service tells how far its clock is from the machine's. */
const KEY = 'serviceClock';

/** A service that said nothing for so long has ended without taking its word back. */
const VALID_MS = 60_000;

/** Tells the commands beside the service what time it is there; `offsetMs` 0 is the real time. */
export async function publishOffset(
  { settings }: Stores,
  { offsetMs, machineNow }: { readonly offsetMs: number; readonly machineNow: Date },
): Promise<void> {
  if (offsetMs === 0) await settings.remove(KEY);
  else await settings.set(KEY, { offsetMs, saidAt: machineNow.getTime() });
}

/** How far the running service's clock is from the machine's; 0 when none runs on another time. */
export async function publishedOffset({ settings }: Stores, machineNow: Date): Promise<number> {
  const said = await settings.get(KEY);
  if (typeof said !== 'object' || said === null) return 0;
  if (!('offsetMs' in said && 'saidAt' in said)) return 0;
  const { offsetMs, saidAt } = said;
  if (typeof offsetMs !== 'number' || typeof saidAt !== 'number') return 0;
  return machineNow.getTime() - saidAt < VALID_MS ? offsetMs : 0;
}
