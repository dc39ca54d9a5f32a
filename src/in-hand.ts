/** The deliveries that this process is at: whoever else asks for one shares what is under way. */
export interface InHand {
  /** Runs the work, or joins the one that runs already for this delivery. */
  hold(id: number, work: () => Promise<void>): Promise<void>;
  has(id: number): boolean;
}

export function createInHand(): InHand {
  const held = new Map<number, Promise<void>>();
  return {
    hold: (id, work) => {
      const known = held.get(id);
      if (known !== undefined) return known;
      const begun = work().finally(() => held.delete(id));
      held.set(id, begun);
      return begun;
    },
    has: (id) => held.has(id),
  };
}
