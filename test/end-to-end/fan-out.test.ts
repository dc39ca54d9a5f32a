import { afterEach, expect, it } from 'vitest';
import { json } from './command-line.ts';
import { type OpenOffice, openOffice } from './office.ts';
import { importInto, joinOfficers, paperOf } from './province.ts';

const PEOPLE = Array.from({ length: 60 }, (_, index) => 2_000 + index);
const MORNING = '2026-05-26T08:00:00+07:00';
let office: OpenOffice;
afterEach(() => office.close());

/** Everybody has joined, and the first reminders of a quarter are due as the service starts. */
async function aMorning(): Promise<void> {
  office = await openOffice(MORNING, { hasLimits: true });
  await importInto(office.place, paperOf(30));
  await joinOfficers(office.place, PEOPLE);
  for (const id of PEOPLE) {
    office.api.addPerson({ id, firstName: `Cán bộ ${id}` });
    office.api.openChat(id);
  }
}

const reached = () => PEOPLE.filter((id) => office.texts(id).length > 0).length;

const untilReached = (count: number) => office.until(() => reached() >= count);

it('reaches everybody through a kill in the middle, and says so where it may be the second time', async () => {
  await aMorning();
  await office.start();
  await untilReached(10);
  await office.stop('SIGKILL');
  expect(reached()).toBeLessThan(PEOPLE.length);
  await office.start('2026-05-26T08:10:00+07:00');
  await untilReached(PEOPLE.length);

  const told = PEOPLE.map((id) => office.texts(id));
  const again = told.filter((texts) => texts.length > 1);
  // No more than what was in flight when the process was killed, each marked, none a third time.
  expect(again.length).toBeLessThanOrEqual(6);
  for (const [, second = '', ...more] of again) {
    expect(second).toContain('Nhắc lại');
    expect(more).toEqual([]);
  }
  // Fifteen seconds of them pass before a process is taken for dead.
}, 120_000);

it('is shared by two instances on one database, and nobody is told twice', async () => {
  await aMorning();
  await Promise.all([office.start(), office.start()]);
  await untilReached(PEOPLE.length);
  await office.stop('SIGTERM');

  expect(PEOPLE.filter((id) => office.texts(id).length !== 1)).toEqual([]);
  expect(json(await office.run('audit', 'verify', '--json'))).toMatchObject({ ok: true });
}, 150_000);
