import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenOffice, openOffice } from './office.ts';

const THU_KY = 4_001;
let office: OpenOffice;
beforeEach(async () => {
  office = await openOffice('2029-05-20T09:00:00+07:00');
});
afterEach(() => office.close());

const TITLE = 'KẾT QUẢ THỰC HIỆN NỘI DUNG CAM KẾT HÀNH ĐỘNG VỚI UBND TỈNH NĂM 2029 CỦA';
const HEADER = 'STT,Nội dung cam kết,Đang thực hiện,Hoàn thành,Không hoàn thành,Kết quả cụ thể';

/** A table of one body, as a program writes it out. */
function aTable(agency: string, rows: readonly string[]): Buffer {
  return Buffer.from([`${TITLE} ${agency},,,,,`, HEADER, ...rows].join('\n'));
}

it('is read in a process of its own while others are answered, and imported by a press', async () => {
  await office.run('import', 'test/fixtures/appendix/two-agencies.txt', '--year', '2029', '--yes');
  await office.start();
  await office.join(THU_KY, 'Trần Văn Thư', 'Chi cục Kiểm lâm', 'secretary');
  const bytes = aTable('CHI CỤC THỦY LỢI', [
    '1,Nạo vét 15 km kênh,X,,,Đã nạo vét 6 km',
    '2,Thu phí,,X,,',
  ]);

  const [taken] = await office.nextIn(THU_KY, () =>
    office.api.sendFile(THU_KY, THU_KY, { fileName: 'thuy-loi.csv', bytes }),
  );
  expect(taken).toContain('Hệ thống đang đọc');
  await office.until(() => office.texts(THU_KY).at(-1)?.includes('đọc được 2 nội dung') === true);
  const [stored] = await office.press(THU_KY, 'NHẬP');

  expect(stored).toContain('2 nội dung mới');
  expect(await office.say(THU_KY, 'tình trạng chi cục thủy lợi')).toHaveLength(1);
}, 150_000);
