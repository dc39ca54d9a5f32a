import { fold } from './folding.ts';
import { type Legend, latenessIn, type PrintedStatus, printedStatus } from './printed-status.ts';

/** What a column of a table of commitments is for. */
export const COLUMN_ROLES = [
  'number',
  'text',
  'agency',
  'lead',
  'coordinating',
  'roles',
  'deadline',
  'status',
  'progress',
  'result',
  'plan',
  'actual',
  'unit',
  'ratio',
  'notes',
  'difficulty',
  'late',
  'count',
  'money',
  'personal',
  'other',
] as const;

export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** What a column's title says, its bands above it included. */
export interface ColumnTitle {
  /** Null for a title that says nothing known. */
  readonly role: ColumnRole | null;
  /** Set where the column is there to be ticked for one status. */
  readonly status: PrintedStatus | null;
  /** It tells how the year is expected to end, not how things stand. */
  readonly isEstimate: boolean;
  /** How surely a column of texts holds what is promised: 0 for «nội dung» alone, and for other columns. */
  readonly textWeight: number;
}

/** Tried in order on the folded title: what a column is for decides before what it is about. */
const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'number',
    /^(?:stt|s tt|so tt|tt|so thu tu|thu tu|no|muc|so muc|muc so|ma so|ma|ma nhiem vu|ma nv|ma cam ket)$/,
  ],
  ['unit', /^(?:dvt|d v t|don vi tinh|dv tinh|don vi do)$/],
  [
    'personal',
    /\b(?:sdt|so dt|dtdd|dien thoai|di dong|hotline|cccd|cmnd|can cuoc|so dinh danh|ho chieu)\b|^dt$|\b(?:ngay|nam) (?:thang )?(?:nam )?sinh\b|^(?:ho va ten|ho ten)|\b(?:e ?mail|thu dien tu|hop thu)\b|^(?:dia chi|zalo)|^(?:nguoi|can bo|chuyen vien|lanh dao)\b.*(?:phu trach|thuc hien|lien he|theo doi|tham muu|chi dao)/,
  ],
  ['other', /thuc te$|^ngay (?:bao cao|cap nhat|giao|ban hanh)|^lan cap nhat/],
  [
    'count',
    /^(?:tong so|tong cong|tong|so luong|so (?:nhiem vu|noi dung|chi tieu|cam ket|cong viec|don vi)\b)/,
  ],
  ['money', /kinh phi|so tien|thanh tien|nguon von|don gia|^von\b/],
  ['notes', /^ghi chu/],
  ['roles', /(?:chu tri|thuc hien).*phoi hop|phan cong/],
  ['coordinating', /phoi hop/],
  ['lead', /chu tri|dau moi|chiu trach nhiem/],
  [
    'deadline',
    /thoi han|han hoan thanh|han (?:cuoi|chot|xu ly|thuc hien|bao cao)|^han$|thoi gian (?:hoan thanh|thuc hien|trinh|xong|ket thuc)|thoi diem hoan thanh|tien do hoan thanh|ngay hoan thanh|hoan thanh (?:truoc|vao)|moc (?:thoi gian|hoan thanh|tien do)|lo trinh|ke hoach hoan thanh|^thoi gian$|^deadline$/,
  ],
  [
    'agency',
    /^(?:ten )?(?:cac )?(?:co quan|don vi|dia phuong|so ban nganh|so nganh|nganh|phong ban|phong|xa phuong|to chuc)(?:(?: va)? (?:co quan|don vi|dia phuong|to chuc|bo phan|ca nhan))*(?: (?:thuc hien|cam ket|dang ky|duoc giao|bao cao|tham muu|phu trach|ky|nhan|trien khai).*)?$/,
  ],
  ['difficulty', /kho khan|vuong mac|nguyen nhan|ton tai|han che|^(?:de xuat|kien nghi)/],
  [
    'status',
    /tinh trang|trang thai|ket qua chung|muc do (?:hoan thanh|thuc hien|dat)|^(?:tu )?(?:danh gia|xep loai|phan loai)|ket qua danh gia|^ket luan/,
  ],
  ['progress', /^tien do/],
  ['plan', /san pham|ket qua (?:du kien|dau ra|can dat|phai dat|dat ra)|^(?:yeu cau|muc tieu)$/],
  [
    'ratio',
    /^(?:ty le|ti le|so sanh|phan tram|dat ty le|muc dat|th kh|thuc hien ke hoach|dat so voi)\b/,
  ],
  [
    'result',
    /^(?:noi dung )?ket qua|tinh hinh thuc hien|dien giai|thuyet minh|giai trinh|so lieu|(?:da|dat) duoc|^minh chung ket qua/,
  ],
  [
    'actual',
    /^(?:so )?(?:thuc hien|da thuc hien|uoc thuc hien|th)\b|^(?:luy ke|uoc)\b|^(?:so |muc )?dat(?: duoc)?$/,
  ],
  [
    'plan',
    /^(?:(?:chi tieu |muc |so |du toan )?(?:ke hoach|kh|giao|duoc giao)|(?:chi tieu|muc|so) cam ket)(?: (?:nam|giao|duoc giao|ca nam))?(?: \d{4})?$|^chi tieu (?:giao|ke hoach|cam ket|nam|duoc giao|dang ky)|^muc (?:phan dau|cam ket|tieu)|^ke hoach/,
  ],
  [
    'other',
    /^(?:so )?(?:van ban|ky hieu|so ky hieu)|van ban (?:giao|chi dao|trien khai)|^can cu|minh chung|tai lieu|^linh vuc|^nhom/,
  ],
  [
    'text',
    /noi dung|nhiem vu|chi tieu|cong viec|cam ket|tieu chi|hang muc|^viec|viec lam|giai phap|muc tieu/,
  ],
];

