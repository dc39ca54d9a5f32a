import { nameWithin } from './body-name-end.ts';
import { beginsBody, withoutHead } from './body-names.ts';

/** How a letter gives work: it tells («Giao») or asks («Đề nghị»). Source: rule R24. */
const TELLING =
  'giao nhiệm vụ cho|giao trách nhiệm cho|giao cho|giao|phân công|yêu cầu|chỉ đạo|ủy quyền cho|uỷ quyền cho';
const ASKING = 'trân trọng đề nghị|đề nghị|kính đề nghị|mời|kính mời';

/**
 * Verbs that end a body's name, as they stand within a sentence. Those that names hold too count
 * only where no name can have them: «đầu tư xây dựng», «Ban Quản lý», «Sở xây dựng».
 */
const VERBS =
  'chủ trì|phối hợp|tham mưu|theo dõi|đôn đốc|thực hiện|triển khai|hoàn thành|rà soát|đẩy mạnh|tăng cường|đảm bảo|bảo đảm|phấn đấu|' +
  'duy trì|nâng cao|nâng|giám sát|hướng dẫn|tuyên truyền|vận động|cung cấp|báo cáo|đề xuất|nghiên cứu|chỉ đạo|giải quyết|xử lý|' +
  'khảo sát|trình|ban hành|cập nhật|chuẩn bị|đăng ký|đưa|giải ngân|vận hành|kết nối|hỗ trợ|cải thiện|giảm|tiếp tục|' +
  'chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|khẩn trương|chủ động|căn cứ|thường xuyên|kịp thời|thống nhất|tập trung|làm|mở|' +
  'thành lập|thu hút|kêu gọi|bố trí|sớm|lồng ghép|tiếp nhận|công bố|phân bổ|quyết toán|bàn giao|khắc phục|ngăn chặn|' +
  'thẩm định|đánh giá|tổng hợp|sắp xếp|tập huấn|trồng|số hóa|số hoá|tổ chức|kiểm tra|xây dựng|phát triển|lập|thu|có thêm|có ít nhất|' +
  'có tối thiểu|đạt|không để|tạo|huy động|quản lý|rút ngắn|tháo gỡ|thúc đẩy|xúc tiến|kiểm soát|xác minh|giữ|vượt|tiếp|mời|nộp|gửi|' +
  'để|nhằm|khi|theo|trước|đối với|trong việc|trong năm|trong quý|trong tháng|thông qua|về việc|từ nay|xem xét|quan tâm|tạo điều kiện|' +
  'cân đối|tính toán|tiến hành|ưu tiên|phân công|phân cấp|nắm|lựa chọn|xác định|xác nhận|đổi mới|ký|phê duyệt|thẩm tra|bảo vệ|' +
  'khai thác|sử dụng|ứng dụng|áp dụng|mua sắm|sửa chữa|nạo vét|cải tạo|nâng cấp|khởi công|lắp đặt|trang bị|chi trả|thanh toán|' +
  'điều tra|tổng kết|sơ kết|phát động|phát huy|khuyến khích|liên kết|mở rộng|gắn|bổ sung|sửa đổi|điều chỉnh|tích cực|quyết liệt|' +
  'nghiêm túc|có kế hoạch|có giải pháp|có biện pháp|phát hiện|tư vấn|thông báo|hoàn chỉnh|hoàn thiện|nghiệm thu|kiện toàn|' +
  'tuyển dụng|bồi dưỡng|chuyển giao|chăm sóc|kê khai|phổ biến|trợ giúp|cần|phải|tự|cùng với|bảo tồn|đề ra|xóa|xoá|thu gom|khám|cho vay';
const NAMED_WORK =
  '(?<!đầu tư |[Đđ]ào |[Bb]an |[Pp]hòng |công trình |Chi cục |Cục |Trung tâm |Viện |và |, |dự án )(?!(?<=Sở )xây dựng)';
/** Where a verb begins what a body is to do. */
export const VERB = new RegExp(
  `(?<=^|[\\s,;:])${NAMED_WORK}(?:${VERBS})(?=[\\s,.;:]|$)|(?<=và |, )(?:${VERBS.split('|')
    .filter((verb) => verb.includes(' '))
    .join('|')})(?=[\\s,.;:]|$)`,
  'u',
);

const OPENING = new RegExp(
  `^(?:(?<telling>${TELLING})|(?<asking>${ASKING}))(?=[\\s:])[\\s:]*(?:(?:đồng chí|đ/c)\\s+)?`,
  'iu',
);

/** Who is given work by the words with which a paragraph begins. */
export interface Address {
  /** As printed, «UBND các xã, phường»; of «Giám đốc Sở Y tế» the body that he heads. */
  readonly body: string;
  readonly standing: 'assigned' | 'requested';
  /** Whether a verb of giving stands before the body. */
  readonly isExplicit: boolean;
  /** What it is to do, empty for a bare heading. */
  readonly work: string;
}

/**
 * Reads «Giao Phòng Nội vụ tham mưu …», «Đề nghị Bảo hiểm xã hội …», «UBND các xã, phường:». Null
 * for words that address no body.
 */
export function addressIn(text: string): Address | null {
  const said = text.normalize('NFC').trim();
  const { 0: opening = '', groups } = OPENING.exec(said) ?? {};
  const after = said.slice(opening.length).replace(/^đối với\s+/iu, '');
  if (!beginsBody(after) && !beginsBody(sentenceCase(after))) return null;
  const body = bodyIn(after);
  if (body === null) return null;
  return {
    body: withoutHead(body),
    standing: groups?.['asking'] === undefined ? 'assigned' : 'requested',
    isExplicit: opening !== '',
    work: after.slice(body.length).replace(/^[\s:,–-]+/u, ''),
  };
}

const MOST_LETTERS = 160;

/** Verbs that only ever follow a name; after others a name may have ended before. */
export const ROLE_VERB =
  /^(?:chủ trì|phối hợp|tham mưu|theo dõi|thực hiện|triển khai|hoàn thành|có trách nhiệm|chịu trách nhiệm)/u;

/** The name with which a text begins: up to a verb or a colon, or to the first word that no name holds. */
function bodyIn(text: string): string | null {
  const ends = [text.search(/:(?=\s|$)/u), text.search(VERB)].filter((end) => end > 0);
  const end = ends.length === 0 ? text.length : Math.min(...ends);
  const whole = text.slice(0, end).replace(TRAILING, '');
  const isSure = ROLE_VERB.test(text.slice(end)) || text[end] === ':' || isBareName(text, end);
  const name = isSure ? whole : nameWithin(whole).replace(TRAILING, '');
  return name.length > MOST_LETTERS || /[.;]\s/u.test(name) ? null : name;
}

const TRAILING = /[\s,;.:–-]+$/u;

/** A heading that is nothing but a name ends without a stop. */
function isBareName(text: string, end: number): boolean {
  return end === text.length && !/[.;]\s*$|\d{2}/u.test(text) && text.split(' ').length < 13;
}

/** A heading in capitals as it would stand within a sentence; kinds of bodies are known by their first letter. */
function sentenceCase(text: string): string {
  if (text !== text.toLocaleUpperCase('vi')) return text;
  return text.charAt(0) + text.slice(1).toLocaleLowerCase('vi');
}

/** Whether the words say anywhere that somebody leads. */
export function speaksOfLeading(text: string): boolean {
  return /(?<!\p{L})chủ trì(?!\p{L})/iu.test(text.normalize('NFC'));
}

/** Whether work begins with the verb of leading. */
export function beginsLeading(work: string): boolean {
  return /^chủ trì(?!\p{L})/iu.test(work.normalize('NFC'));
}
