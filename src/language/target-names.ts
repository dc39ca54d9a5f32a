import { COUNTED_NOUNS, PHYSICAL_UNITS, TIME_UNITS } from './target-nouns.ts';
import {
  findAll,
  oneOf,
  type Span,
  strikeFigures,
  type TargetText,
  wording,
} from './target-text.ts';

/** A figure with a unit after it is a quantity, also behind a word that names things by number. */
const COUNTS = `(?![.,]?\\d|\\s*%|\\s*(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng|usd|điểm)(?!\\p{L})|\\s*(?:${oneOf(COUNTED_NOUNS)}|${oneOf(PHYSICAL_UNITS)}|${oneOf(TIME_UNITS)}))`;
/** «18, 19 và 20»: the list goes on while no unit follows. */
const MORE = `(?:\\s*(?:,|-|–|;|và|đến)\\s*\\d{1,4}(?!\\d)${COUNTS})*`;
const YEAR = '(?:19|20)\\d{2}(?!\\d|[.,]\\d)';
const MONTH = '(?:1[0-2]|0?[1-9])';

/** Figures behind words; looked for from the figure, since words are many and figures few. */
const after = (words: string, gap: string, figures: string): string =>
  `(?<=(?<!\\p{L})(?:${words})${gap})${figures}`;
const SPACE = '\\s+';
const NUMBERED = '\\s+(?:số\\s+)?';

/** Days, months, quarters, years, spans of years. Source: rule T26. */
const DATES: readonly string[] = [
  '(?<!\\d)\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*\\d{4}(?!\\d)',
  `(?<![\\d.,])${YEAR}(?:\\s*[-–—,/]\\s*(?:${YEAR}|\\d{2}(?![\\d.,%])))+`,
  after('năm|năm học|giai đoạn|thời kỳ|nhiệm kỳ|niên khóa|niên vụ|kỳ', SPACE, YEAR),
  `(?<![\\d.,/])${YEAR}(?!\\s*(?:/\\s*\\d|%))${COUNTS}`,
  `(?<![\\d.,/])${MONTH}\\s*/\\s*(?:19|20)\\d{2}(?!\\d)`,
  after(
    'ngày|mùng|mồng',
    SPACE,
    `\\d{1,2}(?:\\s*[/.-]\\s*\\d{1,2}|\\s+tháng\\s+\\d{1,2})?(?!\\d)(?:\\s*(?:-|–|đến|và|,)\\s*(?:ngày\\s+)?\\d{1,2}(?:\\s*[/-]\\s*\\d{1,2})?(?!\\d))*`,
  ),
  after(
    'tháng',
    SPACE,
    `\\d{1,2}(?!\\d)(?:\\s*(?:-|–|đến|và|,)\\s*(?:tháng\\s+)?\\d{1,2}(?![\\d.,]*\\d)${COUNTS})*`,
  ),
  after('qu[ýí]', SPACE, '[1-4](?!\\d)(?:\\s*(?:-|–|đến|và|,)\\s*(?:qu[ýí]\\s+)?[1-4](?!\\d))*'),
  after(
    'lễ|dịp|mừng|kỷ niệm|trước|đến|hết|sau|từ',
    SPACE,
    '\\d{1,2}[/-]\\d{1,2}(?![\\d/]|[.,]\\d|\\s*[%\\p{L}])',
  ),
  '\\d{1,2}\\s*(?:giờ|h|:)\\s*\\d{2}(?!\\d)(?:\\s*phút)?',
];

const DOCUMENTS =
  'nghị quyết|quyết định|chỉ thị|thông tư|nghị định|công văn|kết luận|tờ trình|luật|đề án|chương trình|hướng dẫn|công điện|quy định|văn bản|pháp lệnh|hiến pháp|thông báo|kế hoạch|báo cáo|quy chế|giấy mời|biên bản|hợp đồng số';

/** Numbers of documents and of their parts, with their code or without. Source: rule T27. */
const PAPERS: readonly string[] = [
  '(?<![\\p{L}\\d])\\d+[a-z]?(?:/\\d{4})?[/-](?:qđ|nq|kh|tb|bc|ct|cv|kl|nđ|tt|ttr|ttlt|ctr|cthđ|hd|đa|qc|lđ|pa|pl|ubnd|hđnd|vp|sở|tu|tw|ttg|cp|bcđ|btv|bch|snv|stc|qh)\\d*(?:[-/&]\\p{L}+)*(?!\\p{L})',
  after(
    '(?<!tổng |trong |một |chỉ |điểm |doanh |hệ )số',
    '\\s*:?\\s*',
    `\\d+(?:[./-]?[\\p{L}\\d-])*${MORE}`,
  ),
  after(DOCUMENTS, NUMBERED, `\\d+${COUNTS}${MORE}`),
  after(
    'điều|khoản|mục|phụ lục|biểu|biểu mẫu|mẫu|bảng|hình|phần|chương|tiết|trang|dòng|cột|stt',
    NUMBERED,
    `\\d+(?:\\.\\d+)*${COUNTS}${MORE}`,
  ),
];

