import { fold } from './folding.ts';
import { wordKeys } from './word-keys.ts';

/** Words of doing and of manner: with nothing but words of the paper itself beside them they say nothing. */
const DOING =
  'đang|đã|sẽ|vẫn|tiếp tục|triển khai|tổ chức|thực hiện|tiến hành|chỉ đạo|điều hành|lãnh đạo|tập trung|phấn đấu|' +
  'tích cực|quyết liệt|khẩn trương|đẩy mạnh|tăng cường|chủ động|nghiêm túc|nghiêm|thường xuyên|kịp thời|đầy đủ|tốt|' +
  'hiệu quả|đồng bộ|đôn đốc|theo dõi|phối hợp|quan tâm|nỗ lực|cố gắng|bám sát|làm|được giao';
const ABOUT =
  'các|những|nội dung|nhiệm vụ|công tác|công việc|chỉ tiêu|cam kết|kế hoạch|tiến độ|lộ trình|quy định|yêu cầu|' +
  'chức năng|thẩm quyền|cơ quan|đơn vị|ngành|địa phương|liên quan|tính đến|đến|thời điểm|nay|hiện nay|hiện tại|' +
  'báo cáo|định kỳ|trong|năm|quý|tháng|kỳ|này|theo|đúng|và|với|của|để|từ|về|việc|cho|tại|một cách|bảo đảm|' +
  'đảm bảo|tất cả|toàn bộ|sở|phòng|chuyên môn|quá trình|giai đoạn|bước|tiếp theo|đề ra|cấp trên|có|trên';
const VERBS = [
  'triển khai',
  'thực hiện',
  'tổ chức',
  'tiến hành',
  'chỉ đạo',
  'phấn đấu',
  'tập trung',
  'theo dõi',
];

interface Vocabulary {
  /** Of one word or two. */
  readonly phrases: ReadonlySet<string>;
  readonly verbs: readonly string[];
  /** The words before the number of a quarter or a month. */
  readonly periods: readonly string[];
}

const ACCENTED = vocabulary((text) => text);
/** For results typed without accents. */
const PLAIN = vocabulary(fold);

const PERIOD_OF_YEAR = /(?<!\p{L})(?:quý|quy|tháng|thang)\s+(?:[ivx]+|\d{1,2})\/\d{4}/giu;
const YEAR = /^(?:19|20)\d\d$/u;
const QUARTER = /^(?:i|ii|iii|iv|[1-9]|1[0-2])$/u;
/** A longer text says something somewhere. */
const MOST_CHARACTERS = 300;

/**
 * Whether a result says only that something is being done: no figure but a year or a quarter, no
 * document, no date, no name, no product. An empty text is none: that is not reported. Source:
 * moonshot M22, quirk Q-50.
 */
export function isEmptyPhrase(text: string): boolean {
  if (text.length > MOST_CHARACTERS) return false;
  const composed = text.normalize('NFC');
  if (/[%/]|\d[.,]\d/u.test(composed.replace(PERIOD_OF_YEAR, ''))) return false;
  const words = wordKeys(composed);
  const known = isPlain(composed) ? PLAIN : ACCENTED;
  const said = ` ${words.join(' ')} `;
  return known.verbs.some((verb) => said.includes(` ${verb} `)) && isAllKnown(words, known);
}

function isAllKnown(words: readonly string[], { phrases, periods }: Vocabulary): boolean {
  let index = 0;
  while (index < words.length) {
    const word = String(words[index]);
    if (phrases.has(`${word} ${words[index + 1]}`)) index += 2;
    else if (phrases.has(word) || isTime(word, periods.includes(String(words[index - 1]))))
      index += 1;
    else return false;
  }
  return true;
}

/** «năm 2023», «quý II», «tháng 3/2023». */
function isTime(word: string, isInPeriod: boolean): boolean {
  return YEAR.test(word) || (isInPeriod && QUARTER.test(word));
}

function isPlain(text: string): boolean {
  return /^[\p{ASCII}]*$/u.test(text);
}

function vocabulary(spell: (text: string) => string): Vocabulary {
  return {
    phrases: new Set(
      `${DOING}|${ABOUT}`.split('|').map((phrase) => wordKeys(spell(phrase)).join(' ')),
    ),
    verbs: VERBS.map(spell),
    periods: ['quý', 'tháng'].map(spell),
  };
}
