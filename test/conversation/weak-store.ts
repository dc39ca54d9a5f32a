import {
  type Stores,
  StoreUnavailableError,
  type UnitOfWork,
} from '../../src/usecases/ports/unit-of-work.ts';

/** What a transaction did: took up an update, claimed a delivery, settled one. */
type Work = 'act' | 'claim' | 'settle';

/** `undone`: the database breaks off before it has written; `unheard`: after, so that nobody knows. */
export type Break = 'undone' | 'unheard';

interface Happening {
  readonly work: Work;
  readonly happens: () => Break | undefined;
}

/** The real database, which breaks off, or takes its time, where a test says so. */
export function weakStore({ inTransaction, inTransactionAfter, areSafe }: UnitOfWork) {
  const happenings: Happening[] = [];
  const strike = (done: ReadonlySet<Work>): Break | undefined => {
    const index = happenings.findIndex(({ work }) => done.has(work));
    return index < 0 ? undefined : happenings.splice(index, 1)[0]?.happens();
  };
  const broken = async <Value>(
    run: (
      around: (work: (stores: Stores) => Promise<Value>) => (stores: Stores) => Promise<Value>,
    ) => Promise<Value>,
  ): Promise<Value> => {
    const done = new Set<Work>();
    let struck: Break | undefined;
    const value = await run((work) => async (stores) => {
      const result = await work(noting(stores, done));
      struck = strike(done);
      if (struck === 'undone') throw new StoreUnavailableError('as planned');
      return result;
    });
    if (struck === 'unheard') throw new StoreUnavailableError('as planned');
    return value;
  };
  const weakly: UnitOfWork['inTransaction'] = (work) =>
    broken((around) => inTransaction(around(work)));
  return {
    inTransaction: weakly,
    inOneStatement: weakly,
    inTransactionAfter: ((first, work) =>
      broken((around) =>
        inTransactionAfter(first, (stores, answer) =>
          around((noted) => work(noted, answer))(stores),
        ),
      )) satisfies UnitOfWork['inTransactionAfter'],
    areSafe,
    /** The next transactions that do this break off, one after the other. */
    breakOff: (work: Work, ...breaks: readonly Break[]) => {
      happenings.push(...breaks.map((each) => ({ work, happens: () => each })));
    },
    /** Done in the next transaction that does this, before it ends. */
    meanwhile: (work: Work, act: () => void) => {
      happenings.push({
        work,
        happens: () => {
          act();
          return undefined;
        },
      });
    },
  };
}

function noting(stores: Stores, done: Set<Work>): Stores {
  const { inbox, deliveries } = stores;
  return {
    ...stores,
    inbox: {
      ...inbox,
      next: (...asked) => {
        done.add('act');
        return inbox.next(...asked);
      },
    },
    deliveries: {
      ...deliveries,
      claim: (...asked) => {
        done.add('claim');
        return deliveries.claim(...asked);
      },
      settleClaim: (...asked) => {
        done.add('settle');
        return deliveries.settleClaim(...asked);
      },
    },
  };
}
