import { describe, expect, it } from 'vitest';
import { paper, paragraph, table } from './paper-builder.ts';
import { agenciesOf, itemsOf, understood, warningsOf } from './reading.ts';

describe('columns besides', () => {
  it('name who leads, who helps and until when', () => {
    const document = paper(
      paragraph('KẾ HOẠCH CAM KẾT NĂM 2030 CỦA UBND PHƯỜNG AN HÒA'),
      table([
        ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời hạn', 'Sản phẩm'],
        [
          '1',
          'Lắp 20 máy quay',
          'Công an phường',
          'Phòng Kinh tế, các khu phố',
          'Trước 15/10/2030',
          'Hệ thống',
        ],
        ['2', 'Thu gom rác', 'Phòng Kinh tế, Hạ tầng và Đô thị', '', 'Quý II', ''],
        ['3', 'Trực chốt', '', '-', 'Thường xuyên', ''],
      ]),
    );

    expect(itemsOf(document)).toMatchObject([
      {
        lead: 'Công an phường',
        coordinating: ['Phòng Kinh tế', 'các khu phố'],
        deadline: '2030-10-14',
        boundary: 'before',
      },
      {
        lead: 'Phòng Kinh tế, Hạ tầng và Đô thị',
        coordinating: [],
        deadline: '2030-06-30',
        boundary: 'periodEnd',
      },
      { lead: null, coordinating: [], deadline: null, deadlineAsPrinted: 'Thường xuyên' },
    ]);
    expect(agenciesOf(document)).toEqual([['UBND PHƯỜNG AN HÒA', ['1', '2', '3']]]);
    expect(warningsOf(document)).toEqual(['deadlineUnclear']);
  });

  it('may hold all bodies in one, told apart by their verbs', () => {
    const document = paper(
      table([
        ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì, phối hợp', 'Thời gian hoàn thành'],
        ['1', 'Số hóa hồ sơ', 'Sở Tư pháp chủ trì, phối hợp Sở Nội vụ', '31/12/2031'],
        ['2', 'Mở lớp tập huấn', 'Chủ trì: Sở Y tế\nPhối hợp: UBND các xã, phường', 'Tháng 9/2031'],
      ]),
    );

    expect(itemsOf(document)).toMatchObject([
      { lead: 'Sở Tư pháp', coordinating: ['Sở Nội vụ'], deadline: '2031-12-31' },
      { lead: 'Sở Y tế', coordinating: ['UBND các xã, phường'], deadline: '2031-09-30' },
    ]);
  });

  it('of plan and actual figures keep both, and the actual one is the result', () => {
    const document = paper(
      table([
        ['STT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch năm 2029', 'Thực hiện', 'Tỷ lệ %', 'Đánh giá'],
        ['1', 'Thu ngân sách', 'tỷ đồng', '120', '65,5', '54,6', 'Đang thực hiện'],
      ]),
    );

    expect(itemsOf(document)).toMatchObject([
      {
        text: 'Thu ngân sách',
        result: '65,5',
        status: 'inProgress',
        figures: { plan: '120', actual: '65,5', unit: 'tỷ đồng' },
      },
    ]);
    expect(understood(document).year).toBe(2029);
  });

  it('take the day that a sheet keeps, whatever it shows', () => {
    const document = paper(
      table([
        ['STT', 'Nhiệm vụ', 'Thời hạn', 'Trạng thái'],
        ['1', 'Bàn giao mặt bằng', { text: '06/05/2028', iso: '2028-05-06' }, 'HT'],
      ]),
    );

    expect(itemsOf(document)).toMatchObject([
      { deadline: '2028-05-06', boundary: 'by', deadlineAsPrinted: '06/05/2028' },
    ]);
  });

  it('of personal data are not read', () => {
    const document = paper(
      table([
        ['STT', 'Nhiệm vụ', 'Người phụ trách', 'Số điện thoại', 'HT'],
        ['1', 'Bàn giao mặt bằng', 'Lê Thị Hoa', '0909000111', 'x'],
      ]),
    );

    expect(JSON.stringify(understood(document))).not.toMatch(/Hoa|0909/u);
    expect(warningsOf(document)).toEqual(['personalDataLeftOut']);
  });

  it('may stand in any order', () => {
    const document = paper(
      table([
        [
          'Ghi chú',
          'Kết quả cụ thể',
          'Không hoàn thành',
          'Hoàn thành',
          'Đang thực hiện',
          'Nội dung cam kết',
          'STT',
        ],
        ['', 'Đã trồng 25 ha', '', '', 'X', 'Trồng 40 ha rừng', '1'],
      ]),
    );

    expect(itemsOf(document)).toMatchObject([
      { number: '1', text: 'Trồng 40 ha rừng', status: 'inProgress', result: 'Đã trồng 25 ha' },
    ]);
  });
});

describe('results', () => {
  it('keep a line for each bullet and flow otherwise', () => {
    const document = paper(
      table([
        ['STT', 'Nội dung cam kết', 'Kết quả cụ thể'],
        ['1', 'Trồng rừng', '- Đã trồng 25 ha\ntại hai xã;\n+ Còn 15 ha.\n-Chờ giống'],
      ]),
    );

    expect(itemsOf(document)).toMatchObject([
      { result: '- Đã trồng 25 ha tại hai xã;\n+ Còn 15 ha.\n-Chờ giống' },
    ]);
  });
});
