import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aProvince, closeProvinces, last, type World } from './office-world.ts';

const KHOA = '100';
let world: World;

beforeEach(async () => {
  world = await aProvince('2026-05-20T09:00:00+07:00');
  await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
  await world.tick('2026-06-01T08:00:00+07:00');
});
afterAll(closeProvinces);

describe('an update from the reminder, in two taps and one text (TX-01)', () => {
  it('is asked for with the deadline, what is left, and a button for each item', () => {
    expect(last(world, KHOA)).toBe(
      [
        'Kính gửi đồng chí Lê Minh Khoa, đầu mối Sở Y tế.',
        'Báo cáo quý II/2026 gửi trước ngày 05/06/2026 (chậm nhất hết thứ Năm, 04/06/2026), còn 3 ngày làm việc.',
        'Đã cập nhật 0/4 nội dung. Còn lại:',
        '• 1.1 Nội dung 1.1',
        '• 1.3 Nâng cao tỷ lệ dân số tham gia bảo hiểm y tế đạt 93%.',
        '• 2 Nội dung 2',
        '• 4 Nội dung 4',
      ].join('\n'),
    );
    expect(world.choices(KHOA)).toEqual([
      ...['1.1|1.1', '1.3|1.3', '2|2', '4|4'],
      'tất cả|Cả 4 mục không thay đổi',
      'sau|Nhắc lại sau',
    ]);
  });

  it('goes on by buttons: status, result, difficulty', async () => {
    world.moveTo('2026-06-01T08:01:00+07:00');
    expect(await world.press(KHOA, '1.3')).toEqual([
      'Mục 1.3 – Nâng cao tỷ lệ dân số tham gia bảo hiểm y tế đạt 93%.\n' +
        'Kỳ trước: Đang thực hiện; “91,05%”.\nTình trạng luỹ kế đến nay?',
    ]);
    expect(await world.press(KHOA, 'Đang thực hiện')).toEqual([
      'Đã ghi nhận mục 1.3: Đang thực hiện (08:01, 01/06/2026).\n' +
        'Đề nghị đồng chí nhắn kết quả cụ thể, ví dụ: 91,05%',
    ]);
    expect(await world.say(KHOA, '91,22%')).toEqual([
      'Mục 1.3: “91,22%”. Có khó khăn, vướng mắc cần nêu không?',
    ]);
    expect(await world.press(KHOA, 'Không')).toEqual([
      'Đã ghi: mục 1.3 không có khó khăn, vướng mắc.\nĐơn vị còn 3 nội dung chưa cập nhật.',
    ]);
  });

  it('goes on from what was said last, though the clock was set back since', async () => {
    world.moveTo('2026-06-01T08:05:00+07:00');
    await world.press(KHOA, '1.3');
    await world.press(KHOA, 'Đang thực hiện');
    world.moveTo('2026-06-01T08:02:00+07:00');
    await world.sweep();
    await world.say(KHOA, '1.3');

    expect(await world.press(KHOA, 'Hoàn thành')).toEqual([
      expect.stringContaining('Đã ghi nhận mục 1.3: Hoàn thành'),
    ]);
  });

  it('goes on by digits, with or without accents (TX-14)', async () => {
    await world.say(KHOA, '1.3');
    expect(await world.say(KHOA, '1')).toEqual([expect.stringContaining('Đang thực hiện')]);
    await world.say(KHOA, '91,22%');
    expect(await world.say(KHOA, '2')).toEqual([
      'Đề nghị đồng chí nêu ngắn khó khăn, vướng mắc của mục 1.3.',
    ]);
    expect(await world.say(KHOA, 'Thiếu kinh phí')).toEqual([
      'Đã ghi khó khăn, vướng mắc của mục 1.3: “Thiếu kinh phí”.\nĐơn vị còn 3 nội dung chưa cập nhật.',
    ]);
    await world.say(KHOA, '2');
    expect(await world.say(KHOA, 'hoan thanh')).toEqual([
      expect.stringContaining('Đã ghi nhận mục 2: Hoàn thành'),
    ]);
    expect(await world.say(KHOA, '9')).toEqual([
      'Đã hoàn tác. Mục 2 trở về Đang thực hiện theo số liệu kỳ trước. Lịch sử vẫn được lưu.',
    ]);
  });

  it('is edited in the place of the list when a button was pressed, not when something was typed', async () => {
    await world.press(KHOA, '1.3');
    expect(world.inChat(KHOA).at(-1)?.replacing).toBe('1');
    await world.say(KHOA, '2');
    expect(world.inChat(KHOA).at(-1)?.replacing).toBeNull();
  });

  it('keeps a result that came before its status', async () => {
    await world.say(KHOA, '1.3');
    await world.say(KHOA, '91,22% theo báo cáo của BHXH');
    await world.press(KHOA, 'Đang thực hiện');
    expect(await world.say(KHOA, 'lịch sử 1.3')).toEqual([
      expect.stringContaining('“91,22% theo báo cáo của BHXH”'),
    ]);
  });

  it('takes status and result in one line', async () => {
    expect(await world.say(KHOA, '1.3 đang thực hiện - 91,22%')).toEqual([
      'Đã ghi nhận mục 1.3: Đang thực hiện; “91,22%” (08:00, 01/06/2026). Có khó khăn, vướng mắc cần nêu không?',
    ]);
  });

  it('asks once before every item is kept as it was, then writes them all', async () => {
    expect(await world.press(KHOA, 'Cả 4 mục không thay đổi')).toEqual([
      'Ghi “giữ nguyên kỳ trước” cho 4 mục: 1.1, 1.3, 2, 4?',
    ]);
    expect(await world.say(KHOA, 'có ạ')).toEqual([
      'Đã ghi 4 mục giữ nguyên kỳ trước: 1.1, 1.3, 2, 4.\n' +
        'Đơn vị đã cập nhật đủ 4/4 nội dung quý II/2026. Trân trọng cảm ơn đồng chí!',
    ]);
    world.news();
    await world.tick('2026-06-03T08:00:00+07:00');
    expect(world.news()).toEqual([]);
  });
});

