import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { anItem, aPaper, aSection } from '../usecases/office-for-test.ts';
import { aProvince, closeProvinces, last, type World } from './office-world.ts';

const HANH = '100';
const THU_KY = '200';
const AGENCIES = ['Sở Tư pháp', 'Sở Nội vụ', 'Sở Ngoại vụ', 'Sở Tài chính'];
let world: World;

beforeEach(async () => {
  world = await aProvince('2026-05-20T09:00:00+07:00');
  const items = ['1', '2', '3', '4', '5', '6', '7', '8', '8.1', '8.2', '8.3'].map((number) =>
    anItem(number, { status: 'inProgress' }),
  );
  const parts = ['8.4', '8.5', '8.6', '8.7'].map((number) => anItem(number));
  const [first = '', ...others] = AGENCIES;
  await world.load(
    aPaper([
      aSection(first, [...items, ...parts]),
      ...others.map((name) => aSection(name, [anItem('1')])),
    ]),
  );
  await world.join(HANH, 'Đỗ Mỹ Hạnh', first);
  await world.join(THU_KY, 'Trần Văn Thư', first, 'secretary');
});
afterAll(closeProvinces);

describe('a message has six buttons at most', () => {
  it('in a reminder of many items, which go on by a button and by a word', async () => {
    await world.tick('2026-06-01T08:00:00+07:00');
    expect(world.choices(HANH)).toEqual([
      ...['1|1', '2|2', '3|3'],
      'khác|Mục khác ›',
      'tất cả|Cả 14 mục không thay đổi',
      'sau|Nhắc lại sau',
    ]);
    await world.press(HANH, 'Mục khác ›');
    expect(world.choices(HANH)).toEqual([
      ...['4|4', '5|5', '6|6', '7|7'],
      'khác|Mục khác ›',
      'tất cả|Cả 14 mục không thay đổi',
    ]);
    expect(last(world, HANH)).toContain('Còn lại:\n• 4 ');
    await world.say(HANH, 'khac');
    expect(world.choices(HANH).slice(0, 4)).toEqual(['8.1|8.1', '8.2|8.2', '8.3|8.3', '8.4|8.4']);
    await world.say(HANH, 'khác');
    expect(world.choices(HANH).slice(0, 4)).toEqual(['8.5|8.5', '8.6|8.6', '8.7|8.7', '1|1']);
  });

  it('for the parts of an item, and for the agencies that a name fits', async () => {
    await world.say(HANH, '8');
    expect(world.choices(HANH)).toHaveLength(6);
    await world.press(HANH, 'Mục khác ›');
    expect(world.choices(HANH).slice(0, 2)).toEqual(['8.6|8.6', '8.7|8.7']);
    expect(await world.say(THU_KY, 'tình trạng sở')).toEqual([
      'Có 7 đơn vị phù hợp với “sở”. Đề nghị gõ tên rõ hơn, hoặc chọn trong 6 đơn vị đầu:',
    ]);
    expect(world.choices(THU_KY)).toHaveLength(6);
    await world.say(THU_KY, 'mời sở');
    expect(world.choices(THU_KY)).toHaveLength(6);
  });
});
