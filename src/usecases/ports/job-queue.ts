/** The engine that carries deliveries; a job is written in the transaction of its delivery. */
export interface JobQueue {
  enqueue(deliveryIds: readonly number[]): Promise<void>;
  /** The deliveries that have a job waiting; with `isHeldToo` also those that a process has in hand. */
  queued(which: { readonly isHeldToo: boolean }): Promise<ReadonlySet<number>>;
}
