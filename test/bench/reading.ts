import { monitorEventLoopDelay } from 'node:perf_hooks';
import { SaxesParser } from 'saxes';
import writeXlsxFile from 'write-excel-file/node';
import { fromBufferPromise } from 'yauzl';
import { readPaperAside } from '../../src/documents/importing/reading-process.ts';

const ROWS = 10_000;
const HEAD = ['STT', 'Nội dung', 'Đang thực hiện', 'Hoàn thành', 'Không hoàn thành', 'Kết quả'];

export interface Reading {
  readonly rows: number;
  /** The sheet's parts unpacked and parsed, and nothing made of them. */
  readonly bareMs: number;
  /** Read, understood and checked, in a process of its own, its start included. */
  readonly fullMs: number;
  /** The longest that this process could not answer meanwhile. */
  readonly longestPauseMs: number;
}

/** How long a workbook of ten thousand items takes, beside the mere parsing of it. */
export async function readingOf(): Promise<Reading> {
  const bytes = await aWorkbook();
  await bare(bytes);
  const began = performance.now();
  await bare(bytes);
  const bareMs = performance.now() - began;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const fullBegan = performance.now();
  const read = await readPaperAside(bytes, 'muoi-nghin.xlsx');
  const fullMs = performance.now() - fullBegan;
  delay.disable();
  const rows = read.ok ? read.value.sections.reduce((sum, { items }) => sum + items.length, 0) : 0;
  return { rows, bareMs, fullMs, longestPauseMs: delay.max / 1e6 };
}

async function aWorkbook(): Promise<Buffer> {
  const title = 'KẾT QUẢ THỰC HIỆN CAM KẾT HÀNH ĐỘNG NĂM 2026 CỦA SỞ NỘI VỤ';
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const marks = [0, 1, 2].map((column) => (index % 3 === column ? 'X' : ''));
    const text = `Hoàn thành ${index % 90} hồ sơ thuộc lĩnh vực số ${index} trước ngày 30/9/2026`;
    return [String(index + 1), text, ...marks, `Đã giải quyết ${index % 70} hồ sơ, đạt yêu cầu`];
  });
  const cells = [[title], HEAD, ...rows].map((row) =>
    row.map((value) => ({ value, type: String })),
  );
  return writeXlsxFile(cells).toBuffer();
}

async function bare(bytes: Buffer): Promise<void> {
  const file = await fromBufferPromise(bytes, { lazyEntries: true });
  for await (const entry of file.eachEntry()) {
    if (!/sheet1|sharedStrings/u.test(entry.fileName)) continue;
    const parser = new SaxesParser();
    const decoder = new TextDecoder();
    for await (const chunk of await file.openReadStreamPromise(entry)) {
      parser.write(decoder.decode(chunk, { stream: true }));
    }
    parser.close();
  }
}
