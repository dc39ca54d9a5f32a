import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, yearOf } from '../../src/domain/calendar-date.ts';
import { createWorkingCalendar, isWorkingDay } from '../../src/domain/working-calendar.ts';
import { VersionConflictError } from '../../src/usecases/ports/unit-of-work.ts';
import { showCalendar } from '../../src/usecases/show-calendar.ts';
import { showDigest } from '../../src/usecases/show-digest.ts';
import { showStatus } from '../../src/usecases/show-status.ts';
import { digestView } from '../../src/views/digest.ts';
import { plain } from '../../src/views/message.ts';
import { textsOf } from '../../src/views/texts.ts';
import { anItem, aPaper, aSection, importing, officeAt } from '../usecases/office-for-test.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

const IMPORT_DAY = '2026-02-02T01:00:00Z';

describe('an office', () => {
  let database: DatabaseForTest;
  beforeAll(async () => {
    database = await databaseForTest();
    await importing(
      officeAt(database, IMPORT_DAY),
      aPaper([
        aSection('Sở Xây dựng', [
          anItem('1', { status: 'fulfilled' }),
          anItem('2'),
          anItem('2.1', { milestoneOn: day('2026-03-31') }),
          anItem('2.2', { status: 'inProgress', result: '70%' }),
        ]),
        aSection('Công an Tỉnh', [anItem('1')], true),
      ]),
    );
    const office = officeAt(database, '2026-03-01T01:00:00Z');
    await office.inTransaction(async ({ people, commitments, progress, agencies }) => {
      const [agency] = await agencies.list();
      const [item] = await commitments.list([1]);
      const joinedAt = office.clock.now();
      const person = await people.add({
        name: 'Lê Minh Khoa',
        title: null,
        role: 'officer',
        agencyId: agency?.id ?? 0,
        state: 'active',
        joinedAt,
      });
      await progress.add({
        ...line(item?.id ?? 0, 2),
        status: 'notFulfilled',
        personId: person.id,
        recordedAt: joinedAt,
      });
    });
  });
  afterAll(() => database.drop());

  it('counts what an officer owes in the smallest items', async () => {
    const { agencies } = await status('2026-02-27T01:00:00Z', 'Sở Xây dựng');

    expect(agencies[0]).toMatchObject({
      reported: 2,
      of: 3,
      topItems: 2,
      counts: { fulfilled: 1, inProgress: 1, unknown: 1 },
      round: { period: 'Q1' },
    });
  });

  it('keeps a person’s words when an older paper comes again', async () => {
    const office = officeAt(database, '2026-03-02T01:00:00Z');

    const again = await importing(
      office,
      aPaper([aSection('sở xây dựng', [anItem('1', { status: 'fulfilled' })])]),
    );

    expect(again).toEqual({ new: 0, changed: 0, same: 1, missing: 3, newAgencies: [] });
    const { agencies } = await status('2026-03-03T01:00:00Z', 'Sở Xây dựng');
    expect(agencies[0]?.items[0]?.status).toBe('notFulfilled');
  });

  it('takes the same paper once when two people import it at the same moment', async () => {
    const office = officeAt(database, IMPORT_DAY);
    const paper = aPaper([aSection('Sở Nội vụ', [anItem('1'), anItem('2')])], { year: 2024 });

    const outcomes = await Promise.all([importing(office, paper), importing(office, paper)]);

    expect(outcomes.map((outcome) => outcome.new).sort()).toEqual([0, 2]);
  });

  it('shows the office as it stood before somebody spoke', async () => {
    const { agencies } = await status('2026-02-27T01:00:00Z', 'Sở Xây dựng');

    expect(agencies[0]?.items[0]?.status).toBe('fulfilled');
  });

  it('lets nobody take a version that is taken', async () => {
    const taking = officeAt(database, IMPORT_DAY).inTransaction(({ progress }) =>
      progress.add(line(1, 1)),
    );

    await expect(taking).rejects.toBeInstanceOf(VersionConflictError);
  });

  it('plans a year without a message on a day off, and none while nobody may write', async () => {
    for (const year of [2023, 2024, 2025, 2026, 2027]) {
      const office = officeAt(database, `${year}-01-05T01:00:00Z`);
      const { reminders } = await showCalendar(office, { year });
      const days = await office.inTransaction(({ calendar }) => calendar.list());
      const calendar = createWorkingCalendar(days);

      expect(reminders.length).toBeGreaterThan(20);
      for (const { at, agency } of reminders) {
        expect(isWorkingDay(calendar, day(at.slice(0, 10))), at).toBe(true);
        expect(at.slice(11, 16)).toBe('08:00');
        const sameDay = reminders.filter((each) => each.at === at && each.agency === agency);
        expect(sameDay, at).toHaveLength(1);
      }
      expect(yearOf(day(reminders[0]?.at.slice(0, 10) ?? ''))).toBe(year);
    }
  });

  it('tells the leaders who is overdue, and of an off-chat agency only that there is one', async () => {
    const answer = await showDigest(officeAt(database, '2026-04-06T00:30:00Z'));

    const message = plain(
      digestView(answer, { texts: textsOf('vi'), timezone: 'Asia/Ho_Chi_Minh' }),
    );

    expect(message).toMatchInlineSnapshot(`
      "CAM KẾT QUÁ HẠN – TUẦN 15 (06/04/2026)
      Kính gửi các đồng chí lãnh đạo.
      I. Chưa gửi báo cáo quý I/2026 (hạn trước ngày 05/03/2026): 1/2 đơn vị
      1. Sở Xây dựng – quá hạn 33 ngày, còn 1/3 nội dung
      II. Quá mốc hoàn thành ghi trong cam kết: 1 nội dung
      1. Sở Xây dựng – mục 2.1 Nội dung 2.1 (mốc 31/03/2026), quá 6 ngày
      III. So với tuần trước: thêm 1 nội dung.
      Ngoài ra có 1 đơn vị theo dõi riêng.
      Tổng hợp: không hoàn thành 1/3, chưa có tình trạng 2/3."
    `);
  });

  it('says in one line that nothing is overdue', async () => {
    const answer = await showDigest(officeAt(database, '2026-02-09T00:30:00Z'));

    const message = digestView(answer, { texts: textsOf('vi'), timezone: 'Asia/Ho_Chi_Minh' });

    expect(message).toBe(
      'Tuần 7: không có đơn vị quá hạn báo cáo, không có nội dung quá mốc. Trân trọng!',
    );
  });

  function status(at: string, name: string) {
    return showStatus(officeAt(database, at), {
      query: name,
      find: (query, agencies) => agencies.filter((agency) => agency.name === query),
    });
  }
});

function line(commitmentId: number, version: number) {
  return {
    commitmentId,
    period: 'Q1' as const,
    version,
    status: 'inProgress' as const,
    modifier: null,
    result: null,
    isLate: false,
    difficulty: null,
    isUnchanged: false,
    restoresVersion: null,
    personId: null,
    recordedAt: new Date(IMPORT_DAY),
  };
}
