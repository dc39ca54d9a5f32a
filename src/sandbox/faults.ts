/** What the server does with a call instead of answering it as it should. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly description?: string;
      readonly retryAfter?: number;
      /** False for the bare status that a gateway gives in the platform's stead. */
      readonly hasBody?: boolean;
    }
  /** The connection breaks before, or after, the call has had its effect. */
  | { readonly kind: 'resetBefore' | 'resetAfter' | 'hang' };

interface Planned {
  readonly fault: Fault;
  readonly method: string | null;
  left: number;
}

export interface Faults {
  /** The next calls, of one method or of any but getUpdates, fail so. */
  next(fault: Fault, where?: { readonly method?: string; readonly times?: number }): void;
  take(method: string): Fault | null;
}

export function createFaults(): Faults {
  const planned: Planned[] = [];
  return {
    next: (fault, { method, times = 1 } = {}) => {
      planned.push({ fault, method: method?.toLowerCase() ?? null, left: times });
    },
    take: (method) => {
      const name = method.toLowerCase();
      const found = planned.find(
        (each) =>
          each.left > 0 &&
          (each.method === name || (each.method === null && name !== 'getupdates')),
      );
      if (found === undefined) return null;
      found.left -= 1;
      return found.fault;
    },
  };
}
