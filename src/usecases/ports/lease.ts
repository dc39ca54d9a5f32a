/** The right to do what only one of several processes may do at a time. */
export interface Lease {
  /** How long it lasts after it was taken or kept, in milliseconds. */
  readonly lastsMs: number;
  /** Takes or keeps it; false while another process holds it. Throws while the database is gone. */
  keep(): Promise<boolean>;
  /** Lets the next one have it at once; nothing where it is not held. */
  release(): Promise<void>;
}
