import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aProvince, closeProvinces, last, type World } from './office-world.ts';

const KHOA = '100';
const THU_KY = '200';
let world: World;

beforeEach(async () => {
  world = await aProvince('2026-05-20T09:00:00+07:00');
  await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
  await world.join(THU_KY, 'Trần Văn Thư', 'Sở Y tế', 'secretary');
});
afterAll(closeProvinces);

const HEADER = 'STT;Nội dung cam kết;Đang thực hiện;Hoàn thành;Không hoàn thành;Kết quả cụ thể';

/** A table as another system writes it out. */
function aTable(rows: readonly string[], title = 'NĂM 2026 CỦA SỞ DU LỊCH'): Uint8Array {
  const above = `KẾT QUẢ THỰC HIỆN NỘI DUNG CAM KẾT HÀNH ĐỘNG VỚI UBND TỈNH ${title};;;;;`;
  return Buffer.from([above, HEADER, ...rows].join('\r\n'));
}

const PAPER = aTable([
  '1;Tổ chức 05 hội chợ du lịch;X;;;Đã tổ chức 02 hội chợ',
  '2;Ban hành quy chế phối hợp trước ngày 30/9/2026;;X;;',
  '3;Đón 1,2 triệu lượt khách;;;;',
]);

/** Two marks in a row: nobody can say which of them counts. */
const DOUBTFUL = aTable(['1;Tổ chức 05 hội chợ;X;X;;', '2;Ban hành quy chế;;X;;']);

describe('a paper that the secretary sends', () => {
  it('is read and shown, and stored with «nhập»', async () => {
    const [taken, preview] = await world.sendFile(THU_KY, 'du-lich.csv', PAPER);

    expect(taken).toBe('Đã nhận tệp “du-lich.csv”. Hệ thống đang đọc, đề nghị chờ trong giây lát.');
    expect(preview).toMatchInlineSnapshot(`
      "Tệp “du-lich.csv”: đọc được 3 nội dung của 1 đơn vị, năm 2026.
      Đơn vị: SỞ DU LỊCH (3).
      Tình trạng ghi trong tệp: Đang thực hiện 1, Hoàn thành 1.
      1 nội dung chưa có tình trạng: tệp không cho biết, Hệ thống sẽ hỏi đầu mối chứ không đoán.
      1 nội dung có mốc thời gian riêng.
      So với dữ liệu đang có: 3 mới, 0 thay đổi, 0 giữ nguyên, 0 không còn trong tệp (vẫn được giữ).
      1 đơn vị chưa có trong danh sách, sẽ được thêm: SỞ DU LỊCH.
      Lưu ý:
      • «3»: dòng không có dấu X ở cột nào. (dòng 5)
      • Văn bản không ghi kỳ báo cáo; kết quả được ghi cho cả năm. Có thể chọn kỳ khi nhập.
      Nhập vào dữ liệu? Chưa có gì được lưu."
    `);
    expect(world.choices(THU_KY)).toMatchInlineSnapshot(`
      [
        "nhập|NHẬP",
        "kỳ|Chọn kỳ báo cáo",
        "lịch nhắc|Lịch nhắc",
        "bỏ tệp|Bỏ tệp",
      ]
    `);

    const [stored] = await world.say(THU_KY, 'nhập');
    expect(stored).toMatchInlineSnapshot(`
      "Đã nhập tệp “du-lich.csv” (1 đơn vị): 3 nội dung mới, 0 thay đổi, 0 giữ nguyên.
      1 nội dung chưa có tình trạng, Hệ thống sẽ hỏi đầu mối trước kỳ báo cáo.
      Lịch nhắc năm 2026:
      • quý II/2026: hạn trước ngày 05/06/2026, nhắc ngày 26/05; 01/06; 03/06; 04/06
      • quý III/2026: hạn trước ngày 05/09/2026, nhắc ngày 22/08; 27/08; 03/09; 04/09
      • sơ bộ năm 2026: hạn trước ngày 20/10/2026, nhắc ngày 08/10; 14/10; 16/10; 19/10
      • cập nhật năm 2026: hạn trước ngày 20/11/2026, nhắc ngày 10/11; 16/11; 18/11; 19/11
      • quý IV/2026: hạn trước ngày 05/12/2026, nhắc ngày 25/11; 01/12; 03/12; 04/12
      • 1 kỳ đã qua"
    `);
    const [status] = await world.say(THU_KY, 'tình trạng sở du lịch');
    expect(status).toContain('SỞ DU LỊCH');
  });

  it('is stored once by two taps, and the second is told so', async () => {
    await world.sendFile(THU_KY, 'du-lich.csv', PAPER);
    await world.press(THU_KY, 'NHẬP');

    expect(await world.press(THU_KY, 'NHẬP')).toEqual([
      'Tệp “du-lich.csv” đã được xử lý xong. Để nhập lại, đề nghị gửi lại tệp.',
    ]);
  });

  it('changes nothing when it is sent again', async () => {
    await world.sendFile(THU_KY, 'du-lich.csv', PAPER);
    await world.say(THU_KY, 'nhập');

    const [, preview] = await world.sendFile(THU_KY, 'du-lich.csv', PAPER);
    expect(preview).toContain('0 mới, 0 thay đổi, 3 giữ nguyên, 0 không còn trong tệp');
  });

  it('is offered again whatever comes in between', async () => {
    await world.sendFile(THU_KY, 'du-lich.csv', PAPER);

    const [answer] = await world.say(THU_KY, 'quá hạn');
    expect(answer).toContain('Tệp “du-lich.csv” còn chờ quyết định.');
    expect((await world.press(THU_KY, 'Tiếp tục nhập tệp'))[0]).toContain('3 nội dung');
    await world.say(THU_KY, 'thôi');
    expect((await world.say(THU_KY, 'nhập tệp'))[0]).toContain('3 nội dung');
    expect((await world.say(THU_KY, 'NHẬP'))[0]).toContain('Đã nhập tệp');
  });

  it('is shown in one message, however many agencies with long names it has', async () => {
    const name = 'Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và dân dụng khu vực';
    const rows = Array.from(
      { length: 25 },
      (_, n) => `1;${name} ${n};Mở ${n + 2} lớp;khi có hướng dẫn của cấp trên ${n};`,
    );
    const header = 'STT;Đơn vị;Nội dung cam kết;Thời hạn;Trạng thái';
    const paper = Buffer.from(['CAM KẾT NĂM 2026;;;;', header, ...rows].join('\r\n'));

    const [, preview = ''] = await world.sendFile(THU_KY, `${'phu-luc-'.repeat(20)}.csv`, paper);

    expect(preview).toContain('25 nội dung của 25 đơn vị');
    expect(preview.length).toBeLessThanOrEqual(1_500);
  });

  it('is put aside without a trace', async () => {
    await world.sendFile(THU_KY, 'du-lich.csv', PAPER);

    expect(await world.say(THU_KY, 'bỏ tệp')).toEqual(['Đã bỏ tệp “du-lich.csv”, không lưu gì.']);
    expect(await world.everythingStored()).not.toContain('hội chợ');
    expect(await world.say(THU_KY, 'nhập tệp')).toEqual([
      'Không có tệp nào chờ nhập. Gửi phụ lục (.xlsx, .docx, .pdf, .csv, .txt) vào đây để nhập.',
    ]);
  });

  it('waits behind the one before it', async () => {
    await world.sendFile(THU_KY, 'mot.csv', PAPER);
    await world.sendFile(THU_KY, 'hai.csv', PAPER);
    await world.press(THU_KY, 'NHẬP', THU_KY, 1);

    expect(last(world, THU_KY)).toContain('Tệp “hai.csv”: đọc được 3 nội dung');
  });
});

