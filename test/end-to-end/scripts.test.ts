import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { province } from '../conversation/office-world.ts';
import { json } from './command-line.ts';
import { type OpenOffice, openOffice } from './office.ts';
import { importInto } from './province.ts';

const [KHOA, YEN, HA, BAO, CONG] = [101, 102, 200, 300, 400];
const GROUP = -9_000;
let office: OpenOffice;

/** Goes on at another instant, as the same office on the same platform. */
async function goOnAt(instant: string): Promise<void> {
  await office.stop('SIGTERM');
  await office.start(instant);
}

/** Goes on at an hour at which there is something to tell somebody. */
async function toldAt(instant: string, ...chats: number[]): Promise<string[]> {
  await office.stop('SIGTERM');
  const told = chats.map((chat) => office.nextIn(chat, () => undefined));
  await office.start(instant);
  return (await Promise.all(told)).map(([text = '']) => text);
}

describe('the conversations of a quarter, over real telegraf', () => {
  beforeAll(async () => {
    office = await openOffice('2026-05-20T09:00:00+07:00');
    await importInto(office.place, province(2026));
    await office.start();
    await office.join(HA, 'Trần Thu Hà', 'Văn phòng UBND Tỉnh', 'secretary');
    await office.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
    office.api.addGroup({ id: GROUP, title: 'Lãnh đạo', memberIds: [HA] });
    await office.nextIn(GROUP, () => office.api.addBotToGroup(GROUP, HA));
    await office.say(HA, '/batdau', GROUP);
  });
  afterAll(() => office.close());

  it('go from the first reminder to the digest', async () => {
    // TX-18: the service was down at eight, and comes back at twenty to ten.
    const [late = ''] = await toldAt('2026-05-26T09:40:00+07:00', KHOA);
    expect(late).toContain('Tin nhắc lúc 08:00 gửi chậm do gián đoạn (gửi lúc 09:40).');
    expect(late).toContain('còn 7 ngày làm việc');

    // TX-01 and TX-14: two taps and one text; then the same by digits, without accents.
    await office.press(KHOA, '1.3');
    expect(await office.press(KHOA, 'Đang thực hiện')).toEqual([
      expect.stringContaining('Đã ghi nhận mục 1.3: Đang thực hiện (09:4'),
    ]);
    expect(await office.say(KHOA, '91,22%')).toEqual([
      'Mục 1.3: “91,22%”. Có khó khăn, vướng mắc cần nêu không?',
    ]);
    expect(await office.press(KHOA, 'Không')).toEqual([
      expect.stringContaining('Đơn vị còn 3 nội dung chưa cập nhật.'),
    ]);
    await office.say(KHOA, '2');
    expect(await office.say(KHOA, '2')).toEqual([
      expect.stringContaining('Đã ghi nhận mục 2: Hoàn thành'),
    ]);

    // TX-06: a mistake, its history, and the way back.
    expect(await office.say(KHOA, 'nham roi')).toEqual([
      'Đã hoàn tác. Mục 2 trở về Đang thực hiện theo số liệu kỳ trước. Lịch sử vẫn được lưu.',
    ]);
    expect(await office.say(KHOA, '/lichsu 2')).toEqual([
      expect.stringMatching(/^Mục 2: .* → .*Hoàn thành \(Lê Minh Khoa\) → .*hoàn tác/),
    ]);

    // TX-07: a colleague, who is told, and who does not overwrite what she did not see.
    await office.join(YEN, 'Lê Hải Yến', 'Sở Y tế');
    await office.nextIn(YEN, () => office.api.say(KHOA, KHOA, '4 hoàn thành'));
    expect(office.texts(YEN).at(-1)).toContain('Đ/c Lê Minh Khoa vừa cập nhật mục 4: Hoàn thành');
    expect(await office.say(YEN, '4 dang lam')).toEqual([
      expect.stringContaining('Mục 4 đã được đ/c Lê Minh Khoa cập nhật Hoàn thành lúc 09:4'),
    ]);
    expect(await office.say(YEN, '2')).toEqual(['Đề nghị nêu lý do ngắn.']);
    expect(await office.say(YEN, 'chưa có nghiệm thu')).toEqual([
      expect.stringContaining('Mục 4 chuyển Đang thực hiện (đ/c Lê Hải Yến, 09:4'),
    ]);

    // TX-03: the secretary asks, however it is typed.
    expect(await office.say(HA, 'tinh trang so y te'.normalize('NFD'))).toEqual([
      expect.stringContaining('4 nội dung (03 mục lớn). Đã báo cáo 2/4'),
    ]);
    expect(await office.press(HA, 'Chi tiết 4 mục')).toEqual([
      expect.stringContaining('1.3 Nâng cao tỷ lệ dân số tham gia bảo hiểm y tế đạt 93%.'),
    ]);

    // TX-08: nobody at one agency; an open code, a name, the secretary's word.
    expect(office.texts(HA).join('\n')).toContain('đơn vị chưa có đầu mối nhận tin quý II/2026');
    const [invitation = ''] = await office.press(HA, 'Tạo mã mời: Sở Xây dựng');
    const code = /XD-[0-9A-Z]{4}/u.exec(invitation)?.[0] ?? '';
    office.api.addPerson({ id: BAO, firstName: 'Bảo' });
    await office.say(BAO, code);
    await office.nextIn(HA, () => office.api.say(BAO, BAO, 'Nguyễn Quốc Bảo, chuyên viên'));
    await office.nextIn(BAO, () => office.press(HA, 'Xác nhận'));
    expect(office.texts(BAO).at(-1)).toContain('Đồng chí đã là đầu mối Sở Xây dựng.');

    // TX-13: what must not be sent is refused, and the secretary hears of it without the text.
    const refused = office.nextIn(HA, () => undefined);
    expect(await office.say(KHOA, 'em gửi tài liệu tuyệt mật số 15')).toEqual([
      expect.stringContaining('Nội dung có dấu hiệu bí mật nhà nước'),
    ]);
    expect(await refused).toEqual([expect.not.stringContaining('số 15')]);
    await office.join(CONG, 'Lê Văn Công', 'Công an Tỉnh');
    expect(await office.say(CONG, '1 đạt 101,51%')).toEqual([
      expect.stringContaining('Đơn vị thuộc diện không cập nhật nội dung qua ứng dụng nhắn tin.'),
    ]);

    // TX-04: the Monday after the deadline.
    const [digest = ''] = await toldAt('2026-06-08T07:30:00+07:00', GROUP);
    expect(digest.split('\n').slice(0, 3)).toEqual([
      'CAM KẾT QUÁ HẠN – TUẦN 24 (08/06/2026)',
      'Kính gửi các đồng chí lãnh đạo.',
      'I. Chưa gửi báo cáo quý II/2026 (hạn trước ngày 05/06/2026): 3/4 đơn vị',
    ]);
    expect(digest).not.toContain('Công an');
    expect(json(await office.run('audit', 'verify', '--json'))).toMatchObject({ ok: true });
    expect(office.badCalls).toEqual([]);
  });
});

describe('a deadline on rest days, over real telegraf (TX-09)', () => {
  afterEach(() => office.close());

  it('is counted to the last working day, and a report on the rest days is in time', async () => {
    office = await openOffice('2027-08-16T09:00:00+07:00');
    await importInto(office.place, province(2027));
    await office.start();
    await office.join(HA, 'Trần Thu Hà', 'Văn phòng UBND Tỉnh', 'secretary');
    await office.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
    const [reminder = '', notice = ''] = await toldAt('2027-08-23T08:00:00+07:00', KHOA, HA);
    expect(reminder).toContain('đề nghị hoàn thành chậm nhất thứ Tư, 01/09/2027.');
    expect(notice).toContain('Hạn quý III/2027 rơi vào ngày nghỉ.');

    await goOnAt('2027-09-04T10:00:00+07:00');
    const [recorded = ''] = await office.say(KHOA, '1.3 đang thực hiện, 92%');
    expect(recorded).toContain('Báo cáo gửi trong hạn');
    expect(recorded).not.toContain('quá hạn');
  });
});
