import {
  findAll,
  printedWords,
  readable,
  type Span,
  type TargetText,
  wording,
} from './target-text.ts';

/** A condition as printed. */
export interface Condition extends Span {
  readonly asPrinted: string;
}

/** What somebody else must do or decide first. */
const DECIDED =
  'phê duyệt|duyệt|chấp thuận|ban hành|giao(?! thông| lưu| dịch| ban| tiếp| thừa)|phân công|phân bổ|bố trí|yêu cầu|thông qua|cho phép|cho chủ trương|thống nhất|hướng dẫn|chỉ đạo|điều chỉnh|công bố|bàn giao|đủ điều kiện|lựa chọn|mời|ủy quyền|cấp vốn';
const ARRIVES =
  '(?:văn bản|hướng dẫn|chủ trương|kế hoạch|yêu cầu|quyết định|vốn|kinh phí|nguồn|phát sinh|ý kiến|đề nghị|chỉ đạo|thông báo|nhu cầu|điều kiện|đơn|vụ việc|nhà đầu tư|quy hoạch)';
const REST = '[^;.()\\n]*';

/**
 * «nếu …», «khi được phân công», «sau khi Thủ tướng phê duyệt …», «trường hợp có …», «đối với đơn
 * vị có giao vốn». «trước khi», «trong khi» and «khi làm việc» are none.
 */
const CONDITION = wording(
  [
    `(?<!\\p{L})nếu(?!\\p{L})${REST}`,
    `(?<!\\p{L})(?<!trước |trong |mỗi |kể từ |ngay |đến |từ )(?:sau khi|chỉ khi|khi)(?!\\p{L})[^;.()\\n,]*?(?<!\\p{L})(?:(?:${DECIDED})(?!\\p{L})|(?:có|đủ)\\s+${ARRIVES})${REST}`,
    `(?<!\\p{L})(?:trong )?trường hợp (?:có|được|phát sinh|đủ|không được)(?!\\p{L})${REST}`,
    `(?<!\\p{L})đối với (?:các |những )?(?:đơn vị|cơ quan|địa phương|sở|ngành|xã|phường|huyện)[^;.()\\n,]{0,30}?(?<!\\p{L})(?:có|được|thuộc)\\s+(?:giao|phân|đối tượng|vốn|kế hoạch|bố trí|nguồn)${REST}`,
  ].join('|'),
);

/** Each condition of a text in its order; empty for a plain promise. Source: rule R21. */
export function conditionsIn(text: string): Condition[] {
  return conditionsOf(readable(text));
}

/** A condition at the start of its sentence ends at the first comma, any other with the clause. */
export function conditionsOf(text: TargetText): Condition[] {
  return findAll(text, CONDITION).map((found) => {
    const comma = text.key.slice(found.start, found.end).search(/,\s/u);
    const end = comma < 0 ? found.end : found.start + comma;
    return { start: found.start, end, asPrinted: printedWords(text, { start: found.start, end }) };
  });
}