describe('a paper that cannot be read at once', () => {
  it('is fetched again while the platform is in trouble', async () => {
    const busy = { kind: 'retryLater', afterMs: 5_000 } as const;
    expect(await world.sendFile(THU_KY, 'du-lich.csv', busy)).toHaveLength(1);

    world.handOut(PAPER);
    world.moveTo('2026-05-20T09:00:06+07:00');
    await world.sweep();

    expect(last(world, THU_KY)).toContain('đọc được 3 nội dung');
  });

  it('is taken up by another process when one dies over it, and by nobody before', async () => {
    const busy = { kind: 'retryLater', afterMs: 1 } as const;
    await world.sendFile(THU_KY, 'du-lich.csv', busy);
    world.handOut(PAPER);
    world.moveTo('2026-05-20T09:00:01+07:00');
    await world.dieWhileReading();

    world.moveTo('2026-05-20T09:02:00+07:00');
    await world.sweep();
    expect(last(world, THU_KY)).toContain('Hệ thống đang đọc');

    world.moveTo('2026-05-20T09:03:02+07:00');
    await world.sweep();
    expect(last(world, THU_KY)).toContain('đọc được 3 nội dung');
  });

  it('can be put aside before it is read, and is then not spoken of again', async () => {
    await world.sendFile(THU_KY, 'du-lich.csv', { kind: 'retryLater', afterMs: 5_000 });
    expect((await world.say(THU_KY, 'nhập tệp'))[0]).toContain('Hệ thống đang đọc');
    await world.press(THU_KY, 'Bỏ tệp');

    world.handOut(PAPER);
    world.moveTo('2026-05-20T09:00:06+07:00');
    await world.sweep();
    expect(last(world, THU_KY)).toContain('Đã bỏ tệp');
  });
});

