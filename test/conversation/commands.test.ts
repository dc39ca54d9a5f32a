import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aProvince, closeProvinces, type World } from './office-world.ts';

const THU_KY = '200';
const KHOA = '100';
const OBSERVER = '600';
let world: World;

beforeEach(async () => {
  world = await aProvince('2026-06-02T14:05:00+07:00');
  await world.join(THU_KY, 'Trần Văn Thư', 'Sở Công Thương', 'secretary');
  await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
});
afterAll(closeProvinces);

describe('a secretary’s question about an agency (TX-03)', () => {
  it.each(['/tinhtrang sở y tế', 'tình trạng syt', 'tinh trang so y te', 'TÌNH TRẠNG Sở Y tế'])(
    'is answered however it was typed: «%s»',
    async (words) => {
      const [answer = ''] = await world.say(THU_KY, words);
      expect(answer.split('\n')).toEqual([
        'Sở Y tế – quý II/2026',
        '(luỹ kế, số liệu lúc 14:05, 02/06/2026)',
        '4 nội dung (03 mục lớn). Đã báo cáo 0/4 (4 mục còn lại tính theo kỳ trước).',
        '• Hoàn thành: 1 (25,0%) – 1.1',
        '• Đang thực hiện: 2 (50,0%) – 1.3; 2',
        '• Chờ thẩm định: 1 (25,0%) – 4',
        '• Không hoàn thành: 0; dừng thực hiện: 0',
        'Đầu mối: đ/c Lê Minh Khoa.',
      ]);
    },
  );

  it('goes on to the items, and to those that are missing', async () => {
    await world.say(KHOA, '2 hoàn thành');
    await world.say(THU_KY, 'tình trạng sở y tế');
    const [all = ''] = await world.press(THU_KY, 'Chi tiết 4 mục');
    expect(all.split('\n')).toHaveLength(5);
    const [missing = ''] = await world.press(THU_KY, '3 mục chưa báo cáo');
    expect(missing).not.toContain('2 Nội dung 2');
  });

  it('offers the agencies that fit, by button and by digit', async () => {
    expect(await world.say(THU_KY, 'tình trạng sở')).toEqual(['Có 3 đơn vị phù hợp với “sở”:']);
    expect(await world.say(THU_KY, '3')).toEqual([expect.stringContaining('Sở Xây dựng – quý II')]);
  });

  it('says so when there is no such agency', async () => {
    expect(await world.say(THU_KY, 'tình trạng sở hàng hải')).toEqual([
      expect.stringContaining('Không tìm thấy đơn vị “sở hàng hải”'),
    ]);
  });
});

describe('an update behind its command', () => {
  it.each(['/capnhat 1.3 hoàn thành', '/CapNhat mục 1.3: hoan thanh, 93%'])(
    'is written: «%s»',
    async (words) => {
      expect(await world.say(KHOA, words)).toEqual([
        expect.stringContaining('Đã ghi nhận mục 1.3: Hoàn thành'),
      ]);
    },
  );
});

describe('what a person may not', () => {
  it('is refused in one sentence', async () => {
    const refusal =
      'Đồng chí chưa được phân quyền dùng lệnh này. Nhắn “trợ giúp” để xem các lệnh được dùng.';
    expect(await world.say(KHOA, 'tình trạng sở xây dựng')).toEqual([refusal]);
    expect(await world.say(KHOA, 'mời sở xây dựng')).toEqual([refusal]);
    await world.join(OBSERVER, 'Ngô Văn Xem', 'Sở Y tế', 'observer');
    expect(await world.say(OBSERVER, 'cập nhật 1.3')).toEqual([refusal]);
    expect(await world.say(OBSERVER, '1.3 hoàn thành')).toEqual([
      expect.stringContaining('Hệ thống chưa hiểu tin này.'),
    ]);
  });

  it('is not in the help', async () => {
    const [forSecretary = ''] = await world.say(THU_KY, 'trợ giúp');
    const [forOfficer = ''] = await world.say(KHOA, 'tro giup');
    expect(forSecretary).toContain('mời + tên đơn vị');
    expect(forOfficer).not.toContain('mời + tên đơn vị');
    expect(forOfficer).toContain('cập nhật 1.3');
  });
});

describe('other commands', () => {
  it('show what is near, what is late, the year’s rounds, and what is kept of a person', async () => {
    expect(await world.say(KHOA, 'sắp đến hạn')).toEqual([
      'Sắp đến hạn (10 ngày làm việc tới):\n• Sở Y tế: báo cáo quý II/2026, hạn trước ngày 05/06/2026, còn 4/4 nội dung',
    ]);
    expect(await world.say(KHOA, 'quá hạn')).toEqual([expect.stringContaining('02/06/2026')]);
    expect(await world.say(KHOA, 'lịch')).toEqual([
      expect.stringContaining('• quý II/2026: trước ngày 05/06/2026'),
    ]);
    expect(await world.say(KHOA, 'dữ liệu của tôi')).toEqual([
      'Hệ thống lưu về đồng chí: Lê Minh Khoa; chưa ghi chức danh; đầu mối Sở Y tế; tài khoản telegram; tham gia từ 02/06/2026.',
    ]);
    expect(await world.say(THU_KY, 'đầu mối')).toEqual([
      expect.stringContaining('1. Sở Y tế – Lê Minh Khoa'),
    ]);
  });

  it('change the language of one chat', async () => {
    await world.say(KHOA, 'ngôn ngữ');
    await world.say(KHOA, 'English');
    const [help = ''] = await world.say(KHOA, '/help');
    expect(help).toContain('Commands');
    expect(await world.say(KHOA, 'my work')).toEqual([
      expect.stringContaining(
        'Sở Y tế – Q2/2026, due before 05/06/2026 (by the end of Thursday, 04/06/2026). Updated 0/4',
      ),
    ]);
    expect(await world.say(KHOA, '1.3 done, 93%')).toEqual([
      expect.stringContaining('Item 1.3 recorded: Fulfilled; “93%”'),
    ]);
    expect(await world.say(THU_KY, '/help')).toEqual([expect.stringContaining('Các lệnh')]);
  });

  it('are never met with silence', async () => {
    expect(await world.say(KHOA, 'abc xyz')).toHaveLength(1);
    expect(await world.say(THU_KY, 'thanks')).toEqual(['Trân trọng cảm ơn đồng chí.']);
    expect(await world.say(THU_KY, '9')).toHaveLength(1);
    expect(await world.say(KHOA, 'không')).toHaveLength(1);
  });
});
