import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar-date.ts';
import { type Observation, observe } from '../../src/domain/finding.ts';
import { findingView } from '../../src/views/finding.ts';
import { textsOf } from '../../src/views/texts.ts';

const vi = textsOf('vi');
const until = day('2025-02-28');

describe('a finding in words', () => {
  it.each<[Observation, string]>([
    [
      observe('denominatorMismatch', {
        part: 3350,
        whole: 13_191,
        printed: 21.8,
        expected: 25.4,
        impliedWhole: 15_367,
      }),
      '3.350 so với chỉ tiêu 13.191 của nội dung là 25,4%, văn bản ghi 21,8% (tương ứng mẫu số khoảng 15.367).',
    ],
    [
      observe('sharesNotWhole', { parts: [5, 1, 6], sum: 12, total: 11 }),
      '5 + 1 + 6 = 12, trong khi tổng là 11.',
    ],
    [observe('placeholderOpen', { excerpt: 'đạt …%' }), 'còn chỗ trống chưa điền: «đạt …%».'],
    [
      observe('dateOutsidePeriod', { date: day('2030-03-08'), year: 2031 }),
      'số liệu tính đến 08/03/2030, ngoài kỳ báo cáo năm 2031.',
    ],
    [
      observe('answersOtherItem', { excerpt: 'đã họp', otherNumber: '' }),
      'kết quả không nói về nội dung này mà về một nhiệm vụ khác: «đã họp».',
    ],
    [
      observe('answersOtherItem', { excerpt: 'đã họp', otherNumber: '1.2' }),
      'kết quả không nói về nội dung này mà giống nội dung 1.2: «đã họp».',
    ],
    [observe('numberMissing', { number: '1.2' }), 'thiếu số thứ tự 1.2.'],
    [
      observe('markDisputed', { marked: 'fulfilled', said: 'inProgress' }),
      'cột tình trạng ghi «Hoàn thành», kết quả lại nói «Đang thực hiện».',
    ],
    [
      observe('agencyAbolished', { name: 'UBND huyện A', until, successors: [] }),
      'UBND huyện A không còn từ sau 28/02/2025. Đề nghị cho biết cơ quan tiếp nhận.',
    ],
    [
      observe('agencyAbolished', { name: 'Sở A', until, successors: ['Sở B'] }),
      'Sở A không còn từ sau 28/02/2025; cơ quan tiếp nhận: Sở B.',
    ],
    [
      observe('agencyAbolished', { name: 'Sở A', until, successors: ['Sở B', 'Sở C'] }),
      'Sở A không còn từ sau 28/02/2025; các cơ quan tiếp nhận: Sở B; Sở C. Đề nghị chọn cơ quan.',
    ],
    [
      observe('personalData', { kind: 'phone' }),
      'có số điện thoại: không cần cho việc theo dõi cam kết. Đề nghị bỏ trước khi nhập.',
    ],
    [
      observe('yearDisputed', { source: 'fileName', found: 2030, year: 2031 }),
      'tên tệp ghi năm 2030, văn bản là của năm 2031.',
    ],
  ])('%o', (observation, words) => {
    expect(findingView(observation, vi)).toBe(words);
  });

  it('uses the figures of its language', () => {
    const observation = observe('percentCoarse', {
      part: 6.592,
      whole: 1103.22,
      printed: 6,
      expected: 6.39,
    });
    expect(findingView(observation, textsOf('en'))).toBe(
      '6.592/1,103.22 is 6.39%, rounded in the paper to 6%.',
    );
    expect(findingView(observation, vi)).toBe(
      '6,592/1.103,22 là 6,39%, văn bản làm tròn thành 6%.',
    );
  });
});
