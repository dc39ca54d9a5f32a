import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { CommitmentStatus } from '../../src/domain/commitment-status.ts';
import { anItem, aPaper, aSection } from '../usecases/office-for-test.ts';
import { aProvince, closeProvinces, last, type World } from './office-world.ts';

const HANH = '100';
const YEN = '101';
const AGENCY = 'Sở Tư pháp';
const PARENTS = ['1', '2', '4'];
const LEAVES = [
  ...['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '2.4', '3'],
  ...['4.1', '4.2', '4.3', '4.4', '5', '6', '7'],
];
const BUTTON = 'Tất cả đang thực hiện, trừ…';
let world: World;

/** An agency of 16 items on chat and one off it, whose appendix lost all of its marks. */
beforeEach(async () => {
  world = await aProvince('2026-05-20T09:00:00+07:00');
  const numbers = [...PARENTS, ...LEAVES].sort();
  const secret = anItem('8', { text: 'Kế hoạch tác chiến', isOffChat: true });
  await world.load(aPaper([aSection(AGENCY, [...numbers.map((each) => anItem(each)), secret])]));
  await world.join(HANH, 'Đỗ Mỹ Hạnh', AGENCY);
  await world.join(YEN, 'Lê Hải Yến', AGENCY);
  world.moveTo('2026-06-01T08:00:00+07:00');
  world.news();
});
afterAll(closeProvinces);

/** «1.3 fulfilled», of every line that a person wrote, by item. */
async function written(): Promise<string[]> {
  return world.inTransaction(async ({ commitments, progress }) => {
    const setIds = (await commitments.listSets()).map(({ id }) => id);
    const items = new Map((await commitments.list(setIds)).map((each) => [each.id, each.number]));
    const lines = (await progress.list(setIds)).filter(({ personId }) => personId !== null);
    return lines.map(({ commitmentId, status }) => `${items.get(commitmentId)} ${status}`);
  });
}

describe('an officer whose items are all unknown (M2)', () => {
  it('is offered one status for all of them in the list and in the reminder, by a button or a word', async () => {
    await world.say(HANH, 'việc của tôi');
    expect(world.choices(HANH).at(-1)).toBe(`trừ|${BUTTON}`);
    expect(world.choices(HANH)).toHaveLength(6);
    expect(world.choices(HANH).join()).not.toContain('không thay đổi');
    await world.tick('2026-06-01T08:00:00+07:00');
    expect(world.choices(HANH)).toContain(`trừ|${BUTTON}`);
    expect(world.choices(HANH).length).toBeLessThanOrEqual(6);
    expect(await world.say(HANH, 'trừ')).toEqual([expect.stringContaining('Mục nào khác?')]);
  });

  it('settles 16 of them in 4 taps where two are told apart', async () => {
    const taps = [
      () => world.say(HANH, 'việc của tôi'),
      () => world.press(HANH, BUTTON),
      () => world.say(HANH, 'trừ 1.3 hoàn thành, 2.1 chưa thực hiện'),
      () => world.press(HANH, 'Ghi'),
    ];
    const told: string[][] = [];
    for (const tap of taps) told.push(await tap());

    expect(taps.length).toBeLessThanOrEqual(20);
    expect(told.slice(1)).toEqual([
      [
        'Sẽ ghi Đang thực hiện cho 16 mục chưa cập nhật: 1.1, 1.2, 1.3, 1.4, 2.1, 2.2, 2.3, 2.4, 3, 4.1, 4.2, 4.3, 4.4, 5, 6, 7.\n' +
          'Mục nào khác? Đề nghị nhắn, ví dụ: trừ 1.1 hoàn thành. Nhiều mục thì cách nhau bằng dấu phẩy.',
      ],
      [
        'Hệ thống hiểu như sau, đề nghị đồng chí kiểm tra trước khi ghi:\n' +
          '• Đang thực hiện (14): 1.1, 1.2, 1.4, 2.2, 2.3, 2.4, 3, 4.1, 4.2, 4.3, 4.4, 5, 6, 7\n' +
          '• Hoàn thành (1): 1.3\n• Chưa triển khai (1): 2.1',
      ],
      [
        'Đã ghi nhận 16 mục (08:00, 01/06/2026):\n' +
          '• Đang thực hiện (14): 1.1, 1.2, 1.4, 2.2, 2.3, 2.4, 3, 4.1, 4.2, 4.3, 4.4, 5, 6, 7\n' +
          '• Hoàn thành (1): 1.3\n• Chưa triển khai (1): 2.1\nĐơn vị còn 1 nội dung chưa cập nhật.',
      ],
    ]);
    expect(await written()).toHaveLength(16);
  });

  it('settles them in 7 taps where two have no status yet, which are asked one by one', async () => {
    await world.say(HANH, 'việc của tôi');
    await world.press(HANH, BUTTON);
    await world.say(HANH, 'tru 5, 7');
    const [, card] = await world.press(HANH, 'Ghi');
    expect(card).toBe('Mục 5 – Nội dung 5\nTình trạng luỹ kế đến nay?');
    await world.press(HANH, 'Hoàn thành');
    await world.press(HANH, 'Mục tiếp: 7');
    await world.press(HANH, 'Chưa triển khai');
    expect((await written()).slice(-2)).toEqual(['5 fulfilled', '7 notStarted']);
    expect(await written()).toHaveLength(16);
  });

  it.each([
    'tất cả đang thực hiện, trừ 1.3 hoàn thành, 2.1 chưa thực hiện',
    'tat ca dang th tru 1.3 ht, 2.1 chua lam',
    'Tất cả các mục đều đang thực hiện, riêng 1.3 hoàn thành, 2.1 chưa thực hiện ạ'.normalize(
      'NFD',
    ),
    'cập nhật tất cả đang thực hiện trừ 1.3 hoàn thành, 2.1 chưa thực hiện',
  ])('settles them in 2 taps by saying «%s»', async (text) => {
    const [review] = await world.say(HANH, text);
    expect(review).toContain('• Đang thực hiện (14)');
    expect(review).toContain('• Hoàn thành (1): 1.3\n• Chưa triển khai (1): 2.1');
    expect(await written()).toEqual([]);
    const [told] = await world.say(HANH, 'ghi');
    expect(told).toContain('Đã ghi nhận 16 mục');
  });

  it('writes only the items named where no others are meant', async () => {
    expect(await world.say(HANH, 'mục 1.1 và 1.2 xong, 1.3 đang th')).toEqual([
      'Hệ thống hiểu như sau, đề nghị đồng chí kiểm tra trước khi ghi:\n' +
        '• Đang thực hiện (1): 1.3\n• Hoàn thành (2): 1.1, 1.2',
    ]);
    await world.say(HANH, 'đồng ý');
    expect(await written()).toEqual(['1.1 fulfilled', '1.2 fulfilled', '1.3 inProgress']);
  });

  it('keeps a result that came without a status for the question, and says which must be sent again', async () => {
    await world.say(HANH, 'tất cả đang làm, trừ 1.3 đạt 93%, 1.4 đạt 50%');
    const [told, card] = await world.press(HANH, 'Ghi');
    expect(told).toContain('Kết quả đã nhắn của mục 1.4 chưa ghi');
    expect(card).toContain('Kết quả “đạt 93%” sẽ được ghi cùng tình trạng đồng chí chọn.');
  });

  it('settles the rest when some are settled already, and leaves those as they are', async () => {
    await world.say(HANH, '1.3 hoàn thành, đủ 5/5');
    world.moveTo('2026-06-01T08:05:00+07:00');
    const [review] = await world.say(HANH, 'còn lại đang thực hiện, trừ 1.1 đến 1.4 chờ thẩm định');
    expect(review).toContain('• Chờ thẩm định (4): 1.1, 1.2, 1.3, 1.4');
    expect(review).toContain('Lưu ý: mục 1.3 trước đây là Hoàn thành.');
    const [again] = await world.say(HANH, 'còn lại đang thực hiện');
    expect(again).toContain('(15)');
    expect(again).not.toContain('1.3');
  });
});

describe('what is written', () => {
  it('has an audit row for each item, and moves the items that have parts', async () => {
    const stood = await kept();
    await world.say(HANH, 'tất cả hoàn thành, trừ 2.1 chờ thẩm định, 4.1 đang làm');
    await world.press(HANH, 'Ghi');
    const stands = await kept();
    expect(stands.rows - stood.rows).toBe(16);
    const moved = (status: CommitmentStatus) => stands.tops[status] - stood.tops[status];
    // 1, 3, 5, 6 and 7; then 2, and 4.
    expect(moved('fulfilled')).toBe(5);
    expect([moved('awaitingAppraisal'), moved('inProgress')]).toEqual([1, 1]);
    expect(moved('unknown')).toBe(-7);
  });
});

/** How many audit rows there are, and how the items at the top stand. */
async function kept() {
  return world.inTransaction(async ({ audit, commitments, standings }) => {
    const setIds = (await commitments.listSets()).map(({ id }) => id);
    const { ok, rows } = await audit.verify();
    expect(ok).toBe(true);
    return { rows, tops: await standings.countByStatus(setIds, 'top') };
  });
}

describe('before anything is written', () => {
  it('the officer may change the draft by further words, begin again, or drop it', async () => {
    await world.say(HANH, 'tất cả đang thực hiện');
    expect(await world.say(HANH, '3 hoàn thành')).toEqual([
      expect.stringContaining('• Hoàn thành (1): 3'),
    ]);
    expect(await world.say(HANH, 'trừ 5')).toEqual([
      expect.stringMatching(/Hoàn thành \(1\): 3\n• Hỏi riêng từng mục \(1\): 5/u),
    ]);
    const [again] = await world.say(HANH, '2');
    expect(again).toContain('Sẽ ghi Đang thực hiện cho 16 mục');
    expect(await world.say(HANH, '0')).toEqual(['Đã bỏ, không có gì thay đổi.']);
    expect(await written()).toEqual([]);
  });

  it.each(['không', 'ko có mục nào'])('«%s» tells that there are no others', async (text) => {
    await world.say(HANH, 'việc của tôi');
    await world.press(HANH, BUTTON);
    expect(await world.say(HANH, text)).toEqual([expect.stringContaining('(16)')]);
  });

  it('a number that is no item’s is named back and asked again, and not written with the rest', async () => {
    expect(await world.say(HANH, 'tất cả đang thực hiện, trừ 1.33 hoàn thành, 3 xong')).toEqual([
      'Không có mục 1.33 trong danh mục của đơn vị. Chưa ghi gì.\n' +
        'Mục nào khác? Đề nghị nhắn, ví dụ: trừ 1.1 hoàn thành. Nhiều mục thì cách nhau bằng dấu phẩy.',
    ]);
    expect(world.choices(HANH)).toEqual(['không|Không mục nào', '0|Huỷ']);
    expect(await world.say(HANH, '1.3 hoàn thành')).toEqual([
      expect.stringContaining('• Hoàn thành (2): 1.3, 3'),
    ]);
  });

  it('words that name no item are asked again as well', async () => {
    await world.say(HANH, 'tất cả đang thực hiện');
    expect(await world.say(HANH, 'hôm qua họp rồi')).toEqual([
      expect.stringContaining('Hệ thống chưa rõ đồng chí muốn ghi mục nào. Chưa ghi gì.'),
    ]);
    expect(await world.say(HANH, 'tất cả đang làm, trừ mấy mục đầu')).toEqual([
      expect.stringContaining('Không có mục mấy mục đầu'),
    ]);
  });

  it('«không hoàn thành» is said to go into the report, and a stop needs its document', async () => {
    const [review] = await world.say(HANH, 'tất cả ko hoàn thành, trừ 7 dừng thực hiện');
    expect(review).toContain('• Không hoàn thành (15)');
    expect(review).toContain('Tình trạng Không hoàn thành sẽ được tổng hợp vào báo cáo.');
    expect(review).toContain('mục 7 giữ nguyên tình trạng');
  });
});

describe('a question that is open', () => {
  it('for one item gives way to words that are clearly about many', async () => {
    await world.say(HANH, '1.3');
    expect(await world.say(HANH, 'tất cả đang thực hiện trừ 1.2')).toEqual([
      expect.stringContaining('• Hỏi riêng từng mục (1): 1.2'),
    ]);
    await world.say(HANH, 'huỷ');
    await world.say(HANH, '1.3');
    await world.say(HANH, '1');
    expect(await world.say(HANH, 'tất cả nhiệm vụ đều hoàn thành đúng hạn')).toEqual([
      'Mục 1.3: “tất cả nhiệm vụ đều hoàn thành đúng hạn”. Có khó khăn, vướng mắc cần nêu không?',
    ]);
  });

  it('is over after half an hour, but the whole sentence needs none', async () => {
    await world.say(HANH, 'việc của tôi');
    await world.press(HANH, BUTTON);
    world.moveTo('2026-06-01T08:31:00+07:00');
    expect(await world.say(HANH, 'không mục nào')).toEqual([
      'Câu hỏi đã hết hiệu lực, nhắn ‘cập nhật’ để mở lại.',
    ]);
    expect(await world.say(HANH, 'tất cả đang thực hiện trừ 3')).toEqual([
      expect.stringContaining('• Đang thực hiện (15)'),
    ]);
  });
});

describe('two officers', () => {
  it('do not overwrite each other: what was written meanwhile is left out and said', async () => {
    await world.say(HANH, 'tất cả đang thực hiện');
    world.moveTo('2026-06-01T08:03:00+07:00');
    await world.say(YEN, '1.4 hoàn thành');
    world.moveTo('2026-06-01T08:04:00+07:00');
    const [told] = await world.press(HANH, 'Ghi');
    expect(told).toContain('Đã ghi nhận 15 mục');
    expect(told).toContain(
      'Giữ nguyên mục 1.4: đ/c Lê Hải Yến đã cập nhật Hoàn thành lúc 08:03, 01/06/2026.',
    );
    expect((await written()).filter((line) => line.startsWith('1.4'))).toEqual(['1.4 fulfilled']);
  });

  it('hear of it once, with the numbers', async () => {
    await world.say(HANH, 'tất cả đang thực hiện, trừ 1.1-1.4 xong');
    await world.press(HANH, 'Ghi');
    expect(world.news().filter(({ chatId }) => chatId === YEN)).toEqual([
      {
        chatId: YEN,
        text: 'Đ/c Đỗ Mỹ Hạnh vừa cập nhật 16 mục: 1.1, 1.2, 1.3, 1.4, 2.1, 2.2, 2.3, 2.4, 3, 4.1, 4.2, 4.3, 4.4, 5, 6, 7 (08:00). Đơn vị còn 1 nội dung chưa cập nhật.',
      },
    ]);
  });

  it('press twice and write once', async () => {
    await world.say(HANH, 'tất cả đang thực hiện');
    await world.press(HANH, 'Ghi');
    const [again] = await world.press(HANH, 'Ghi');
    expect(again).toMatch(/^Đồng chí đã cập nhật mục 1\.1, .*, 7 từ trước, giữ nguyên\.$/u);
    expect(await written()).toHaveLength(16);
  });
});

describe('what is off chat', () => {
  it('is neither named nor written nor kept, even when it is named', async () => {
    const [review] = await world.say(HANH, 'tất cả đang làm, trừ 8 hoàn thành, đủ 12 xe');
    expect(review).toContain('Ngoài ra có 1 nội dung theo dõi riêng, báo cáo bằng văn bản.');
    expect(review).not.toContain('(17)');
    await world.press(HANH, 'Ghi');
    expect((await written()).filter((line) => line.startsWith('8'))).toEqual([]);
    expect(await world.everythingStored()).not.toContain('12 xe');
  });

  it('stays so for a whole agency', async () => {
    await world.join('300', 'Trần Văn An', 'Công an Tỉnh');
    const [told] = await world.say('300', 'tất cả đang thực hiện');
    expect(told).not.toContain('Đang thực hiện');
    expect(await written()).toEqual([]);
  });
});

describe('taking it back', () => {
  it('takes back all of it by the button, once, and tells the colleague once', async () => {
    await world.say(HANH, 'tất cả đang thực hiện');
    await world.press(HANH, 'Ghi');
    world.news();
    world.moveTo('2026-06-01T08:02:00+07:00');
    const [told] = await world.press(HANH, 'Hoàn tác');
    expect(told).toBe(`Đã hoàn tác 16 mục: ${LEAVES.join(', ')}. Lịch sử vẫn được lưu.`);
    expect(world.news().filter(({ chatId }) => chatId === YEN)).toEqual([
      { chatId: YEN, text: `Đ/c Đỗ Mỹ Hạnh vừa hoàn tác 16 mục: ${LEAVES.join(', ')} (08:02).` },
    ]);
    expect(await world.press(HANH, 'Hoàn tác')).toEqual([
      'Không có cập nhật nào của đồng chí để hoàn tác.',
    ]);
    expect(await world.say(HANH, 'việc của tôi')).toEqual([
      expect.stringContaining('Đã cập nhật 0/17 nội dung'),
    ]);
  });

  it('takes back all of it by a word, whatever was looked at in between', async () => {
    await world.say(HANH, 'tất cả đang thực hiện');
    await world.press(HANH, 'Ghi');
    await world.say(HANH, 'việc của tôi');
    expect(await world.say(HANH, 'nhầm rồi')).toEqual([
      expect.stringContaining('Đã hoàn tác 16 mục'),
    ]);
  });

  it('leaves what was updated since', async () => {
    await world.say(HANH, 'tất cả đang thực hiện');
    await world.press(HANH, 'Ghi');
    world.moveTo('2026-06-01T08:02:00+07:00');
    await world.say(HANH, '1.3 hoàn thành');
    const undo = world.inChat(HANH).findLast(({ text }) => text.startsWith('Đã ghi nhận 16'));
    const token = undo?.message.choices[0]?.token ?? '';
    await world.accept({ ...world.head(HANH, HANH), kind: 'choice', token, messageId: '1' });
    expect(last(world, HANH)).toContain('Đã hoàn tác 15 mục');
    expect(last(world, HANH)).toContain('Giữ nguyên mục 1.3: đã có cập nhật mới hơn.');
  });
});

describe('a large agency', () => {
  it('keeps to the length and the buttons of a message', async () => {
    const many = Array.from({ length: 150 }, (_, index) => anItem(`${index + 1}`));
    await world.load(aPaper([aSection('Sở Nội vụ', many)]));
    await world.join('400', 'Võ Thị Thu', 'Sở Nội vụ');
    await world.say('400', 'tất cả đang thực hiện, trừ 1 đến 70 chưa làm do thiếu vốn đối ứng');
    await world.press('400', 'Ghi');
    const told = world
      .inChat('400')
      .map(({ message, text }) => [text.length, message.choices.length]);
    expect(Math.max(...told.map(([length = 0]) => length))).toBeLessThanOrEqual(1_500);
    expect(Math.max(...told.map(([, buttons = 0]) => buttons))).toBeLessThanOrEqual(6);
    expect(await written()).toHaveLength(150);
  });
});
