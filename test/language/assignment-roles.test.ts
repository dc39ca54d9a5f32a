import { describe, expect, it } from 'vitest';
import { rolesIn, rolesInCell } from '../../src/language/assignment-roles.ts';
import { addressIn } from '../../src/language/assignment-verbs.ts';
import { bodyMeantBy, splitBodies } from '../../src/language/body-names.ts';

describe('the roles in the words of an assignment', () => {
  it.each([
    ['chủ trì, phối hợp với Sở Tài chính bố trí vốn', 'A', ['Sở Tài chính']],
    ['tham mưu, chủ trì mở 2 lớp', 'A', []],
    ['tham mưu UBND tỉnh. Sau đó họp, chủ trì mở lớp', null, []],
    ['rà soát toàn bộ danh mục hồ sơ, tài liệu lưu trữ của các đơn vị, chủ trì mở lớp', null, []],
    ['mở lớp do Sở Nội vụ chủ trì', 'Sở Nội vụ', ['A']],
    ['theo dõi, phối hợp với Công an xã', null, ['Công an xã']],
    ['phối hợp nhịp nhàng', null, []],
    ['thực hiện việc do dân cùng chủ trì', null, []],
  ])('«%s»', (work, lead, coordinating) => {
    expect(rolesIn(work, 'A')).toEqual({ lead, coordinating });
  });
});

describe('the roles in a cell', () => {
  it.each([
    ['Sở Y tế chủ trì; Sở Nội vụ phối hợp', 'Sở Y tế', ['Sở Nội vụ']],
    [
      'Chủ trì: Sở Y tế, phối hợp: Sở Nội vụ; Công an tỉnh',
      'Sở Y tế',
      ['Sở Nội vụ', 'Công an tỉnh'],
    ],
    ['Sở Y tế; phối hợp: Sở Nội vụ', 'Sở Y tế', ['Sở Nội vụ']],
    ['Phối hợp: Sở Nội vụ', null, ['Sở Nội vụ']],
    ['Sở Y tế', 'Sở Y tế', []],
    ['Sở Y tế; Sở Nội vụ', null, ['Sở Y tế', 'Sở Nội vụ']],
    ['', null, []],
  ])('«%s»', (text, lead, coordinating) => {
    expect(rolesInCell(text)).toEqual({ lead, coordinating });
  });
});

describe('bodies', () => {
  it('are addressed by names of a bearable length', () => {
    const long = `Giao Sở ${'Nông nghiệp '.repeat(20)}: rà soát`;

    expect(addressIn(long)).toBeNull();
    expect(addressIn('Giao việc cho mọi người')).toBeNull();
  });

  it('are parted in a list, but not within an office’s name', () => {
    expect(splitBodies('Văn phòng HĐND và UBND, Sở Y tế và các đơn vị liên quan')).toEqual([
      'Văn phòng HĐND và UBND',
      'Sở Y tế',
      'các đơn vị liên quan',
    ]);
  });

  it('are meant by a short name where it means one only', () => {
    expect(bodyMeantBy('SYT')).toBe('Sở Y tế');
    expect(bodyMeantBy('nông nghiệp')).toBeNull();
    expect(bodyMeantBy('Sheet')).toBeNull();
    expect(bodyMeantBy('12')).toBeNull();
  });
});
