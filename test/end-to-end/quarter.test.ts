import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json } from './command-line.ts';
import { type OpenOffice, openOffice } from './office.ts';

const KHOA = 1001;
const THU_KY = 1002;
const GROUP = -501;
let office: OpenOffice;

beforeEach(async () => {
  office = await openOffice('2025-08-20T09:00:00+07:00');
  await office.run('import', 'test/fixtures/appendix/two-agencies.txt', '--yes');
});
afterEach(() => office.close());

describe('a quarter over real telegraf, a real process, and the command line', () => {
  it('goes from the invitation to the leaders’ digest, by buttons and by words', async () => {
    await office.start();
    const [welcome = ''] = await office.join(KHOA, 'Lê Minh Khoa', 'kiểm lâm');
    expect(welcome).toContain('Không gửi nội dung bí mật nhà nước qua ứng dụng này.');
    await office.join(THU_KY, 'Trần Thu Hà', 'Văn phòng UBND Tỉnh', 'secretary');
    office.api.addGroup({ id: GROUP, title: 'Lãnh đạo', memberIds: [THU_KY] });
    await office.nextIn(GROUP, () => office.api.addBotToGroup(GROUP, THU_KY));
    expect(await office.say(THU_KY, '/batdau', GROUP)).toEqual([
      expect.stringContaining('Đã gắn nhóm này.'),
    ]);

    const [reminder = ''] = await office.nextIn(KHOA, () =>
      office.run('tick', '--at', '2025-08-29T08:00:00+07:00'),
    );
    expect(reminder).toContain('Báo cáo quý III/2025 gửi trước ngày 05/09/2025');
    await office.press(KHOA, '1');
    expect(await office.press(KHOA, 'Đang thực hiện')).toEqual([
      expect.stringContaining('Đã ghi nhận mục 1: Đang thực hiện'),
    ]);
    expect(await office.say(KHOA, 'Đã trồng 9 ha <rừng> & nghiệm thu')).toEqual([
      'Mục 1: “Đã trồng 9 ha <rừng> & nghiệm thu”. Có khó khăn, vướng mắc cần nêu không?',
    ]);
    const status = json(await office.run('status', 'kiểm lâm', '--json'));
    expect(status).toMatchObject({ agencies: [{ reported: 1 }] });

    const [digest = ''] = await office.nextIn(GROUP, () =>
      office.run('tick', '--at', '2025-09-08T07:30:00+07:00'),
    );
    expect(digest).toContain('CAM KẾT QUÁ HẠN – TUẦN 37 (08/09/2025)');
    expect(json(await office.run('audit', 'verify', '--json'))).toMatchObject({ ok: true });
    expect(office.badCalls).toEqual([]);
  });

  it('loses nothing and doubles nothing through a kill in the middle of a dialogue', async () => {
    await office.start();
    await office.join(KHOA, 'Lê Minh Khoa', 'kiểm lâm');
    await office.say(KHOA, 'mục 1');
    await office.stop('SIGKILL');
    office.api.say(KHOA, KHOA, '1');
    const before = office.texts(KHOA).length;
    await office.nextIn(KHOA, () => office.start('2025-08-20T09:05:00+07:00'));
    expect(office.texts(KHOA).slice(before)).toEqual([
      expect.stringContaining('Đã ghi nhận mục 1: Đang thực hiện'),
    ]);
    const history = await office.say(KHOA, 'lịch sử 1');
    expect(history.join().match(/Lê Minh Khoa/gu)).toHaveLength(1);
  });

  it('goes on when the platform fails, breaks off, or sends an update twice', async () => {
    await office.start();
    await office.join(KHOA, 'Lê Minh Khoa', 'kiểm lâm');
    office.api.faults.next(
      { kind: 'status', status: 429, retryAfter: 1 },
      { method: 'sendMessage' },
    );
    expect(await office.say(KHOA, 'trợ giúp')).toEqual([expect.stringContaining('Các lệnh')]);
    office.api.faults.duplicateUpdates(1);
    await office.say(KHOA, '1 hoàn thành');
    expect(await office.say(KHOA, 'lịch sử 1')).toEqual([
      expect.not.stringMatching(/Lê Minh Khoa.*Lê Minh Khoa/u),
    ]);
    office.api.faults.next({ kind: 'resetAfter' }, { method: 'sendMessage' });
    const replies = await office.nextIn(KHOA, () => office.api.say(KHOA, KHOA, 'lịch'), 2);
    expect(replies[1]).toBe(`(Nhắc lại: tin này có thể đã tới đồng chí.)\n${replies[0]}`);
  });

  it('listens by webhook where it is told to, and acts once on what comes twice', async () => {
    const port = await freePort();
    await office.start('2025-08-20T09:00:00+07:00', {
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_SECRET: 'a-long-random-word',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      PORT: `${port}`,
    });
    await office.join(KHOA, 'Lê Minh Khoa', 'kiểm lâm');
    office.api.faults.duplicateUpdates(1);
    await office.say(KHOA, '1 đang thực hiện');
    expect(await office.say(KHOA, 'lịch sử 1')).toEqual([
      expect.not.stringMatching(/Đang thực hiện .*Đang thực hiện/),
    ]);

    const forged = await fetch(`http://127.0.0.1:${port}/webhooks/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ update_id: 1 }),
    });
    expect(forged.status).toBe(403);
  });

  it('answers on HTTP whether it listens', async () => {
    const address = await office.start();
    await office.join(KHOA, 'Lê Minh Khoa', 'kiểm lâm');
    const ready = await fetch(`${address}/readyz`);
    expect(await ready.json()).toMatchObject({
      ok: true,
      checks: { channels: [{ state: 'listening' }] },
    });
    expect(await (await fetch(`${address}/metrics`)).text()).toContain('camket_updates_total');
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}
