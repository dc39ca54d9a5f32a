import { type CalendarDate, day } from '../domain/calendar-date.ts';
import { wordKeys } from './word-keys.ts';

/** A body that is no more, as far as the law of the country says it. */
export interface Succession {
  readonly name: string;
  /** Its last day. */
  readonly until: CalendarDate;
  /** Who took its work over; several mean that a person must say which, none that no list tells. */
  readonly successors: readonly string[];
}

/** Departments and ministries, last day 28/02/2025. Source: Nghị quyết 176/2025/QH15, Nghị định 45/2025/NĐ-CP; domain notes 5. */
const MERGED_BODIES = `
Kế hoạch và Đầu tư|KH&ĐT,KHĐT|Tài chính
Giao thông Vận tải|GTVT|Xây dựng
Thông tin và Truyền thông|TT&TT,TTTT|Khoa học và Công nghệ,Văn hóa, Thể thao và Du lịch
Nông nghiệp và Phát triển nông thôn|NN&PTNT,Nông nghiệp và PTNT|Nông nghiệp và Môi trường
Tài nguyên và Môi trường|TN&MT,TNMT|Nông nghiệp và Môi trường
Lao động - Thương binh và Xã hội|LĐ-TB&XH,LĐTB&XH,LĐTBXH|Nội vụ,Y tế,Giáo dục và Đào tạo`;

/** Provinces, last day 30/6/2025. Source: Nghị quyết 202/2025/QH15. */
const MERGED_PROVINCES = `
tỉnh Tuyên Quang|Hà Giang
tỉnh Lào Cai|Yên Bái
tỉnh Thái Nguyên|Bắc Kạn
tỉnh Phú Thọ|Vĩnh Phúc,Hòa Bình
tỉnh Bắc Ninh|Bắc Giang
tỉnh Hưng Yên|Thái Bình
thành phố Hải Phòng|Hải Dương
tỉnh Ninh Bình|Hà Nam,Nam Định
tỉnh Quảng Trị|Quảng Bình
thành phố Đà Nẵng|Quảng Nam
tỉnh Quảng Ngãi|Kon Tum
tỉnh Gia Lai|Bình Định
tỉnh Khánh Hòa|Ninh Thuận
tỉnh Lâm Đồng|Đắk Nông,Bình Thuận
tỉnh Đắk Lắk|Phú Yên
Thành phố Hồ Chí Minh|Bình Dương,Bà Rịa - Vũng Tàu
tỉnh Đồng Nai|Bình Phước
tỉnh Tây Ninh|Long An
thành phố Cần Thơ|Sóc Trăng,Hậu Giang
tỉnh Vĩnh Long|Bến Tre,Trà Vinh
tỉnh Đồng Tháp|Tiền Giang
tỉnh Cà Mau|Bạc Liêu
tỉnh An Giang|Kiên Giang`;

const MERGED_ON = day('2025-02-28');
/** The last day of the old provinces and of the district level. Source: Luật 72/2025/QH15. */
const RESHAPED_ON = day('2025-06-30');

interface Keyed extends Succession {
  readonly keys: readonly string[];
}

const SUCCESSIONS: readonly Keyed[] = [
  ...rowsOf(MERGED_BODIES).flatMap(([name = '', aliases = '', successors = '']) =>
    ['Sở', 'Bộ'].map((kind) => ({
      name: `${kind} ${name}`,
      until: MERGED_ON,
      successors: splitNames(successors).map((successor) => `${kind} ${successor}`),
      keys: [name, ...aliases.split(',')].map((each) => bodyKey(`${kind} ${each}`)),
    })),
  ),
  {
    name: 'Ban Dân tộc',
    until: MERGED_ON,
    successors: ['Sở Dân tộc và Tôn giáo'],
    keys: [bodyKey('Ban Dân tộc')],
  },
  ...rowsOf(MERGED_PROVINCES).flatMap(([successor = '', names = '']) =>
    names.split(',').map((name) => ({
      name: `UBND tỉnh ${name}`,
      until: RESHAPED_ON,
      successors: [`UBND ${successor}`],
      keys: [bodyKey(`UBND tỉnh ${name}`)],
    })),
  ),
];

/** Their keys by the first word, so that a text is read through once. */
const BY_FIRST_WORD = Map.groupBy(
  SUCCESSIONS.flatMap((body) =>
    body.keys.map((key) => ({ key, length: key.split(' ').length, body })),
  ),
  ({ key }) => key.slice(0, key.indexOf(' ')),
);

/** «UBND huyện Tam Nông», «HĐND quận 3», «Huyện ủy», also with the name of the body after it. */
const DISTRICT =
  /(?<!\p{L})(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)\s+(?:huyện|thị xã|quận|thị trấn)\s+(?:\p{Lu}[\p{L}]*|\d{1,2})(?:\s+\p{Lu}\p{L}*)*/giu;

/**
 * The bodies that a text names and that were gone on the day, each once; what they were taken over
 * by is asked, never put in their place. Before their last day they are named by right.
 */
export function abolishedIn(text: string, on: CalendarDate): Succession[] {
  if (on <= MERGED_ON) return [];
  const composed = text.normalize('NFC');
  const bodies = bodiesIn(bodyKey(composed).split(' ')).filter(({ until }) => until < on);
  const districts = RESHAPED_ON < on ? (composed.match(DISTRICT) ?? []) : [];
  return [
    ...bodies.map(({ name, until, successors }) => ({ name, until, successors })),
    ...[...new Set(districts)].map((name) => ({ name, until: RESHAPED_ON, successors: [] })),
  ];
}

/** Each body once, in the order of the text. */
function bodiesIn(words: readonly string[]): Keyed[] {
  const found = new Set<Keyed>();
  for (const [index, word] of words.entries()) {
    for (const { key, length, body } of BY_FIRST_WORD.get(word) ?? []) {
      if (words.slice(index, index + length).join(' ') === key) found.add(body);
    }
  }
  return [...found];
}

/** Names as runs of words: «Uỷ ban nhân dân» and «UBND» are one. */
function bodyKey(text: string): string {
  return wordKeys(text).join(' ').replaceAll('ủy ban nhân dân', 'ubnd');
}

function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.split('|'));
}

/** A comma within a name is followed by a space. */
function splitNames(names: string): string[] {
  return names.split(/,(?!\s)/u);
}
