import { fold } from './folding.ts';

/** The headings of the appendix form, left to right; what the reader of papers knows as well. */
export const FORM_COLUMNS = [
  'STT',
  'Nội dung cam kết',
  'Thời hạn',
  'Đang thực hiện',
  'Hoàn thành',
  'Không hoàn thành',
  'Kết quả cụ thể',
] as const;

/** «PHỤ LỤC NỘI DUNG CAM KẾT HÀNH ĐỘNG VỚI UBND TỈNH NĂM 2026 CỦA SỞ Y TẾ»; without a name, a place for one. */
export function formTitle(
  year: number,
  { agency, authority }: { readonly agency: string | null; readonly authority: string | null },
): string {
  const to = authority === null ? '' : ` VỚI ${authority.toLocaleUpperCase('vi')}`;
  const whose = agency === null ? '(TÊN ĐƠN VỊ)' : agency.toLocaleUpperCase('vi');
  return `KẾT QUẢ THỰC HIỆN NỘI DUNG CAM KẾT HÀNH ĐỘNG${to} NĂM ${year} CỦA ${whose}`;
}

const BLANK: ReadonlySet<string> = new Set(['trống', 'trắng', 'blank'].map(fold));

/** Whether a form is asked for without any agency's items: «mẫu trống». */
export function asksForBlankForm(words: string): boolean {
  return BLANK.has(fold(words.trim()));
}
