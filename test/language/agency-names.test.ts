import { describe, expect, it } from 'vitest';
import { KNOWN_AGENCIES } from '../../src/language/agency-catalogue.ts';
import {
  abbreviationsOf,
  agencyKey,
  aliasesOf,
  findAgencies,
  isOffChatByDefault,
  levelOf,
  successorsOf,
  tidyAgencyName,
} from '../../src/language/agency-names.ts';

/** The twenty-five bodies of a province before the reform. */
const AGENCIES = KNOWN_AGENCIES.filter(
  ({ name }) => !/Môi trường$|Tôn giáo|HĐND|Biên phòng/.test(name) || name.includes('Tài nguyên'),
);

describe('an agency', () => {
  it.each([
    ['SCT', 'Sở Công Thương'],
    ['so cong thuong', 'Sở Công Thương'],
    ['công thương'.normalize('NFD'), 'Sở Công Thương'],
    ['KH&ĐT', 'Sở Kế hoạch và Đầu tư'],
    ['khdt', 'Sở Kế hoạch và Đầu tư'],
    ['sgddt', 'Sở Giáo dục và Đào tạo'],
    ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Văn hoá, Thể thao và Du lịch'],
    ['SỞ THÔNG TIN VA TRUYỀN THÔNG', 'Sở Thông tin và Truyền thông'],
    ['sở nông nghiệp và phát triển nông thôn', 'Sở Nông nghiệp và PTNT'],
    ['Ban QLDA giao thông', 'BQLDA ĐTXD công trình giao thông'],
    ['sở gtvt', 'Sở Giao thông Vận tải'],
    ['BCHQS tỉnh', 'Bộ Chỉ huy Quân sự Tỉnh'],
    ['', null],
    ['sở thuỷ sản', null],
  ])('is found by «%s»: %s', (query, name) => {
    expect(findAgencies(query, AGENCIES).map((agency) => agency.name)).toEqual(
      name === null ? [] : [name],
    );
  });

  it.each([
    ['nong nghiep', 2],
    ['giao thông', 2],
    ['ban quản lý', 4],
    ['KH', 2],
    ['công nghiệp', 2],
  ])('is not guessed when «%s» fits %i', (query, count) => {
    expect(findAgencies(query, AGENCIES)).toHaveLength(count);
  });

  it('is written as within a sentence when it is known, else as printed', () => {
    expect(tidyAgencyName('TRUNG TÂM XÚC TIẾN THƯƠNG MẠI, DU LỊCH VÀ ĐẦU TƯ')).toBe(
      'Trung tâm Xúc tiến Thương mại, Du lịch và Đầu tư',
    );
    expect(tidyAgencyName('CHI CỤC KIỂM LÂM')).toBe('CHI CỤC KIỂM LÂM');
    expect([aliasesOf('Sở Y tế'), aliasesOf('CHI CỤC KIỂM LÂM')]).toEqual([['SYT'], []]);
  });

  it('has the successors that the reform of 2025 gave it, none when it goes on or is unknown', () => {
    expect(successorsOf('SỞ GIAO THÔNG VẬN TẢI')).toEqual(['Sở Xây dựng']);
    expect(successorsOf('Sở Lao động, Thương binh và Xã hội')).toHaveLength(3);
    expect([successorsOf('Sở Y tế'), successorsOf('Chi cục Kiểm lâm')]).toEqual([[], []]);
  });

  it('has its succeeding bodies in the catalogue', () => {
    const known = new Set(KNOWN_AGENCIES.map(({ name }) => name));

    expect(
      KNOWN_AGENCIES.flatMap(({ successors = [] }) => successors).filter(
        (name) => !known.has(name),
      ),
    ).toEqual([]);
  });

  it('is short by its first letters, with and without the kind of body', () => {
    expect(abbreviationsOf('Sở Kế hoạch và Đầu tư')).toEqual(
      expect.arrayContaining(['skhdt', 'khdt', 'skhvdt']),
    );
  });

  it('has one key for its full and its short name', () => {
    expect(agencyKey('Văn phòng Ủy ban nhân dân Tỉnh')).toBe(agencyKey('VĂN PHÒNG UBND TỈNH'));
  });

  it.each([
    ['Công an Tỉnh', true],
    ['BỘ CHỈ HUY QUÂN SỰ TỈNH', true],
    ['Bộ Chỉ huy Bộ đội Biên phòng Tỉnh', true],
    ['Sở Công Thương', false],
  ])('%s is kept off chat by default: %s', (name, isOffChat) => {
    expect(isOffChatByDefault(name)).toBe(isOffChat);
  });

  it.each([
    ['UBND xã Tháp Mười', 'commune'],
    ['Ủy ban nhân dân các phường', 'commune'],
    ['UBND huyện Tháp Mười', 'district'],
    ['Sở Y tế', 'department'],
  ])('%s stands at the level %s', (name, level) => {
    expect(levelOf(name)).toBe(level);
  });
});
