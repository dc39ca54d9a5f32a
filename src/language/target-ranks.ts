import { type Draft, draft } from './target-drafts.ts';
import {
  type Found,
  findAll,
  findAt,
  type TargetText,
  type Wording,
  withoutOverlaps,
  wording,
} from './target-text.ts';

const FIGURE = '(?<figure>\\d{1,3})(?:\\s*/\\s*(?<total>\\d{1,3}))?(?![\\d.,]*\\d|\\s*%)';
const BODIES =
  '(?:tỉnh|thành phố|địa phương|đơn vị|xã|phường|huyện|sở|cơ quan|trường|bộ|ngành|doanh nghiệp|quốc gia|nước)';
const LEADING =
  '(?:dẫn đầu|đứng đầu|hàng đầu|tốt nhất|cao nhất|đầu|tốp đầu|có (?:chỉ số|điểm|kết quả|thứ hạng|tỷ lệ)[^;.\\n]{0,40}?(?:cao|tốt) nhất)';
const ALL =
  '(?:cả nước|toàn quốc|khu vực|toàn tỉnh|của tỉnh|trong tỉnh|vùng|đồng bằng|thế giới|miền)';

/** In these 1 is best, so «từ hạng 30 trở lên» is at most 30. Source: rule T12. */
const RANKS: readonly Wording[] = [
  `(?<!\\p{L})(?:từ\\s+)?(?:xếp|đứng|giữ|đạt|từ|duy trì|nằm|vào|lên|thuộc|trong|ít nhất|tối thiểu|cải thiện|thăng|tăng|có)\\s+(?:ở\\s+|vào\\s+|trong\\s+|từ\\s+|lên\\s+)*(?:hạng|thứ hạng|thứ|vị trí|vị thứ)(?:\\s+(?:thứ|là|từ|hạng))*\\s*${FIGURE}`,
  `(?<!\\p{L})(?:thứ hạng|vị trí thứ|xếp hạng|xếp thứ|đứng thứ|vị thứ)(?:\\s+(?:từ|thứ|là|hạng|ở))*\\s*${FIGURE}`,
  `(?<!\\p{L})hạng\\s+${FIGURE}(?=\\s*(?:trở lên|${ALL}))`,
  `(?<!\\p{L})(?:top|tốp)\\s*${FIGURE}`,
  `(?<!\\p{L})(?:nhóm|trong số)\\s+${FIGURE}\\s+(?:${ALL}|${BODIES})`,
  `(?<!\\p{L})(?:trong|vào|thuộc)\\s+${FIGURE}\\s+${BODIES}(?:,\\s*${BODIES})?[^;.,\\n\\d]{0,40}?\\s${LEADING}(?!\\p{L})`,
].map(wording);

const TAIL = wording('(?:\\s+trở lên|\\s+toàn quốc|\\s+cả nước)+');

/** Places in a ranking: «xếp hạng 12/34», «nhóm 15 cả nước», «top 10». */
export function ranks(text: TargetText): Draft[] {
  const found = RANKS.flatMap((words) => findAll(text, words));
  return withoutOverlaps(found).map((each) => rank(text, each));
}

function rank(text: TargetText, { start, end, groups: { figure, total } }: Found): Draft {
  const tail = findAt(text, TAIL, end);
  return draft(
    text,
    { start, end: tail?.end ?? end },
    {
      kind: 'rank',
      value: Number(figure),
      compare: '≤',
      isCompareStated: tail !== null,
      total: total === undefined ? null : Number(total),
      unit: UNIT,
      baseUnit: UNIT,
    },
  );
}

const UNIT = 'hạng';
