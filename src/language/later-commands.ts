import { lengthOfPhrase, typedWords } from './typed-words.ts';

/** Commands that the office has been promised and that this version does not know yet. */
const LATER: readonly (readonly [name: string, phrases: readonly string[]])[] = [
  ['khokhan', ['khó khăn', 'khó khăn vướng mắc', 'vướng mắc']],
  ['tonghop', ['tổng hợp']],
  ['tim', ['tìm', 'tìm kiếm']],
  ['nhac', ['nhắc', 'nhắc ngay', 'nhắc việc']],
  ['giaoban', ['giao ban']],
  ['thamdinh', ['thẩm định']],
  ['dung', ['dừng']],
  ['giahan', ['gia hạn']],
  ['dangky', ['đăng ký']],
  ['baocao', ['báo cáo']],
  ['chot', ['chốt', 'chốt số liệu']],
  ['mokhoa', ['mở khoá']],
  ['xuat', ['xuất', 'xuất bảng']],
  ['uyquyen', ['uỷ quyền']],
  ['nghi', ['nghỉ', 'ngày nghỉ']],
  ['kiemtra', ['kiểm tra']],
  ['kenh', ['kênh']],
];

/**
 * The words of a coming command that a message is, as they are read aloud; null for other messages.
 * With `canGoOn`, also of a message that only begins with them: «báo cáo quý II».
 * Source: table of commands, product notes 5.
 */
export function laterCommand(
  text: string,
  { canGoOn }: { readonly canGoOn: boolean },
): string | null {
  const slash = /^\/(\p{L}+)/u.exec(text)?.[1];
  const typed = typedWords(slash ?? text);
  const found = LATER.find(([name, phrases]) => {
    const lengths = phrases.map((phrase) => lengthOfPhrase(typed, phrase.split(' ')));
    const isMeant = lengths.some((length) => length > 0 && (canGoOn || length === typed.length));
    const isNamed = typed.length === 1 && lengthOfPhrase(typed, [name]) === 1;
    return isNamed || (slash === undefined && isMeant);
  });
  return found?.[1][0] ?? null;
}