describe('a question', () => {
  it('takes a bare digit for half an hour only (TX-14)', async () => {
    await world.say(KHOA, '1.3');
    world.moveTo('2026-06-01T08:31:00+07:00');
    expect(await world.say(KHOA, '2')).toEqual([
      'Câu hỏi đã hết hiệu lực, nhắn ‘cập nhật’ để mở lại.',
    ]);
    expect(await world.say(KHOA, 'cập nhật')).toEqual([expect.stringContaining('Còn lại:')]);
  });

  it('names its choices to a digit that is none of them', async () => {
    await world.say(KHOA, '1.3');
    expect(await world.say(KHOA, '77')).toEqual([
      expect.stringContaining('Không có lựa chọn 77. Đề nghị chọn một trong: 1 Đang thực hiện'),
    ]);
  });

  it('does not lose a result that came too late for it', async () => {
    await world.say(KHOA, '1.3');
    await world.say(KHOA, '1');
    world.moveTo('2026-06-01T09:31:00+07:00');
    expect(await world.say(KHOA, '91,22% dân số')).toEqual([
      expect.stringContaining('Kết quả “91,22% dân số” sẽ được ghi cùng tình trạng'),
    ]);
  });

  it('does not take a status that came too late for words of the result', async () => {
    await world.say(KHOA, '1.3');
    world.moveTo('2026-06-04T08:00:00+07:00');
    const [asked] = await world.say(KHOA, 'đang thực hiện');
    expect(asked).toContain('1.3');
    expect(asked).not.toContain('Kết quả “');
    world.moveTo('2026-06-08T08:00:00+07:00');
    expect(await world.say(KHOA, 'đang thực hiện, đã trình 3/5 hồ sơ')).toEqual([
      expect.stringContaining('Kết quả “đã trình 3/5 hồ sơ” sẽ được ghi cùng tình trạng'),
    ]);
  });

  it('is not answered by a button that belongs to somebody else, or to another chat', async () => {
    await world.join('101', 'Trần Thị Mai', 'Sở Y tế');
    await world.say(KHOA, '1.3');
    const token = world.inChat(KHOA).at(-1)?.message.choices[0]?.token ?? '';
    await world.accept({ ...world.head('101', '101'), kind: 'choice', token, messageId: '5' });
    expect(last(world, '101')).toBe('Nút này không dành cho đồng chí.');
    await world.accept({ ...world.head(KHOA, KHOA), kind: 'choice', token: 'x', messageId: '5' });
    expect(last(world, KHOA)).toBe('Câu hỏi đã hết hiệu lực, nhắn ‘cập nhật’ để mở lại.');
  });
});

async function linesOf({ inTransaction }: World) {
  return inTransaction(async ({ commitments, progress }) => {
    const sets = await commitments.listSets();
    return progress.list(sets.map(({ id }) => id));
  });
}

describe('a round that is past its deadline', () => {
  it('takes the result of its last item, though the next round is asked for by then', async () => {
    world.moveTo('2026-07-06T09:00:00+07:00');
    for (const item of ['1.1', '2', '4']) await world.say(KHOA, `${item} đang thực hiện`);
    await world.say(KHOA, '1.3');
    await world.say(KHOA, '2');
    await world.say(KHOA, '93% dân số');

    const lines = await linesOf(world);
    const said = lines.filter(({ result }) => result === '93% dân số');
    expect(said).toMatchObject([{ period: 'Q2', isLate: true, status: 'fulfilled' }]);
  });

  it('lets a report that came in time be corrected without calling it late', async () => {
    await world.say(KHOA, '1.3 đang thực hiện, 91,1%');
    for (const item of ['1.1', '2', '4']) await world.say(KHOA, `${item} đang thực hiện`);
    world.moveTo('2026-06-09T09:00:00+07:00');
    const told = await world.say(KHOA, '1.3 đang thực hiện, 91,2%');

    expect(told.join()).toContain('Đã ghi nhận mục 1.3');
    expect(told.join()).not.toContain('quá hạn');
    const lines = await linesOf(world);
    expect(lines.findLast(({ result }) => result === '91,2%')).toMatchObject({
      period: 'Q2',
      isLate: false,
    });
  });
});

