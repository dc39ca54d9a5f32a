import { KNOWN_AGENCIES } from './agency-catalogue.ts';
import { findAgencies } from './agency-names.ts';
import { fold } from './folding.ts';

/** Words with which the name of a public body begins, as they stand within a sentence. */
const KIND =
  'Sở|Ban|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Ủy ban|Uỷ ban|HĐND|Hội đồng nhân dân|Phòng|Văn phòng|VP|Thanh tra|Công an|CA|Quân sự|' +
  'Chi cục|Cục|Tổng cục|Vụ|Trung tâm|BQL|BQLDA|Bảo hiểm xã hội|BHXH|Kho bạc|Bộ|BCH|Hội|Đoàn|Liên đoàn|Liên minh|Mặt trận|MTTQ|' +
  'Trường|Đại học|Học viện|Viện|Công ty|Tổng công ty|Bệnh viện|Trạm|Đội|Tổ|Xã|Phường|Đặc khu|Thị trấn|Huyện|Thị xã|Thành phố|Thuế|' +
  'Hải quan|Ngân hàng|Điện lực|Bưu điện|Tòa án|Toà án|Viện kiểm sát|Tỉnh ủy|Tỉnh uỷ|Huyện ủy|Thành ủy|Đảng ủy|Đảng uỷ|' +
  'Báo|Đài|Ngành|Thống kê|Quỹ|Vườn quốc gia|Khu|Hạt|Thường trực|Hợp tác xã|Nhà văn hóa|Nhà thiếu nhi|Thư viện|Bảo tàng|Đồn';

/** Several bodies at once, or whoever is meant by a common word. */
const GROUP =
  '(?:[Cc]ác|[Nn]hững|[Tt]oàn bộ|[Tt]ất cả các) (?:sở|ban|ngành|phòng|cơ quan|đơn vị|địa phương|xã|phường|đặc khu|huyện|thành phố|trường|chủ đầu tư|tổ chức|đoàn thể|hội|doanh nghiệp|chi cục|trung tâm|UBND|Ủy ban|Sở|Phòng|Ban|ấp|khóm|thôn|bản|khu phố|cấp)|' +
  '(?:Thủ trưởng|Giám đốc|Chủ tịch|Trưởng|Chánh|Lãnh đạo) (?=\\p{L})|[Cc]hủ đầu tư|[Cc]ơ quan chuyên môn|[Đđ]ơn vị(?: có)? liên quan|[Đđ]ịa phương';

/** Words after the kind that make it no body: «Ban hành», «Phòng, chống», «Hội nhập», «Bộ chỉ số». */
const NO_BODY =
  /^(?:ban hành|hội nhập|hội nghị|hội thảo|hội thi|đoàn kết|phòng chống|phòng ngừa|phòng thủ|bộ chỉ số|bộ tiêu chí|bộ thủ tục|bộ dữ liệu|trường hợp|cục bộ|báo cáo|báo chí|đội ngũ|tổ chức|quỹ đất|khu vực nông|khu công nghiệp mới|trạm y tế đạt|xã hội|xã nông thôn|vụ việc|vụ án|vụ mùa|thống kê,|thuế,|thuế suất|thuế phí|đài thọ|ban đầu|viện phí|viện trợ|điện lực,|ngành nghề|công an,|huyện nông thôn|thành phố thông minh|văn phòng phẩm|văn phòng điện tử)(?![\p{L}])|^(?:phòng|hội|đoàn|ban|sở|ngành|xã|phường|thanh tra|văn phòng|trường|cục|bộ|khu|tổ|đội|thuế|báo|đài|quỹ),/iu;

/** What a commitment says and a name does not. */
const WORK =
  /(?:^|\s)(?:hoàn thành|thực hiện|triển khai|đảm bảo|bảo đảm|tham mưu|phấn đấu|tăng cường|đẩy mạnh|nâng cao|chủ trì|phối hợp|xây dựng (?!công trình)|rà soát|giải ngân|duy trì|kiểm tra|đạt|ít nhất|tối thiểu|\d+\s*%|chỉ tiêu|nhiệm vụ|kết quả|công tác|số liệu|nội dung)(?=\s|$|[,.;:])/iu;

