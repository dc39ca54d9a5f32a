import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar-date.ts';
import { showDigest } from '../../src/usecases/show-digest.ts';
import { showOverdue } from '../../src/usecases/show-overdue.ts';
import { anItem, aPaper, aSection, importing, officeAt } from '../usecases/office-for-test.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

describe('what is overdue over the turn of a year', () => {
  let database: DatabaseForTest;
  beforeAll(async () => {
    database = await databaseForTest();
    const office = officeAt(database, '2025-02-03T01:00:00Z');
    const items = [
      anItem('1', { milestoneOn: day('2025-09-30') }),
      anItem('2', { milestoneOn: day('2025-06-30'), status: 'fulfilled' }),
    ];
    await importing(
      office,
      aPaper([aSection('Sở Y tế', items), aSection('Công an Tỉnh', [anItem('1')], true)], {
        year: 2025,
      }),
    );
  });
  afterAll(() => database.drop());

  it('lists the rounds of the year that is asked about, and no longer in the next', async () => {
    const december = await showOverdue(officeAt(database, '2025-12-31T08:00:00Z'));
    const january = await showOverdue(officeAt(database, '2026-01-05T01:00:00Z'));

    expect(december.notReported.filter(({ agency }) => agency.name === 'Sở Y tế')).toHaveLength(6);
    expect(january.notReported).toEqual([]);
  });

  it('does not tell the leaders that the turn of the year was progress', async () => {
    const { digest } = await showDigest(officeAt(database, '2026-01-05T00:30:00Z'));

    expect(digest.change).toMatchObject({ agenciesRemoved: 0, itemsRemoved: 0 });
  });

  it('keeps an open milestone of an earlier year in sight', async () => {
    await importing(
      officeAt(database, '2026-02-02T01:00:00Z'),
      aPaper([aSection('Sở Y tế', [anItem('1', { milestoneOn: day('2026-02-27') })])]),
    );

    const { pastMilestone } = await showOverdue(officeAt(database, '2026-03-02T01:00:00Z'));

    expect(pastMilestone.map(({ dueOn }) => dueOn)).toEqual(['2025-09-30', '2026-02-27']);
  });
});

describe('an appendix of three levels', () => {
  it('counts a top item by the parts of its parts', async () => {
    const database = await databaseForTest();
    const leaf = (number: string, parent: string) =>
      anItem(number, { parent, status: 'fulfilled' });
    await importing(
      officeAt(database, '2026-02-02T01:00:00Z'),
      aPaper([
        aSection('Sở Y tế', [
          anItem('1'),
          anItem('1.1', { parent: '1' }),
          ...[leaf('1.1.1', '1.1'), leaf('1.1.2', '1.1'), leaf('1.2', '1')],
        ]),
      ]),
    );

    const { counts, total } = await showDigest(officeAt(database, '2026-02-09T00:30:00Z'));
    await database.drop();

    expect([total, counts.fulfilled]).toEqual([1, 1]);
  });
});
