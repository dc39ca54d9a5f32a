import { camketBeside, json } from '../end-to-end/command-line.ts';
import type { Trial, Verdict } from './trial.ts';

export async function judgeUpdates({ stage, officers }: Trial, faults: string[]): Promise<Verdict> {
  const rows = await stage.sql<{ updateId: string; state: string }[]>`
    select update_id as "updateId", state from inbound_update`;
  const states = new Map(rows.map(({ updateId, state }) => [updateId, state]));
  const said = officers.flatMap(({ id, acts }) =>
    acts.flatMap(({ updateId, did }) => (updateId === null ? [] : [{ id, updateId, did }])),
  );
  const lost = said.filter(({ updateId }) => states.get(`${updateId}`) !== 'settled');
  for (const { id, did, updateId } of lost) {
    faults.push(`«${did}» of ${id} is ${states.get(`${updateId}`) ?? 'nowhere'} in the database`);
  }
  const open = rows.filter(({ state }) => state === 'received' || state === 'failed');
  if (open.length > 0) faults.push(`${open.length} updates are not settled`);
  const shown = said.length - lost.length;
  return {
    what: 'updates',
    expected: said.length,
    shown,
    lost: lost.length,
    repeated: 0,
    doubled: 0,
  };
}

/** Two versions of each item that an officer went through, as typed. */
export async function judgeVersions({ stage, officers }: Trial, faults: string[]): Promise<void> {
  const rows = await stage.sql<
    { userId: string; number: string; status: string; result: string }[]
  >`
    select a.user_id as "userId", c.number, l.status, l.result
    from period_line l
    join commitment c on c.id = l.commitment_id
    join channel_account a on a.person_id = l.person_id
    order by l.commitment_id, l.version`;
  for (const { id, results } of officers) {
    for (const [item, result] of results) {
      const own = rows.filter(({ userId, number }) => userId === `${id}` && number === `${item}`);
      const last = own.at(-1);
      const isRight = own.length === 2 && last?.status === 'inProgress' && last.result === result;
      if (!isRight) {
        faults.push(
          `item ${item} of ${id} has ${own.length} versions, «${last?.result ?? ''}» last`,
        );
      }
    }
  }
}

/** What is not sent, and not refused either. */
export async function judgeLeftovers({ stage }: Trial, faults: string[]): Promise<void> {
  const rows = await stage.sql<{ state: string; kind: string; count: number }[]>`
    select state, kind, count(*)::int as count from delivery
    where state not in ('sent', 'cancelled') group by 1, 2`;
  for (const { state, kind, count } of rows) {
    // Refused by people who had blocked the bot; a dead letter is seen by the secretary.
    if (state !== 'failed') faults.push(`${count} deliveries (${kind}) are left ${state}`);
  }
}

/** How many rows the audit chain has; null where it is broken. */
export async function judgeAudit({ stage }: Trial, faults: string[]): Promise<number | null> {
  const run = await camketBeside(['audit', 'verify', '--json'], stage.environment());
  const { ok, rows } = json(run);
  if (ok === true) return Number(rows);
  faults.push('the audit chain is broken');
  return null;
}
