import { type Draft, draft } from './target-drafts.ts';
import { COUNTED_NOUNS } from './target-nouns.ts';
import {
  findAll,
  findAt,
  findWithin,
  oneOf,
  printedWords,
  type Span,
  type TargetText,
  wording,
} from './target-text.ts';

/** Words before «không» that leave the promise whole. */
const OPENING =
  '(?:^|[;:.,(\\n“"–-]\\s*|(?<!\\p{L})(?:và|đảm bảo|bảo đảm|phấn đấu|cơ bản|tuyệt đối|kiên quyết|cam kết|hoàn toàn|cố gắng|quyết tâm|nhằm|để|trong năm|quyết không|cũng|đồng thời|tiếp tục|địa bàn|tỉnh|thành phố|huyện|xã|phường|ngành|đơn vị|cơ quan|sở|nội bộ|năm|năm #+)\\s+)';
/** «không có», «không để xảy ra»; «không dưới 80%», «không gian», «không ngừng» are no events. */
const EVENT =
  'không\\s+(?:(?:để|có|xảy ra|xẩy ra|phát sinh|còn|bị|tồn đọng|tái|tái diễn|hình thành|gây ra|làm phát sinh|trễ|chậm|vi phạm|nợ đọng|điểm nóng)(?!\\p{L})(?!\\s+(?:đủ|phép|thể|khả năng)))';
/** «không để tỷ lệ nợ xấu vượt 3%» keeps a level. */
const LEVEL_KEPT = '(?!\\s+(?:(?:tỷ|tỉ) (?:lệ|suất)|mức|chỉ số)[^;.\\n]*\\d)';
/** Where the next promise begins. */
const NEXT =
  '(?=\\s*(?:[;\\n]|\\.(?:\\s|$)|$|\\)|\\((?![^()]*\\))|(?:,\\s*(?:và\\s+)?|\\s+và\\s+)(?:không (?:để|có|xảy ra|phát sinh|còn|bị|điểm nóng)|tỷ lệ|đạt|phấn đấu|hoàn thành|giải quyết|tổ chức|thực hiện|đảm bảo|bảo đảm|nâng|xây dựng|kéo giảm|giảm|tăng|ít nhất|có ít nhất|100)(?!\\p{L})))';

const ZERO_EVENT = wording(
  `(?<opening>${OPENING})(?<event>${EVENT}${LEVEL_KEPT}(?:[^;.,()\\n]|\\([^()]*\\)|\\.(?=\\S)|,(?!\\s*(?:và\\s+)?(?:không|tỷ lệ|đạt|phấn đấu|hoàn thành|giải quyết|tổ chức|thực hiện|đảm bảo|bảo đảm|nâng|xây dựng|kéo giảm|giảm|tăng|ít nhất)(?!\\p{L})))*?)${NEXT}`,
);

const COUNTED_EVENT = wording(
  `không\\s+(?:để\\s+|có\\s+|xảy ra\\s+|phát sinh\\s+|còn\\s+|tồn đọng\\s+|bị\\s+|hình thành\\s+|các\\s+|những\\s+|tình trạng\\s+|trường hợp\\s+(?=vụ))*(?<noun>${oneOf(COUNTED_NOUNS)})`,
);

/** Of a list of things that may happen each is a target; what follows the relation belongs to all. */
const OCCURS = wording(
  'không\\s+(?:để\\s+)?(?:xảy ra|xẩy ra|phát sinh|hình thành|tái diễn|làm phát sinh)\\s+(?:các\\s+|những\\s+)?',
);
const RELATION = wording(
  '(?<!\\p{L})(?:liên quan|về|trong|trên|tại|ở|thuộc|đối với|do|theo|của|từ|gây|làm|khi|bị|vi phạm|\\()(?!\\p{L})|\\(',
);
/** A case, a situation or a person may do several things: they are one event. */
const CASE = wording(
  '(?<!\\p{L})(?:trường hợp|tình trạng|tình hình|hiện tượng|việc|vụ|vụ việc|cán bộ|công chức|viên chức|đảng viên|người|học sinh|tổ chức|cá nhân|đơn vị|hoặc)(?!\\p{L})',
);
const SEPARATOR = /,\s*(?:v[àa]\s+)?|\s+v[àa]\s+/gu;
const MOST_WORDS = 6;

/**
 * What must not happen: «không để xảy ra cháy rừng», one target for each event of a list. The limits
 * that a phrase sets for what it counts («trên 30 người/vụ») belong to the event. Source: rule T16.
 */
export function zeroEvents(text: TargetText): Draft[] {
  return findAll(text, ZERO_EVENT).flatMap(({ start, end, groups }) => {
    const whole = { start: start + String(groups['opening']).length, end };
    return eventsIn(text, whole).map((span) => zeroEvent(text, span));
  });
}

/** «tham nhũng, tiêu cực và điểm nóng liên quan đến ngành» names three. */
function eventsIn(text: TargetText, whole: Span): Span[] {
  const from = findAt(text, OCCURS, whole.start)?.end ?? whole.end;
  const listed = { start: from, end: whole.end };
  const relation = findWithin(text, RELATION, listed)[0]?.start ?? whole.end;
  const list = { start: from, end: relation };
  if (findWithin(text, CASE, list).length > 0) return [whole];
  const words = text.key.slice(list.start, list.end);
  const cuts = [...words.matchAll(SEPARATOR)].map(({ 0: separator, index }) => ({
    end: from + index,
    next: from + index + separator.length,
  }));
  const starts = [whole.start, ...cuts.map(({ next }) => next)];
  const spans = starts.map((start, index) => ({ start, end: cuts[index]?.end ?? whole.end }));
  return words.split(SEPARATOR).every(isShort) ? spans : [whole];
}

function isShort(words: string): boolean {
  const said = words.trim();
  return said !== '' && said.split(/\s+/u).length <= MOST_WORDS;
}

function zeroEvent(text: TargetText, span: Span): Draft {
  const noun = findAt(text, COUNTED_EVENT, span.start)?.groups['noun'];
  const printed = noun === undefined ? null : printedWords(text, nounSpan(text, span.start, noun));
  return draft(text, span, {
    kind: 'zeroEvent',
    value: 0,
    compare: '=',
    isCompareStated: true,
    direction: 'lowerBetter',
    unit: printed,
    baseUnit: printed,
  });
}

function nounSpan(text: TargetText, from: number, noun: string) {
  const start = text.key.indexOf(noun, from);
  return { start, end: start + noun.length };
}
