import DataLoader from 'dataloader';
import { loadOffice, type Office } from '../usecases/load-office.ts';
import { loadOverview, type Overview } from '../usecases/load-overview.ts';
import type { Stores } from '../usecases/ports/unit-of-work.ts';

/** What an agency is looked at for; null for every agency. */
interface Look {
  readonly agencyId: number | null;
  readonly at: Date;
}

/**
 * What messages that are composed in one transaction read together: what is asked in the same breath
 * is loaded once, with every agency that was asked for in it.
 */
export interface Desk {
  overview(look: Look): Promise<Overview>;
  office(look: Look): Promise<Office>;
}

export function openDesk(stores: Stores, timezone: string): Desk {
  const overviews = together((scope) => loadOverview(stores, { ...scope, timezone }));
  const offices = together((scope) => loadOffice(stores, { ...scope, timezone }));
  return {
    overview: (look) => overviews.load(look),
    office: (look) => offices.load(look),
  };
}

interface Scope {
  readonly at: Date;
  readonly agencyIds?: readonly number[];
}

function together<Value>(load: (scope: Scope) => Promise<Value>): DataLoader<Look, Value> {
  return new DataLoader<Look, Value>(
    async (looks) => {
      const byInstant = Map.groupBy(looks, ({ at }) => at.getTime());
      const loaded = new Map(
        await Promise.all(
          [...byInstant].map(async ([at, same]) => [at, await load(scopeOf(same))] as const),
        ),
      );
      return looks.map(({ at }) => loaded.get(at.getTime()) as Value);
    },
    { cache: false },
  );
}

function scopeOf(looks: readonly Look[]): Scope {
  const at = looks[0]?.at ?? new Date(0);
  const ids = new Set(looks.map(({ agencyId }) => agencyId));
  const agencyIds = [...ids].filter((id) => id !== null);
  return agencyIds.length < ids.size ? { at } : { at, agencyIds };
}
