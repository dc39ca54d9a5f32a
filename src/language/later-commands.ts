import { isPhrase, lengthOfPhrase, typedWords } from './typed-words.ts';

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
  const found = LATER.find(([name, phrases]) =>
    slash === undefined
      ? phrases.some((phrase) => isMeant(text, phrase, canGoOn)) || isPhrase(text, name)
      : isPhrase(slash, name),
  );
  return found?.[1][0] ?? null;
}

function isMeant(text: string, phrase: string, canGoOn: boolean): boolean {
  if (!canGoOn) return isPhrase(text, phrase);
  return lengthOfPhrase(typedWords(text), phrase.split(' ')) > 0;
}
