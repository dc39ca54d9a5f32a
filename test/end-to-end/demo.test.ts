import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preparedPlace } from '../store/database-for-test.ts';
import { camketBeside } from './command-line.ts';

const SEED = '../shared/seeds/001_cc94f018ac8fb6a3.txt';

describe('the demo', () => {
  let environment: Record<string, string>;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    const prepared = await preparedPlace();
    remove = prepared.remove;
    environment = { DATA_DIR: prepared.place.dataDir };
  });
  afterEach(() => remove());

  it('is played in English as well', async () => {
    const { status, stdout } = await camketBeside(['demo', '--quick'], {
      ...environment,
      LOCALE: 'en',
    });

    expect(stdout).toContain('today is the last day');
    expect(status).toBe(0);
  });

  it('plays a quarter of the sample province, and every step shows what it should', async () => {
    const { status, stdout, stderr } = await camketBeside(['demo', '--quick'], environment);

    expect(stderr).toBe('');
    expect(stdout).toContain('hôm nay là ngày cuối');
    expect(stdout).toContain('Báo cáo gửi sau hạn');
    expect(stdout).toContain('CAM KẾT QUÁ HẠN – TUẦN 25 (15/06/2026)');
    expect(stdout).not.toContain('gián đoạn');
    expect(status).toBe(0);
  });

  it.skipIf(!existsSync(SEED))('plays it on the signed appendix of a province', async () => {
    const { status, stdout } = await camketBeside(['demo', '--quick', SEED], environment);

    expect(stdout).toContain('25 đơn vị, 357 nội dung');
    expect(stdout).toContain('hạn trước ngày 05/03/2023');
    expect(status).toBe(0);
  });

  it('says in one sentence that a file is missing', async () => {
    const { status, stdout, stderr } = await camketBeside(['demo', 'khong-co.txt'], environment);

    expect(stdout).toBe('');
    expect(stderr.trim()).toBe(
      'Không nhập được tệp khong-co.txt: không có tệp này. Đề nghị kiểm tra lại đường dẫn.',
    );
    expect(status).toBe(1);
  });
});
