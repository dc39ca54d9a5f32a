import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readPaper } from '../../src/documents/importing/index.ts';
import { aProvince, closeProvinces, type World } from './office-world.ts';

const KHOA = '100';
const THU_KY = '200';
let world: World;

beforeEach(async () => {
  world = await aProvince('2026-05-20T09:00:00+07:00');
  await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
  await world.join(THU_KY, 'Trần Văn Thư', 'Sở Y tế', 'secretary');
});
afterAll(closeProvinces);

/** The file that a chat was sent last. */
async function lastForm(chatId: string) {
  const document = world.inChat(chatId).at(-1)?.message.document;
  if (document === undefined) throw new Error('No document was sent.');
  return { name: document.fileName, bytes: Buffer.from(document.base64, 'base64') };
}

describe('the form', () => {
  it('holds what the own agency has to report, and is read back as such', async () => {
    expect(await world.say(KHOA, 'mẫu')).toEqual([
      'Mẫu năm 2026 của Sở Y tế: 5 nội dung. Đánh dấu X vào cột tình trạng, ghi kết quả cụ thể, rồi gửi lại cho Thư ký.',
    ]);

    const { name, bytes } = await lastForm(KHOA);
    expect(name).toBe('Cam kết 2026 Sở Y tế.xlsx');
    const read = await readPaper(bytes, name);
    expect(read.ok && read.value.sections[0]?.items.map(({ number }) => number)).toEqual([
      ...['1', '1.1', '1.3', '2', '4'],
    ]);
  });

  it('comes back from the secretary without changing what is kept', async () => {
    await world.say(THU_KY, 'mẫu sở y tế');
    const { name, bytes } = await lastForm(THU_KY);

    const [, preview] = await world.sendFile(THU_KY, name, bytes);
    expect(preview).toContain('0 mới, 0 thay đổi, 5 giữ nguyên, 0 không còn trong tệp');
  });

  it('is blank for whoever asks so', async () => {
    expect((await world.say(THU_KY, 'mẫu trống'))[0]).toContain('Mẫu trống năm 2026.');
  });

  it('is not handed out for another agency, nor for one that is kept off chat', async () => {
    expect((await world.say(KHOA, 'mẫu sở công thương'))[0]).toContain('chưa được phân quyền');
    await world.say(THU_KY, 'mẫu công an tỉnh');
    expect(world.inChat(THU_KY).at(-1)?.message.document).toBeUndefined();
  });
});