const TEXT_WEIGHTS: readonly RegExp[] = [
  /chi tieu|tieu chi/,
  /cong viec|giai phap|viec/,
  /nhiem vu/,
  /cam ket|dang ky/,
];
const ESTIMATE = /\buoc\b(?!.*\b(?:thang|quy)\b)|\bdu (?:kien|bao)\b.*\bnam\b|kha nang hoan thanh/;

/**
 * Reads a column's title with the bands above it, topmost first. A title may be broken over its
 * rows («Đang» above «thực hiện»), so the last words are read together before they are read alone.
 */
export function readColumnTitle(path: readonly string[], legend?: Legend): ColumnTitle {
  const parts = path.map(bare).filter((part) => part !== '');
  const tails = [3, 2, 1].map((length) => parts.slice(-length).join(' '));
  const isEstimate = parts.some((part) => ESTIMATE.test(fold(part)));
  const stated = tails.map((tail) => printedStatus(tail, legend)).find((found) => found !== null);
  if (stated !== undefined) return { role: null, status: stated, isEstimate, textWeight: 0 };
  const [whole = '', , last = ''] = tails.map(fold);
  const lateness = latenessIn(parts.at(-1) ?? '');
  if (lateness !== null) {
    return {
      role: lateness === 'late' ? 'late' : 'other',
      status: null,
      isEstimate,
      textWeight: 0,
    };
  }
  const role = roleOf(last) ?? roleOf(whole) ?? bandRole(parts);
  return { role, status: null, isEstimate, textWeight: role === 'text' ? weightOf(whole) : 0 };
}

function weightOf(title: string): number {
  return TEXT_WEIGHTS.findLastIndex((words) => words.test(title)) + 1;
}

/** «Đơn vị thực hiện» names who does the work; «Đơn vị» and «Đơn vị cam kết» name who promised it. */
export function titlesABodyAtWork(path: readonly string[]): boolean {
  return /thuc hien|tham muu|phu trach|trien khai/.test(fold(path.at(-1) ?? ''));
}

/** Under a band such as «Kết quả thực hiện», a title of its own may only say «Cụ thể». */
function bandRole(parts: readonly string[]): ColumnRole | null {
  return parts.map((part) => roleOf(fold(part))).findLast((role) => role !== null) ?? null;
}

function roleOf(title: string): ColumnRole | null {
  if (title === '') return null;
  if (statusesIn(title) > 1) return 'status';
  return ROLES.find(([, pattern]) => pattern.test(title))?.[0] ?? null;
}

/** «Kết quả (hoàn thành/đang thực hiện/không hoàn thành)» asks for one of them in words. */
function statusesIn(title: string): number {
  const named = [
    'dang thuc hien',
    'khong hoan thanh',
    'chua hoan thanh',
    'cho tham dinh',
    'chua thuc hien',
  ];
  const rest = named.reduce((left, phrase) => left.replaceAll(phrase, '|'), title);
  return rest.split('|').length - 1 + Number(/\bhoan thanh\b/.test(rest) && rest.includes('|'));
}

/** Without its column number, footnote signs and the hint to put a cross. */
function bare(part: string): string {
  return part
    .normalize('NFC')
    .replace(
      /\((?:\d{1,2}|\s*x\s*|[^()]*(?:đánh dấu|ghi rõ|tích|nếu có)[^()]*)\)|\[\d+\]|[*¹²³]/giu,
      ' ',
    )
    .replace(/\s+/gu, ' ')
    .trim();
}