describe('what is doubtful in a paper', () => {
  it('is settled one by one before anything is stored', async () => {
    const [, preview] = await world.sendFile(THU_KY, 'hai-dau.csv', DOUBTFUL);
    expect(preview).toContain('1 điểm cần đồng chí quyết định trước khi nhập.');
    expect(preview).not.toContain('NHẬP');

    const [doubt] = await world.say(THU_KY, 'xem');
    expect(doubt).toContain('Còn 1 điểm. Dòng 3:');
    expect(doubt).toContain('Mục 1: Tổ chức 05 hội chợ');
    expect((await world.press(THU_KY, 'Không nhập mục 1'))[0]).toContain('1 nội dung');
    expect((await world.say(THU_KY, 'nhập'))[0]).toContain('1 nội dung mới');
  });

  it('is accepted as a whole, and an unclear status stays open', async () => {
    await world.sendFile(THU_KY, 'hai-dau.csv', DOUBTFUL);
    await world.press(THU_KY, 'Chấp nhận tất cả');

    const [stored] = await world.say(THU_KY, 'nhập');
    expect(stored).toContain('2 nội dung mới');
    expect(stored).toContain('1 nội dung chưa có tình trạng');
  });

  it('is the year where the paper names none, in a word', async () => {
    const [, asked] = await world.sendFile(
      THU_KY,
      'khong-nam.csv',
      aTable(['1;Việc;X;;;'], 'CỦA SỞ DU LỊCH'),
    );
    expect(asked).toContain('không ghi năm. Cam kết của năm nào?');

    await world.say(THU_KY, 'không rõ');
    expect((await world.say(THU_KY, 'năm 2027'))[0]).toContain('năm 2027');
  });

  it('stays open with all its choices when something else is typed', async () => {
    await world.sendFile(THU_KY, 'hai-dau.csv', DOUBTFUL);
    await world.say(THU_KY, 'xem');

    expect((await world.say(THU_KY, '7'))[0]).toContain('Không có lựa chọn 7');
    expect((await world.say(THU_KY, '1'))[0]).toContain('Nhập vào dữ liệu?');
  });

  it('is the agency where the paper names none', async () => {
    const [, asked] = await world.sendFile(
      THU_KY,
      'khong-ten.csv',
      aTable(['1;Việc;X;;;'], 'NĂM 2026'),
    );
    expect(asked).toContain('không ghi tên đơn vị');

    expect((await world.say(THU_KY, 'không biết'))[0]).not.toContain('đọc được');
    const [preview] = await world.say(THU_KY, 'sở du lịch');
    expect(preview).toContain('sở du lịch (1)');
  });
});

describe('a file that is not taken', () => {
  it('is refused with the way out, and nothing is kept', async () => {
    const [, refused] = await world.sendFile(THU_KY, 'phu-luc.csv', Buffer.from('a;b\r\nchào;bạn'));

    expect(refused).toBe(
      'Không nhập được tệp phu-luc.csv: không tìm thấy bảng nội dung cam kết. Đề nghị gửi phụ lục có cột STT và Nội dung cam kết.',
    );
    expect(await world.say(THU_KY, 'nhập tệp')).toHaveLength(1);
  });

  it('is one with a secrecy mark, of which nothing is kept', async () => {
    const secret = aTable(['1;Diễn tập khu vực 7788;X;;;', 'MẬT;;;;;']);
    const [, refused] = await world.sendFile(THU_KY, 'dien-tap.csv', secret);

    expect(refused).toContain('tài liệu có dấu chỉ độ mật');
    expect(await world.everythingStored()).not.toContain('7788');
  });

  it('is one that the platform hands out no longer', async () => {
    const [, refused] = await world.sendFile(THU_KY, 'cu.csv', { kind: 'gone' });

    expect(refused).toContain('không tải được tệp từ ứng dụng nhắn tin');
  });

  it('is any file of somebody who may not import', async () => {
    expect(await world.sendFile(KHOA, 'du-lich.csv', PAPER)).toEqual([
      'Hệ thống chỉ đọc được tin nhắn chữ; nội dung vừa gửi chưa được ghi. Đồng chí có thể nhắn “việc của tôi” hoặc “trợ giúp”.',
    ]);
    expect(await world.everythingStored()).not.toContain('du-lich.csv');
  });
});

describe('a body that is kept off chat', () => {
  it('is imported without a word of it in the chat', async () => {
    const police = aTable(['1;Quân số 4455 sẵn sàng;X;X;;'], 'NĂM 2026 CỦA CÔNG AN TỈNH');
    await world.sendFile(THU_KY, 'cong-an.csv', police);
    await world.say(THU_KY, 'xem');
    await world.press(THU_KY, 'Chấp nhận');
    await world.say(THU_KY, 'nhập');

    expect(last(world, THU_KY)).toContain('Đã nhập tệp');
    expect(JSON.stringify(world.inChat(THU_KY))).not.toContain('4455');
  });
});
