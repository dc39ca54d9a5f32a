/** The engine that carries deliveries; a job is written in the transaction of its delivery. */
export interface JobQueue {
  enqueue(deliveryIds: readonly number[]): Promise<void>;
}
