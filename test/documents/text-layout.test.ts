import { describe, expect, it } from 'vitest';
import { readPaper } from '../../src/documents/importing/index.ts';
import type { ImportedItem } from '../../src/documents/importing/paper.ts';

const TITLE = `KẾT QUẢ THỰC HIỆN NỘI DUNG CAM KẾT HÀNH ĐỘNG VỚI UBND TỈNH NĂM 2028 CỦA SỞ DU LỊCH
              LŨY KẾ THỰC HIỆN TÍNH ĐẾN KỲ BÁO CÁO: QUÝ II
                                            Kết quả chung
STT NỘI DUNG CAM KẾT                     Đang     Hoàn      Không        Kết quả cụ thể (nếu có)
                                      thực hiện   thành   hoàn thành
(1)   (2)                                (3)       (4)       (5)          (6)`;

describe('a dump that keeps the columns of its page', () => {
  it('shows by the place of its ticks how things stand', async () => {
    const items = await itemsOf(`${TITLE}
1     Đón 5 triệu lượt khách.             X                              Đã đón 2,9 triệu lượt.
2     Doanh thu đạt 9.000 tỷ đồng;                  X
      công suất phòng đạt 65%.
2.1   Doanh thu đạt 9.000 tỷ đồng.                  X                    Đạt 9.150 tỷ đồng.
2.2   Công suất phòng đạt 65%.                                X          Mới đạt 58%.
3     Mở 02 tuyến du lịch.
`);

    expect(items.map(({ number, text, status, result }) => [number, text, status, result])).toEqual(
      [
        ['1', 'Đón 5 triệu lượt khách.', 'inProgress', 'Đã đón 2,9 triệu lượt.'],
        ['2', 'Doanh thu đạt 9.000 tỷ đồng; công suất phòng đạt 65%.', 'fulfilled', null],
        ['2.1', 'Doanh thu đạt 9.000 tỷ đồng.', 'fulfilled', 'Đạt 9.150 tỷ đồng.'],
        ['2.2', 'Công suất phòng đạt 65%.', 'notFulfilled', 'Mới đạt 58%.'],
        ['3', 'Mở 02 tuyến du lịch.', null, null],
      ],
    );
  });

  it('may print a number in the middle of its row, and a tick beside its column', async () => {
    const items = await itemsOf(`${TITLE}
      Thu hút ít nhất 05 dự án đầu tư và                                Đã thu hút 06 dự án,
1     có thêm 06 cơ sở, doanh nghiệp khởi           X                   vốn 1.250 tỷ đồng
      nghiệp trong ngành
1.1 Thu hút ít nhất 05 dự án                        X                   06 dự án
      Có thêm ít nhất 06 cơ sở, doanh
1.2                                                 X                   07 cơ sở
      nghiệp khởi nghiệp
2     Tổ chức 03 lễ hội                    X                            Còn 01 lễ hội

      Giải ngân vốn đầu tư công đạt 100%
3                                     X
      kế hoạch được giao

                                                                        Do thị trường,
4     Kim ngạch đạt 1.535 triệu USD                           X
                                                                        chỉ đạt 1.120 triệu USD
`);

    expect(items.map(({ number, text, status, result }) => [number, text, status, result])).toEqual(
      [
        [
          '1',
          'Thu hút ít nhất 05 dự án đầu tư và có thêm 06 cơ sở, doanh nghiệp khởi nghiệp trong ngành',
          'fulfilled',
          'Đã thu hút 06 dự án, vốn 1.250 tỷ đồng',
        ],
        ['1.1', 'Thu hút ít nhất 05 dự án', 'fulfilled', '06 dự án'],
        ['1.2', 'Có thêm ít nhất 06 cơ sở, doanh nghiệp khởi nghiệp', 'fulfilled', '07 cơ sở'],
        ['2', 'Tổ chức 03 lễ hội', 'inProgress', 'Còn 01 lễ hội'],
        ['3', 'Giải ngân vốn đầu tư công đạt 100% kế hoạch được giao', 'inProgress', null],
        [
          '4',
          'Kim ngạch đạt 1.535 triệu USD',
          'notFulfilled',
          'Do thị trường, chỉ đạt 1.120 triệu USD',
        ],
      ],
    );
  });

  it('goes on over a page that prints its header again, wherever it stands there', async () => {
    const items = await itemsOf(`${TITLE}
1     Đón 5 triệu lượt khách.             X                              Đã đón 2,9 triệu lượt.
\f                                        Kết quả chung
  STT  NỘI DUNG CAM KẾT              Đang thực hiện   Hoàn thành   Không hoàn thành   Kết quả cụ thể
  (1)  (2)                                (3)             (4)            (5)            (6)
  2    Mở 02 tuyến du lịch.                                 X                            Đã mở 02 tuyến.
`);

    expect(items.map(({ number, status, result }) => [number, status, result])).toEqual([
      ['1', 'inProgress', 'Đã đón 2,9 triệu lượt.'],
      ['2', 'fulfilled', 'Đã mở 02 tuyến.'],
    ]);
  });

  it('has no columns on a page that does not number them, and no status there', async () => {
    const items = await itemsOf(`${TITLE}
1     Đón 5 triệu lượt khách.             X                              Đã đón 2,9 triệu lượt.
\f2   Mở 02 tuyến du lịch.         X                Đã mở 01 tuyến.
`);

    expect(items.map(({ number, status }) => [number, status])).toEqual([
      ['1', null],
      ['2', null],
    ]);
  });

  it('may carry bands of agencies, and ends before its signature', async () => {
    const paper = await readPaper(
      Buffer.from(`${TITLE.replace(' CỦA SỞ DU LỊCH', '')}
SỞ Y TẾ
1     Tiêm chủng cho 95% trẻ em.          X
SỞ TƯ PHÁP
1     Số hóa 100% hồ sơ hộ tịch.                    X
Nơi nhận:
- Như trên.
`),
      'a.txt',
    );

    expect(paper.ok && paper.value.sections).toMatchObject([
      { agencyAsPrinted: 'SỞ Y TẾ', items: [{ number: '1', status: 'inProgress' }] },
      {
        agencyAsPrinted: 'SỞ TƯ PHÁP',
        items: [{ number: '1', status: 'fulfilled', result: null }],
      },
    ]);
  });
});

async function itemsOf(text: string): Promise<readonly ImportedItem[]> {
  const paper = await readPaper(Buffer.from(text), 'phu-luc.txt');
  return paper.ok ? paper.value.sections.flatMap(({ items }) => items) : [];
}
