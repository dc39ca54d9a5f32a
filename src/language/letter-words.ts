import { fold } from './folding.ts';
import { isCountryLine } from './paper-titles.ts';

/** A report tells what was done; it gives no work. */
export function isReportTitle(text: string): boolean {
  return /^(?:bao cao(?: tom tat| ket qua| nhanh)?|to trinh|bien ban|giay moi)$/.test(fold(text));
}

/** A line of a letter's head: its number, the country's name, its place and day, subject or addressee. */
export function isLetterheadLine(line: string): boolean {
  return (
    isCountryLine(line) ||
    /^(?:số\s*:|v\/v|kính gửi)/iu.test(line) ||
    /^\p{Lu}[^.;:]{1,40},\s*ngày[\s\d….]*tháng[\s\d….]*năm/u.test(line)
  );
}

/** Whether what is said of a body is how things went, not what it is to do: «đã hoàn thành», «cơ bản đạt». */
export function tellsHowThingsStand(work: string): boolean {
  return /^(?:đã|đang|chưa|còn chưa|cơ bản|mới chỉ)\s/iu.test(work.normalize('NFC'));
}

/** «Về chế độ thông tin báo cáo», «Chế độ báo cáo». */
export function isReportingHeading(text: string): boolean {
  const key = fold(text);
  return (
    key.length < 120 &&
    /che do (?:thong tin )?(?:va )?bao cao|^(?:ve )?(?:cong tac )?(?:thong tin )?bao cao(?: dinh ky| ket qua)?$|thoi (?:gian|han) (?:gui )?bao cao/.test(
      key,
    )
  );
}

/** A point that is about reports that come again: «Báo cáo quý: …», «Định kỳ hằng tháng báo cáo …». */
export function beginsReporting(text: string): boolean {
  return /^(?:che do )?(?:thong tin )?bao cao (?:dinh ky|quy|nam|thang|6 thang|06 thang|sau thang|9 thang|09 thang|chin thang|so bo|tuan|hang|hằng|chuyen de)|^(?:dinh ky|hang (?:thang|quy|nam|6 thang)|truoc ngay)\b.*\bbao cao/.test(
    fold(text),
  );
}

/** The signature and the list of recipients end a letter. */
export function endsLetter(text: string): boolean {
  return /^(?:noi nhan|(?:tm|kt|tl|tuq) (?:uy ban|ubnd|chu tich|giam doc|truong|chanh)|chu tich$|pho chu tich$|giam doc$|luu vt)/.test(
    fold(text),
  );
}

/** «Yêu cầu Thủ trưởng các đơn vị …», «Đề nghị các cơ quan … triển khai thực hiện./.»: courtesy, not work. */
export function closesLetter(text: string): boolean {
  const key = fold(text);
  if (/\.\/\.\s*$/u.test(text)) return true;
  return /^(?:trong qua trinh|nhan duoc|tran trong|tren day|can cu|thuc hien (?:cong van|ke hoach|quyet dinh|nghi quyet|chi dao|chi thi)|(?:yeu cau|de nghi) (?:thu truong|lanh dao|cac (?:co quan|don vi|so|nganh|dong chi|dia phuong)|giam doc|chu tich|quy co quan|quy don vi))/.test(
    key,
  );
}

/** «… chịu trách nhiệm thi hành Quyết định này»: every paper ends so, nobody is given work by it. */
export function isExecutionClause(text: string): boolean {
  return /(?:thi hanh|thuc hien)(?: nghiem(?: tuc)?)?(?: noi dung)? (?:quyet dinh|chi thi|ke hoach|cong van|nghi quyet|thong bao|van ban|chuong trinh) nay/.test(
    fold(text),
  );
}

/** What a line below an assignment adds to it: who leads, who helps, by when, what comes out. */
export interface AssignmentDetail {
  readonly kind: 'lead' | 'coordinating' | 'deadline' | 'product';
  readonly words: string;
}

const DETAILS: readonly (readonly [AssignmentDetail['kind'], RegExp])[] = [
  [
    'lead',
    /^(?:(?:cơ quan|đơn vị)(?:, (?:cơ quan|đơn vị))*\s+)?chủ trì(?: thực hiện)?\s*:\s*(.+)$/isu,
  ],
  [
    'coordinating',
    /^(?:(?:các\s+)?(?:cơ quan|đơn vị)(?:, (?:cơ quan|đơn vị))*\s+)?phối hợp(?: thực hiện)?\s*:\s*(.+)$/isu,
  ],
  [
    'deadline',
    /^(?:thời hạn|thời gian|hạn|tiến độ|thời điểm)(?:\s+(?:hoàn thành|thực hiện|trình|xong))*\s*:\s*(.+)$/isu,
  ],
  ['product', /^(?:sản phẩm|kết quả(?: đầu ra| dự kiến| cần đạt)?)\s*:\s*(.+)$/isu],
];

/** Reads «Cơ quan chủ trì: Sở Y tế.», «Thời hạn hoàn thành: Quý III/2027»; null for other lines. */
export function assignmentDetailIn(text: string): AssignmentDetail | null {
  for (const [kind, form] of DETAILS) {
    const words = form.exec(text.normalize('NFC').trim())?.[1];
    if (words !== undefined) return { kind, words: words.replace(/[.;\s]+$/u, '') };
  }
  return null;
}

/** Words between assignments of one paragraph: «; giao Sở Nội vụ …». */
const NEXT_GIVEN = /(?<=[;.])\s+(?=(?:giao|phân công|yêu cầu|đề nghị)\s+\p{Lu})/iu;

/** The assignments of a paragraph that gives several, each with its own verb; the text itself for one. */
export function splitGiven(text: string): string[] {
  return text
    .normalize('NFC')
    .split(NEXT_GIVEN)
    .map((part) => part.trim());
}
