import type { Actor } from '../../domain/actor.ts';

export interface AuditEntry {
  /** Null when the clock or the command line of the machine acts. */
  readonly actor: Actor | null;
  /** `noun.verb`, such as `commitment.import`. */
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly via: string;
  readonly at: Date;
}

/** What walking the chain found. Source: feature F104, moonshot M16. */
export interface AuditVerdict {
  readonly ok: boolean;
  readonly rows: number;
  readonly firstBroken: { readonly id: number; readonly reason: string } | null;
}

export interface AuditLog {
  record(entry: AuditEntry): Promise<void>;
  verify(): Promise<AuditVerdict>;
  /** The hash of the last row kept: the same as before as long as nothing was changed; null of none. */
  end(): Promise<string | null>;
}
