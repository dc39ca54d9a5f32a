import type { TargetBaseline } from '../domain/target.ts';
import { parseNumber } from './numbers.ts';
import {
  findBefore,
  findWithin,
  printedWords,
  type Span,
  type TargetText,
  wording,
} from './target-text.ts';

/** What the verb before a figure makes of it: a fall, a rise, a low level, or any other level. */
export type Change = 'decrease' | 'increase' | 'downTo' | 'level';

const DECREASE =
  '(?<!chương trình |công tác |quốc gia )(?:(?:(?:kéo|tiết|cắt) )?giảm|rút ngắn|tinh giản)(?! đốc| sát| nghèo bền| nghèo đa| nghèo,| thiểu| định| xuống| còn)';
const DOWN_TO =
  '(?:(?:kéo )?(?:giảm|hạ|kéo|rút) )?(?:(?:xuống )?còn|xuống(?: dưới)?)|khống chế|kiềm chế|kiểm soát';
const INCREASE =
  '(?<!gia |tốc độ |tỷ lệ |tỉ lệ |mức |nền |hạ )tăng(?! cường| trưởng| lên| ca| cân)|(?:cho |bổ sung |công nhận )?thêm';
const LEVEL =
  'đạt|vượt|lên|nâng|chiếm|bằng|duy trì|giữ|hoàn thành|giải ngân|giải quyết|xây dựng|hỗ trợ|thực hiện|tổ chức|phát triển|thành lập|đào tạo|tạo|thu hút|huy động|trồng|cấp|xử lý|kết nạp|vận động|mở|triển khai|đảm bảo|bảo đảm|phấn đấu có|có|tăng trưởng|sửa chữa|khởi công|công nhận|tiếp nhận|sử dụng|cung cấp|ban hành|kiểm tra|thanh tra';

const VERB = wording(
  `(?<!\\p{L})(?:(?<decrease>${DECREASE})|(?<downTo>${DOWN_TO})|(?<increase>${INCREASE})|(?<level>${LEVEL}))(?!\\p{L})`,
);

/** The last verb before the figure; null where there is none and an earlier one may still reach it. */
export function changeBefore(text: TargetText, span: Span): Change | null {
  const groups = findWithin(text, VERB, span).at(-1)?.groups;
  if (groups === undefined) return null;
  if (groups['decrease'] !== undefined) return 'decrease';
  if (groups['downTo'] !== undefined) return 'downTo';
  return groups['increase'] === undefined ? 'level' : 'increase';
}

const VERB_OF_CHANGE = wording(
  `(?<!\\p{L})(?:${DECREASE}|${DOWN_TO}|${INCREASE})(?:\\s+(?:thêm|được|từ))*\\s+`,
);

/** The verb of change that ends where a figure's own words begin. */
export function verbBefore(text: TargetText, from: number, end: number): Span | null {
  return findBefore(text, VERB_OF_CHANGE, from, end);
}

const RATE = wording(
  '(?<!\\p{L})(?:tỷ|tỉ) (?:lệ|suất|trọng|số)(?!\\p{L})|hộ nghèo|hộ cận nghèo|thất nghiệp|suy dinh dưỡng|giảm nghèo',
);

/** A rate that changes by «0,4%» may lose a share of itself or percentage points. Source: rule T15. */
export function isRate(text: TargetText, clause: Span): boolean {
  return findWithin(text, RATE, clause).length > 0;
}

const UNWANTED =
  'nghèo|cận nghèo|thất nghiệp|tử vong|chết|suy dinh dưỡng|thấp còi|bỏ học|lưu ban|sinh con thứ|nợ xấu|nợ đọng|nợ thuế|tội phạm|tai nạn|trễ hạn|quá hạn|chậm trễ|thất thoát|thất thu|hao hụt|tổn thất|ô nhiễm|vi phạm|tảo hôn|tái nghèo|mắc|nhiễm|phạm pháp|khiếu nại|trẻ hóa|lao động nông nghiệp|lao động trong nông nghiệp|mù chữ|bạo lực|tồn đọng|phá rừng|ngừng hoạt động|giải thể';
const TURNED =
  'được|có|tham gia|thoát|giải quyết|xử lý|khám phá|điều tra|phát hiện|giảm|thu hồi|sử dụng|tiếp cận|hỗ trợ|hài lòng';
const UNWANTED_RATE = wording(
  `(?:(?:tỷ|tỉ) (?:lệ|suất|số)|số)\\s+(?:(?!(?:${TURNED})(?!\\p{L}))\\p{L}+\\s+){0,3}(?:${UNWANTED})(?!\\p{L})(?:\\s+(?!(?:${TURNED})(?!\\p{L}))\\p{L}+){0,6}[\\s(:]*`,
);

/** The rate named right before a figure is one that nobody wants high: «tỷ lệ thất nghiệp 3%». */
export function isUnwanted(text: TargetText, { start, end }: Span): boolean {
  return findBefore(text, UNWANTED_RATE, start, end) !== null;
}

const COMPARED = wording(
  '(?<!\\p{L})(?:so(?: sánh)? với\\s+|so (?=năm|cùng kỳ|dự toán|kế hoạch|chỉ tiêu|nghị quyết|thực hiện))(?:(?<plan>[^,;.()\\n]{0,20}?(?:dự toán|kế hoạch|chỉ tiêu|nghị quyết))|(?<peer>[^,;.()\\n]{0,20}?(?:bình quân|trung bình|trung vị|cả nước|toàn quốc))|(?<time>[^,;.()\\n]{0,20}?(?:năm|kỳ|quý|tháng|giai đoạn|trước)(?!\\p{L})))?[^,;.()\\n]{0,60}?(?=\\s*(?:[,;.()\\n]|(?:và|đạt|trong)(?!\\p{L})|$))',
);

/** «so với năm 2022», «so với dự toán», «so với GRDP»; null where none stands. */
export function baselineIn(text: TargetText, span: Span): TargetBaseline | null {
  const [found] = findWithin(text, COMPARED, span);
  if (found === undefined) return null;
  return { kind: kindOf(found.groups), value: null, asPrinted: printedWords(text, found) };
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): TargetBaseline['kind'] {
  if (groups['plan'] !== undefined) return 'plan';
  if (groups['peer'] !== undefined) return 'peer';
  return groups['time'] === undefined ? 'whole' : 'lastYear';
}

const FROM_LEVEL = wording(
  '(?<!\\p{L})từ\\s+(?<figure>\\d[\\d.,]*)\\s*(?:%|\\p{L}+(?:\\s\\p{L}+)?)?[^;.\\n\\d]{0,40}?\\s+(?:lên|xuống|còn|đến)(?:\\s+(?:còn|đến|thành|dưới|trên|tối đa))*\\s*',
);

/** The level that «từ 60% lên 65%» starts from, right before the figure that it reaches. */
export function startBefore(
  text: TargetText,
  { start, end }: Span,
): { readonly baseline: TargetBaseline; readonly start: number } | null {
  const found = findBefore(text, FROM_LEVEL, start, end);
  if (found === null) return null;
  const value = parseNumber(String(found.groups['figure']).replace(/[.,]+$/u, ''));
  const baseline = { kind: 'start' as const, value, asPrinted: printedWords(text, found) };
  return { baseline, start: found.start };
}
