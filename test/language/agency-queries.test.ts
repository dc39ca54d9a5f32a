import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KNOWN_AGENCIES } from '../../src/language/agency-catalogue.ts';
import {
  findAgencies,
  initialsOf,
  isOffChatByDefault,
  tidyAgencyName,
} from '../../src/language/agency-names.ts';

/** Bodies that came with the reform of 2025, or that had no commitments before it. */
const NOT_YET = new Set([
  'Sở Nông nghiệp và Môi trường',
  'Sở Dân tộc và Tôn giáo',
  'Văn phòng HĐND và UBND',
  'Bộ Chỉ huy Bộ đội Biên phòng Tỉnh',
]);

const AGENCIES = KNOWN_AGENCIES.filter(({ name }) => !NOT_YET.has(name));

function foundBy(query: string): string[] {
  return findAgencies(query, AGENCIES).map(({ name }) => name);
}

describe('among the twenty-five agencies', () => {
  it('there are twenty-five', () => {
    expect(AGENCIES).toHaveLength(25);
  });

  it.each([
    ['SCT', 'Sở Công Thương'],
    ['so cong thuong', 'Sở Công Thương'],
    ['KH&ĐT', 'Sở Kế hoạch và Đầu tư'],
    ['KHĐT', 'Sở Kế hoạch và Đầu tư'],
    ['sgddt', 'Sở Giáo dục và Đào tạo'],
    ['SỞ THÔNG TIN VA TRUYỀN THÔNG', 'Sở Thông tin và Truyền thông'],
    ['van hoa', 'Sở Văn hoá, Thể thao và Du lịch'],
    ['sotuphap', 'Sở Tư pháp'],
  ])('«%s» finds %s alone', (query, name) => {
    expect(foundBy(query)).toEqual([name]);
  });

  it.each(['nông nghiệp', 'giao thông'])('«%s» finds two, so nobody may guess', (query) => {
    expect(foundBy(query)).toHaveLength(2);
  });

  it.each(['', '  ', '…'])('the empty query «%s» finds none', (query) => {
    expect(foundBy(query)).toEqual([]);
  });

  it.each([
    ['Sở Văn hoá', 'Sở Văn hóa'],
    ['Văn phòng Uỷ ban nhân dân Tỉnh', 'Văn phòng Ủy ban nhân dân Tỉnh'],
  ])('«%s» and «%s» find the same one', (one, other) => {
    expect(foundBy(one)).toHaveLength(1);
    expect(foundBy(one)).toEqual(foundBy(other));
  });
});

describe('every body of the catalogue', () => {
  const spellings = KNOWN_AGENCIES.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((spelling) => ({ spelling, name })),
  );

  it('is found alone by each of its names, in any case and composition', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...spellings),
        fc.constantFrom('NFC', 'NFD'),
        fc.boolean(),
        ({ spelling, name }, form, inCapitals) => {
          const typed = (inCapitals ? spelling.toLocaleUpperCase('vi') : spelling).normalize(form);
          expect(findAgencies(typed, KNOWN_AGENCIES).map((agency) => agency.name)).toEqual([name]);
          expect(tidyAgencyName(typed)).toBe(name);
        },
      ),
    );
  });

  it('stays off chat only when it is of the police or the army', () => {
    expect(KNOWN_AGENCIES.map(({ name }) => name).filter(isOffChatByDefault)).toEqual([
      'Công an Tỉnh',
      'Bộ Chỉ huy Quân sự Tỉnh',
      'Bộ Chỉ huy Bộ đội Biên phòng Tỉnh',
    ]);
  });
});

describe('the letters by which an agency is known again', () => {
  it.each([
    ['Sở Xây dựng', 'XD'],
    ['Sở Giáo dục và Đào tạo', 'GDVD'],
    ['BQLDA ĐTXD công trình giao thông', 'BDCT'],
    ['123', 'CK'],
  ])('of «%s» are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