const STRONG_NAMES =
  'quốc lộ|vành đai|ql|tỉnh lộ|hương lộ|đường tỉnh|đường huyện|đt|đh|gói thầu|lô|thửa|tờ bản đồ|hẻm|ngõ|lần thứ|thứ|kỳ họp|kỳ họp thứ|phiên họp thứ|quân khu|trung đoàn|tiểu đoàn|sư đoàn|lữ đoàn|đại đội|phiên bản|version|iso|iec|tcvn|qcvn|haccp|covid|sars cov|điện thoại|đt:|sđt|hotline|tổng đài|mã|mã số|phương châm|phong trào|công nghiệp|cách mạng công nghiệp lần thứ|chương trình mục tiêu|cả|km';
const WEAK_NAMES =
  'dự án|tiểu dự án|hợp phần|chuyên đề|tiêu chí|chỉ tiêu|tiêu chuẩn|nội dung|nội dung thành phần|nhiệm vụ|đường|tuyến đường|tuyến|nhà|khu|khu vực|khu phố|cụm|cụm công nghiệp|ấp|khóm|thôn|tổ|tổ dân phố|phường|quận|block|phân khu|tiểu khu|khóa|khoá|phiên|phiên họp|lần|đợt|bước|giai đoạn|vòng|cấp|cấp độ|mức độ|mức|loại|tầng|lớp|khối|trường|vùng|tập|đội|trạm|cầu|cống|kênh|rạch|bến|cảng|tháp|sân|cọc|mốc|dịch vụ công mức độ|thế hệ|ngành|bản|quý|hướng|cơ sở|chi nhánh|bệnh viện|nhà máy|nghị quyết trung ương|trung ương|hội nghị lần thứ|thế kỷ|nhóm|hạng|bậc';

/** Roads, lots, packages, versions, ordinal words. Source: rule T27. */
const NAMES: readonly string[] = [
  after(STRONG_NAMES, '\\s*[.:-]?\\s*', `\\d+(?:[.:/]?\\d+)*[a-z]?(?![\\p{L}\\d%])${MORE}`),
  after('(?:cấp|mức) độ', SPACE, `\\d(?!\\d)${MORE}`),
  after(
    `(?<!nâng |cung |trợ |đề |cấp |mỗi |từng |các |tất cả |được |phân )(?:${WEAK_NAMES})`,
    NUMBERED,
    `\\d+${COUNTS}(?![\\d.,]*\\s*%)${MORE}`,
  ),
  // Scales of plans, «24/7», «4.0».
  '(?<![\\d.,])1\\s*[/:]\\s*(?:\\d{1,3}\\.?\\d00|[1-9]00)(?![\\d%]|\\s+\\p{L})',
  '(?<![\\d.,])1\\s*[/:]\\s*(?:500|1\\.?000|2\\.?000|5\\.?000|10\\.?000|25\\.?000|50\\.?000)(?!\\d)',
  '(?<![\\d.,])24\\s*/\\s*(?:7|24)(?!\\d)',
  '(?<![\\d.,])\\d\\.0(?!\\d|\\s*%)',
  '(?<=\\[)\\d+(?=\\])|(?<=\\()\\d{1,2}(?=\\)\\s)',
  '(?<=^|[;:\\n]\\s*|\\.\\s+)\\d{1,2}(?:\\.\\d{1,2})*[.)](?=\\s)',
  `(?<=^\\s*)\\d{1,2}(?:\\.\\d{1,2})+${COUNTS}(?=\\s)`,
  '(?<![\\d.,])0\\d{8,}|(?<!\\d)\\d{10,}',
];

/** A name between quotation marks, with whatever figures it has. */
const QUOTED: readonly string[] = ['“[^”;]*”', '"[^";]*"', '«[^»;]*»', '‘[^’;]*’'];

const either = (sources: readonly string[]): string =>
  `(?:${sources.map((each) => `(?:${each})`).join('|')})`;

const IN_QUOTES = wording(either(QUOTED));
/** One search for all: the first that knows a figure strikes it, the next goes on behind it. */
const NAMING = wording(`(?=\\d)${either([...DATES, ...PAPERS, ...NAMES])}`);

/** «45/SCT-VP»: a code is in capitals, whatever it stands for. */
const CODE =
  /(?=\d)(?<![\p{L}\d])\d+[a-z]?(?:\/\d{4})?[/-]\p{Lu}{2,}[\p{L}\d]*(?:[-/&]\p{Lu}[\p{L}\d]*)*/gu;

/**
 * The text without the figures that measure nothing: dates and years, numbers of documents and
 * their parts, of lists, roads, lots and packages, and what stands in quotes. Source: rules T26, T27.
 */
export function withoutNames(text: TargetText): TargetText {
  if (!/\d/u.test(text.key)) return text;
  const codes = [...text.printed.matchAll(CODE)].map(({ 0: code, index }) => ({
    start: index,
    end: index + code.length,
  }));
  const spans = [IN_QUOTES, NAMING].flatMap((words): Span[] => findAll(text, words));
  return strikeFigures(text, [...codes, ...spans]);
}