describe('a mistake (TX-06)', () => {
  it('is taken back whole, and stays in the history', async () => {
    await world.say(KHOA, '1.3 đang thực hiện, 91,1%');
    world.moveTo('2026-06-02T09:15:00+07:00');
    await world.say(KHOA, '1.3 hoàn thành');
    await world.say(KHOA, '93%');
    world.moveTo('2026-06-02T09:16:00+07:00');
    expect(await world.say(KHOA, 'nhầm rồi')).toEqual([
      'Đã hoàn tác. Mục 1.3 trở về Đang thực hiện như lúc 08:00, 01/06/2026. Lịch sử vẫn được lưu.',
    ]);
    const [history = ''] = await world.say(KHOA, '/lichsu 1.3');
    expect(history).toContain('09:15 02/06/2026 Hoàn thành, “93%” (Lê Minh Khoa)');
    expect(history).toContain('09:16 02/06/2026 hoàn tác (Lê Minh Khoa)');
    const [restored = ''] = await world.press(KHOA, 'Khôi phục bản 02/06/2026');
    expect(restored).toContain('Mục 1.3 trở về Hoàn thành');
  });

  it('makes the item missing again where nothing was reported before', async () => {
    await world.say(KHOA, '1.3 hoàn thành');
    await world.say(KHOA, 'hoàn tác');
    const [work = ''] = await world.say(KHOA, 'việc của tôi');
    expect(work).toContain('Đã cập nhật 0/4 nội dung');
  });

  it.each(['nhầm', 'hoàn tác', 'huỷ', 'sửa lại', '/hoantac', 'hoan tac', 'NHẦM RỒI'])(
    'is taken back by «%s»',
    async (words) => {
      await world.say(KHOA, '2 hoàn thành');
      expect(await world.say(KHOA, words)).toEqual([expect.stringContaining('Đã hoàn tác. Mục 2')]);
    },
  );

  it('of many items in one message is taken back for all of them', async () => {
    await world.say(KHOA, 'không thay đổi');
    await world.say(KHOA, 'đồng ý');
    expect(await world.say(KHOA, 'nhầm')).toEqual([
      'Đã hoàn tác 4 mục: 1.1, 1.3, 2, 4. Lịch sử vẫn được lưu.',
    ]);
    expect(await world.say(KHOA, 'việc của tôi')).toEqual([
      expect.stringContaining('Đã cập nhật 0/4 nội dung'),
    ]);
  });

  it('cannot be taken back twice', async () => {
    await world.say(KHOA, '2 hoàn thành');
    await world.say(KHOA, 'nhầm');
    expect(await world.say(KHOA, 'nhầm')).toEqual([
      'Không có cập nhật nào của đồng chí để hoàn tác.',
    ]);
  });
});

describe('wrong input', () => {
  it('gets one sentence and loses nothing', async () => {
    const long = 'x'.repeat(10_000);
    expect(await world.say(KHOA, '<b>xin</b> & chào')).toEqual([
      expect.stringContaining('Hệ thống chưa hiểu tin này.'),
    ]);
    await world.say(KHOA, '1.3');
    await world.say(KHOA, '1');
    expect(await world.say(KHOA, long)).toEqual([expect.stringContaining('Nội dung quá dài')]);
    expect(await world.say(KHOA, '9.9 hoàn thành')).toEqual([
      expect.stringContaining('Không có mục 9.9'),
    ]);
    expect(await world.say(KHOA, '1 hoàn thành')).toEqual([
      expect.stringContaining('Mục 1 có các mục nhỏ'),
    ]);
    await world.accept({ ...world.head(KHOA, KHOA), ...world.noText('sticker') });
    expect(last(world, KHOA)).toContain(
      'chỉ đọc được tin nhắn chữ; nội dung vừa gửi chưa được ghi',
    );
    await world.accept({ ...world.head(KHOA, KHOA), ...world.noText('edited', '92%') });
    expect(last(world, KHOA)).toBe(
      'Hệ thống không ghi lại tin đã sửa. Nếu cần đổi nội dung, đề nghị nhắn tin mới.',
    );
  });

  it('keeps markup characters of a result as they were typed', async () => {
    await world.say(KHOA, '1.3');
    await world.say(KHOA, '1');
    expect(await world.say(KHOA, 'đạt <91%> & *tăng*')).toEqual([
      'Mục 1.3: “đạt <91%> & *tăng*”. Có khó khăn, vướng mắc cần nêu không?',
    ]);
  });

  it('is understood in NFD as in NFC', async () => {
    const [answer] = await world.say(KHOA, '1.3 đang thực hiện - 91,22%'.normalize('NFD'));
    expect(answer).toContain('Đã ghi nhận mục 1.3: Đang thực hiện; “91,22%”');
  });
});
