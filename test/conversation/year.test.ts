import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, dateOf } from '../../src/domain/calendar-date.ts';
import { DEFAULT_RULES, DEFAULT_SETTINGS } from '../../src/domain/commitment-set.ts';
import { roundsOf, windowOf } from '../../src/domain/reporting-round.ts';
import { isWorkingDay } from '../../src/domain/working-calendar.ts';
import { anAgency, OFFICIAL } from '../domain/samples.ts';
import { aProvince, closeProvinces, type World } from './office-world.ts';

const [KHOA, LONG, HANG, HA, GROUP] = ['100', '101', '102', '103', '-200'];
const HOURS = ['05:00', '07:30', '08:00', '16:59', '21:00'];

interface Told {
  readonly chatId: string;
  readonly date: CalendarDate;
  readonly hour: string;
  readonly text: string;
}

afterAll(closeProvinces);

/** Khoa reports on the day that he is asked, Long and his office never do. */
describe.each([2026, 2027])('a whole year: %i', (year) => {
  let world: World;
  const told: Told[] = [];

  beforeAll(async () => {
    world = await aProvince(`${year}-01-04T09:00:00+07:00`);
    if (year === 2027) await world.load2027();
    await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
    await world.join(LONG, 'Phạm Văn Long', 'Sở Công Thương');
    await world.join(HANG, 'Vũ Thị Hằng', 'Sở Công Thương', 'head');
    await world.join(HA, 'Trần Thu Hà', 'Sở Y tế', 'secretary');
    await world.say(HA, '/batdau', GROUP);
    world.news();
    const first = dateOf(year, 1, 5);
    for (let date = first; date <= dateOf(year, 12, 31); date = addDays(date, 1)) {
      for (const hour of HOURS) await oneHour(date, hour);
    }
  }, 240_000);

  async function oneHour(date: CalendarDate, hour: string): Promise<void> {
    await world.tick(`${date}T${hour}:00+07:00`);
    const news = world.news();
    told.push(...news.map(({ chatId, text }) => ({ chatId, date, hour, text })));
    if (!news.some(({ chatId }) => chatId === KHOA)) return;
    await world.say(KHOA, 'không thay đổi');
    await world.say(KHOA, 'đồng ý');
    world.news();
  }

  it('brings nothing on a day off, and nothing outside the hours', () => {
    expect(told.length).toBeGreaterThan(50);
    expect(told.filter(({ date }) => !isWorkingDay(OFFICIAL, date))).toEqual([]);
    expect(new Set(told.map(({ hour }) => hour))).toEqual(new Set(['07:30', '08:00']));
  });

  it('brings nobody more than one message a day', () => {
    const days = told.map(({ chatId, date }) => `${chatId} ${date}`);
    expect(days.filter((day, index) => days.indexOf(day) !== index)).toEqual([]);
  });

  it('asks whoever reports at once exactly once a round, on the first rung, and is silent else', () => {
    const rounds = roundsOf(
      { rules: DEFAULT_RULES, year, settings: DEFAULT_SETTINGS },
      anAgency(),
      OFFICIAL,
    );
    // The paper itself reports on the first.
    const windows = rounds.slice(1).map((round) => windowOf(round, DEFAULT_SETTINGS, OFFICIAL));

    const asked = told.filter(({ chatId }) => chatId === KHOA).map(({ date }) => date);
    expect(asked).toEqual(windows);
  });

  it('brings the group one digest a week, on its first working day, and never calls it late', () => {
    const digests = told.filter(({ chatId }) => chatId === GROUP);
    expect(digests.length).toBeGreaterThan(45);
    expect(new Set(digests.map(({ hour }) => hour))).toEqual(new Set(['07:30']));
    expect(told.filter(({ text }) => text.includes('gián đoạn'))).toEqual([]);
  });

  it('tells the head and the secretary of whoever stays silent', () => {
    const toldOf = (person: string | undefined) =>
      told.filter(({ chatId, text }) => chatId === person && text.includes('quá hạn báo cáo'));
    expect(toldOf(HANG).length).toBeGreaterThan(5);
    expect(toldOf(HA).length).toBeGreaterThan(5);
  });
});
