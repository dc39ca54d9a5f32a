import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aProvince, closeProvinces, last, type World } from './office-world.ts';

const CONG_AN = '400';
const MAI = '100';
const THU_KY = '200';
const REFUSED =
  'Đơn vị thuộc diện không cập nhật nội dung qua ứng dụng nhắn tin. Đề nghị gửi bằng văn bản theo quy định. Nội dung vừa gửi không được lưu.';
let world: World;

beforeEach(async () => {
  world = await aProvince('2026-05-26T08:30:00+07:00');
  await world.join(CONG_AN, 'Lê Văn Công', 'Công an Tỉnh');
  await world.join(MAI, 'Trần Thị Mai', 'Sở Y tế');
  await world.join(THU_KY, 'Trần Văn Thư', 'Sở Y tế', 'secretary');
});
afterAll(closeProvinces);

/** Everything that the database holds, as text. */
async function everythingStored(): Promise<string> {
  return world.everythingStored();
}

describe('what must not be sent through a chat (TX-13)', () => {
  it('is refused of an agency that is off chat, and never stored', async () => {
    expect(await world.say(CONG_AN, 'quân số đạt 101,51%')).toEqual([REFUSED]);
    expect(await everythingStored()).not.toContain('101,51');
  });

  it.each(['Tài liệu này: (Mật)', 'TỐI MẬT', 'em gửi tài liệu tuyệt mật'])(
    'is refused of anybody, and the secretary is told without the text: «%s»',
    async (text) => {
      expect(await world.say(MAI, text)).toEqual([expect.stringContaining('bí mật nhà nước')]);
      expect(await everythingStored()).not.toContain(text);
      expect(last(world, THU_KY)).toContain('tin có dấu hiệu bí mật nhà nước của Trần Thị Mai');
      expect(last(world, THU_KY)).not.toContain(text);
    },
  );

  it('is refused on a picture, in a file’s name and in an edited message, and not kept', async () => {
    const sent = [
      world.noText('photo', 'Ảnh chụp văn bản (Mật) 7788'),
      world.noText('document', '', 'TUYỆT_MẬT_7788.docx'),
      world.noText('edited', 'em gửi tài liệu tối mật 7788'),
    ];
    for (const update of sent) {
      await world.accept({ ...world.head(MAI, MAI), ...update });
      expect(last(world, MAI)).toContain('bí mật nhà nước, không được gửi');
    }
    expect(await everythingStored()).not.toContain('7788');
    await world.accept({ ...world.head(CONG_AN, CONG_AN), ...world.noText('photo') });
    expect(last(world, CONG_AN)).toBe(REFUSED);
  });

  it('leaves an officer of an agency off chat the words that tell nothing', async () => {
    await world.say(CONG_AN, 'ngôn ngữ');
    expect(await world.say(CONG_AN, '1')).toEqual(['Đã chuyển sang tiếng Việt.']);
    expect(await world.say(CONG_AN, 'trợ giúp')).toEqual([expect.stringContaining('Các lệnh')]);
    expect(await world.say(CONG_AN, 'không ạ')).toEqual([expect.not.stringContaining(REFUSED)]);
  });

  it('is not even named in a group', async () => {
    await world.say(THU_KY, '/batdau', '-500');
    expect(await world.say(MAI, '/tinhtrang công an', '-500')).toEqual([
      'Đơn vị theo dõi riêng, nội dung không hiển thị qua ứng dụng nhắn tin.',
    ]);
    await world.say(MAI, '/tinhtrang tỉnh', '-500');
    expect(
      world
        .inChat('-500')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('Công an');
  });

  it('is not refused where secrecy is only mentioned', async () => {
    const [answer = ''] = await world.say(MAI, '2 đang thực hiện công tác bảo mật, mật độ dân số');
    expect(answer).toContain('Đã ghi nhận mục 2');
  });

  it('never stands in a message: reminder, list, status, digest', async () => {
    await world.tick('2026-06-01T08:00:00+07:00');
    await world.say(CONG_AN, 'việc của tôi');
    await world.say(THU_KY, 'tình trạng công an');
    await world.say(THU_KY, 'quá hạn');
    await world.say(THU_KY, 'sắp đến hạn');
    await world.say(THU_KY, '/batdau', '-500');
    await world.tick('2026-06-08T07:30:00+07:00');
    const all = world.sent.map(({ text }) => text).join('\n');
    expect(all).not.toContain('Quân số');
    expect(world.inChat('-500').at(-1)?.text).toContain('1 đơn vị theo dõi riêng');
    expect(world.inChat('-500').at(-1)?.text).not.toContain('Công an');
  });
});
