import type { Comparison, TargetBaseline } from '../domain/target.ts';
import { type Draft, draft } from './target-drafts.ts';
import { type Found, findAll, printedWords, type TargetText, wording } from './target-text.ts';

const AT_LEAST =
  '(?:không (?:thấp hơn|kém hơn|dưới|giảm)|(?:bằng|tương đương) (?:hoặc|hay) (?:cao|tốt) hơn|bằng hoặc trên|duy trì (?:bằng|như))';
const MORE = '(?:cao hơn|tốt hơn|nhiều hơn|lớn hơn|vượt|trên|hơn)';
const LESS = '(?:thấp hơn|ít hơn|nhỏ hơn|dưới)';
const AT_MOST = '(?:không (?:cao hơn|vượt quá|vượt|nhiều hơn|tăng))';
const PEER =
  '(?:(?:mức |điểm |điểm số |giá trị |chỉ số |kết quả |số )*(?:trung vị|trung bình|bình quân|mặt bằng chung))';
const EARLIER = '(?:cùng kỳ|(?:kết quả |mức |điểm )?năm (?:trước|ngoái|#+|liền kề|liền trước))';
const REST =
  '(?:[^,;.()\\n\\d]|,\\s*(?=(?:ban|ngành|phường|thị trấn|thành phố|địa phương|huyện|xã|đơn vị|đoàn thể)(?!\\p{L})))*?(?=\\s*(?:[,;.()\\n]|(?:và|đạt)(?!\\p{L})|$))';

/** «cao hơn trung vị của khối», «không thấp hơn năm trước». */
const COMPARED = wording(
  `(?<!\\p{L})(?:(?<atLeast>${AT_LEAST})|(?<atMost>${AT_MOST})|(?<more>${MORE})|(?<less>${LESS}))\\s+(?:so với\\s+|với\\s+)?(?:(?<peer>${PEER})|${EARLIER})(?!\\p{L})${REST}`,
);
/** «tăng điểm số so với năm trước», «số vụ giảm so với cùng kỳ». */
const CHANGED = wording(
  `(?<!\\p{L})(?:(?<more>(?:gia )?tăng|cải thiện|nâng|nâng cao)|(?<less>giảm|kéo giảm))(?!\\p{L})[^\\d#,;.()\\n]{0,60}?(?<!\\p{L})so(?: với)?\\s+(?:(?<peer>${PEER})|${EARLIER})(?!\\p{L})${REST}`,
);
/** «kiềm chế sự gia tăng tội phạm». */
const RESTRAINED = wording(
  `(?<!\\p{L})(?<less>kiềm chế|kéo giảm)(?:,\\s*(?:kéo giảm|đẩy lùi))?\\s+(?:sự |tốc độ |mức độ )?gia tăng[^,;.()\\n\\d]*?(?=\\s*(?:[,;.()\\n]|$))`,
);

/** Better than others or than before, without a figure. Source: rules T10, T11, T15. */
export function relativeTargets(text: TargetText): Draft[] {
  return [COMPARED, CHANGED, RESTRAINED].flatMap((words) =>
    findAll(text, words).map((found) => relative(text, found)),
  );
}

function relative(text: TargetText, found: Found): Draft {
  const { peer, less, atMost } = found.groups;
  const baseline: TargetBaseline = {
    kind: peer === undefined ? 'lastYear' : 'peer',
    value: null,
    asPrinted: printedWords(text, found),
  };
  const isLow = less !== undefined || atMost !== undefined;
  return draft(text, found, {
    kind: 'relative',
    compare: compareOf(found),
    isCompareStated: true,
    direction: isLow ? 'lowerBetter' : 'higherBetter',
    baseline,
  });
}

function compareOf({ groups }: Found): Comparison {
  if (groups['atLeast'] !== undefined) return '≥';
  if (groups['atMost'] !== undefined) return '≤';
  return groups['more'] === undefined ? '<' : '>';
}