const BODY_START = new RegExp(`^(?:(?:${KIND})(?![\\p{L}\\d])|${GROUP})`, 'u');
const BODY_START_ANY_CASE = new RegExp(
  `^(?:${KIND})(?![\\p{L}\\d])|^các (?:sở|ban|ngành|phòng|xã|phường|cơ quan|đơn vị|ubnd)`,
  'iu',
);

const MOST_LETTERS = 110;

/**
 * Whether the text, whole, is the name of a public body or of a group of them, in capitals or not:
 * «SỞ Y TẾ», «UBND các xã, phường». «Phòng, chống tham nhũng» and sentences are none.
 */
export function isBodyName(text: string): boolean {
  const name = text.normalize('NFC').trim();
  if (name === '' || name.length > MOST_LETTERS || WORK.test(name) || NO_BODY.test(name))
    return false;
  if (/[.;:!?](?=\s|$)/u.test(name)) return false;
  return /\s/u.test(name) && BODY_START_ANY_CASE.test(name) ? true : isKnownBody(name);
}

/** Whether the catalogue knows the name, or an abbreviation that only one body has. */
export function isKnownBody(text: string): boolean {
  const key = fold(text);
  return (
    key.length > 1 &&
    KNOWN_AGENCIES.some(({ name, aliases }) =>
      [name, ...aliases].some((each) => fold(each) === key),
    )
  );
}

/** The one body of the catalogue that a sheet's short name means; null for none or several. */
export function bodyMeantBy(short: string): string | null {
  if (!/\p{L}{2}/u.test(short)) return null;
  const [first, ...others] = findAgencies(short, KNOWN_AGENCIES);
  return first === undefined || others.length > 0 ? null : first.name;
}

/** Whether a body's name begins here, as within a sentence. */
export function beginsBody(text: string): boolean {
  return BODY_START.test(text) && !NO_BODY.test(text);
}

/** «HĐND và UBND» is one office's name, not two bodies. */
const JOINED = /(?:HĐND|Hội đồng nhân dân|ĐBQH|Quốc hội|MTTQ)$/u;

/** The bodies of a list, as printed: «Kho bạc Nhà nước và các đơn vị liên quan». */
export function splitBodies(list: string): string[] {
  const bodies: string[] = [];
  // Names and what parts them, in turn.
  const parts = list.normalize('NFC').split(/(\s*[,;\n]\s*(?:và\s+)?|\s+và\s+)/u);
  for (let index = 0; index < parts.length; index += 2) {
    const [name = '', separator = ''] = [parts[index], parts[index - 1]];
    const before = bodies.at(-1);
    if (before === undefined || partsBodies(before, separator, name)) bodies.push(name);
    else bodies[bodies.length - 1] = before + separator + name;
  }
  return bodies
    .map((body) => body.replace(/^[-–+•*\s]+|[\s,;.]+$/gu, '').replace(/\s+/gu, ' '))
    .filter((body) => body !== '');
}

/** «các ngành và đơn vị có liên quan» is one group. */
const SHARES_ITS_ARTICLE = /^(?:chủ đầu tư|cơ quan|đơn vị|địa phương)/u;

function partsBodies(before: string, separator: string, name: string): boolean {
  if (/[;\n]/u.test(separator)) return true;
  if (!beginsBody(name) || (SHARES_ITS_ARTICLE.test(name) && /^(?:các|những) /iu.test(before)))
    return false;
  return !(JOINED.test(before) && separator.trim() === 'và');
}

/** Whether a name means many bodies of a kind at once: «UBND các xã, phường». Source: rule R26. */
export function isGroupOfBodies(name: string): boolean {
  return /(?:^|\s)(?:các|những|toàn thể|toàn bộ)\s/iu.test(name.normalize('NFC'));
}

const HEAD_OF = /^(?:giám đốc|thủ trưởng|chủ tịch|trưởng|chánh|lãnh đạo|người đứng đầu)\s+/iu;

/** The body that an address to its head means: «Giám đốc Sở Y tế» is told, the Sở does it. */
export function withoutHead(name: string): string {
  const composed = name.normalize('NFC');
  const body = composed.replace(HEAD_OF, '');
  // «Trưởng phòng»: the small word is a title's end, not a name's beginning.
  return /^(?:\p{Lu}|các\s|những\s)/u.test(body) ? body : composed;
}
