import type { CommitmentStatus } from '../domain/commitment-status.ts';
import { fold, foldTone } from './folding.ts';

/** A status as a column's title, a cell or a legend prints it; lateness stands beside it. */
export interface PrintedStatus {
  readonly status: CommitmentStatus;
  readonly isLate: boolean;
}

/** What a paper's own legend says its signs mean, by the sign in capitals. */
export type Legend = ReadonlyMap<string, PrintedStatus>;

/** Phrases that say a status and nothing else. Source: product notes 1.5, domain notes 2.3. */
const PHRASES: readonly (readonly [CommitmentStatus, string])[] = [
  [
    'fulfilled',
    'hoàn thành|đã hoàn thành|hoàn thành nhiệm vụ|đã hoàn thành nhiệm vụ|hoàn thành 100|đã hoàn thành 100|hoàn thành chỉ tiêu|' +
      'hoàn thành kế hoạch|hoàn thành vượt mức|hoàn thành tốt|hoàn thành xuất sắc|hoàn tất|đã hoàn tất|xong|đã xong|thực hiện xong|' +
      'đã thực hiện xong|đã thực hiện|đã xử lý xong|đạt|đã đạt|đạt chỉ tiêu|đạt kế hoạch|đạt yêu cầu|đạt và vượt|vượt|vượt chỉ tiêu|' +
      'vượt kế hoạch|đã kết thúc|đã ht|completed|done|fulfilled',
  ],
  [
    'inProgress',
    'đang thực hiện|đang triển khai|đang triển khai thực hiện|đang tổ chức thực hiện|đang tổ chức triển khai|' +
      'đang tiến hành|đang xử lý|đang làm|đang tiếp tục thực hiện|đang tiếp tục tổ chức thực hiện|đang tiếp tục triển khai|' +
      'tiếp tục thực hiện|đang trong quá trình thực hiện|đang thực hiện dở dang|chưa hoàn thành|chưa hoàn tất|chưa xong|chưa đạt|' +
      'chưa hoàn thành đang thực hiện|chưa hoàn thành đang triển khai|chưa hoàn thành đang tiếp tục thực hiện|' +
      'chưa hoàn thành đang tiếp tục tổ chức thực hiện|chưa ht|đang th|in progress',
  ],
  [
    'notFulfilled',
    'không hoàn thành|không hoàn thành nhiệm vụ|không hoàn thành chỉ tiêu|không hoàn tất|không đạt|không đạt chỉ tiêu|' +
      'không đạt kế hoạch|không đạt yêu cầu|không thực hiện được|không ht|not fulfilled',
  ],
  [
    'notStarted',
    'chưa thực hiện|chưa triển khai|chưa triển khai thực hiện|chưa tổ chức thực hiện|chưa bắt đầu|chưa tiến hành|chưa làm|' +
      'chưa th|not started',
  ],
  [
    'awaitingAppraisal',
    'chờ thẩm định|đang chờ thẩm định|đang thẩm định|chờ kết quả thẩm định|đang chờ kết quả thẩm định|chờ thẩm định kết quả|' +
      'chờ thẩm định đánh giá|awaiting appraisal',
  ],
  [
    'stopped',
    'dừng|dừng thực hiện|đã dừng|đã dừng thực hiện|cho dừng|cho dừng thực hiện|được cho dừng|được cho dừng thực hiện|' +
      'được dừng thực hiện|stopped',
  ],
];

/** Letters that stand for a phrase; without their đ they could stand for others, so accents count. */
const SHORT: readonly (readonly [CommitmentStatus, string])[] = [
  ['fulfilled', 'ht|đht'],
  ['inProgress', 'đth|đgth|cht'],
  ['notFulfilled', 'kht'],
  ['notStarted', 'cth'],
  ['awaitingAppraisal', 'ctđ'],
];

const STATUS_BY_KEY: ReadonlyMap<string, CommitmentStatus> = new Map([
  ...entriesOf(PHRASES).flatMap(([phrase, status]): [string, CommitmentStatus][] => [
    [foldTone(phrase), status],
    [fold(phrase), status],
  ]),
  ...entriesOf(SHORT).map(([short, status]): [string, CommitmentStatus] => [short, status]),
]);

/** «đang chờ Sở Nội vụ thẩm định», «được UBND Tỉnh cho dừng thực hiện». */
const WITH_A_BODY: readonly (readonly [CommitmentStatus, RegExp])[] = [
  [
    'awaitingAppraisal',
    new RegExp(`^(?:đang )?${foldTone('chờ')} .+ ${foldTone('thẩm định')}$`, 'u'),
  ],
  [
    'awaitingAppraisal',
    new RegExp(
      `^(?:đang )?${foldTone('chờ thẩm định')} .{0,5}(?:${foldTone('của')}|${foldTone('từ')}) .+$`,
      'u',
    ),
  ],
  [
    'stopped',
    new RegExp(
      `^${foldTone('được')} .+ cho ${foldTone('dừng')}(?: ${foldTone('thực hiện')})?$`,
      'u',
    ),
  ],
];

const LATE = phraseFinder(
  'không đúng hạn|không đúng tiến độ|không kịp tiến độ|quá thời hạn|quá hạn|trễ hạn|trễ tiến độ|chậm tiến độ|chậm hạn|chậm trễ|' +
    'sau hạn|muộn|trễ|chậm',
);
const IN_TIME = phraseFinder(
  'đúng thời hạn|đúng hạn|đúng tiến độ|trong thời hạn|trong hạn|trước thời hạn|trước hạn|trước tiến độ|vượt tiến độ|' +
    'đảm bảo tiến độ|bảo đảm tiến độ|còn trong hạn|còn hạn|sớm hạn|kịp tiến độ',
);

/** «không hoàn thành đúng hạn» may be finished late as well as not at all. */
const DENIED_IN_TIME = new RegExp(
  `(?:${foldTone('không')}|${foldTone('chưa')}) .*${foldTone('đúng')} (?:${foldTone('thời')} )?(?:${foldTone('hạn')}|${foldTone('tiến')})`,
  'u',
);
const LOOSE_ENDS = new RegExp(
  `^(?:và|nhưng) | (?:${foldTone('nhưng')}|${foldTone('và')}|${foldTone('song')})$`,
  'u',
);

/**
 * The status that a text says, whole, with or without words on its lateness; null where it says
 * less, more, or something unknown. «chưa hoàn thành» goes on, «không hoàn thành» has failed.
 */
export function printedStatus(text: string, legend?: Legend): PrintedStatus | null {
  const explained = legend?.get(legendKey(text));
  if (explained !== undefined) return explained;
  const key = foldTone(text);
  const isLate = LATE.test(key);
  const status = statusByKey(withoutLateness(key));
  if (status === null) return null;
  if (!isLate && DENIED_IN_TIME.test(key)) return null;
  return { status, isLate };
}

/** Whether the words speak of lateness alone, «Quá hạn» or «Đúng hạn», and of which; null for others. */
export function latenessIn(text: string): 'late' | 'inTime' | null {
  const key = foldTone(text);
  if (key === '' || withoutLateness(key) !== '') return null;
  return LATE.test(key) ? 'late' : 'inTime';
}

/** Whether the words say, among others, that it is late. */
export function saysLate(text: string): boolean {
  return LATE.test(foldTone(text));
}

function statusByKey(key: string): CommitmentStatus | null {
  const known = STATUS_BY_KEY.get(key);
  if (known !== undefined) return known;
  return WITH_A_BODY.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

function withoutLateness(key: string): string {
  return key
    .replace(LATE, ' ')
    .replace(IN_TIME, ' ')
    .replace(/ +/gu, ' ')
    .trim()
    .replace(LOOSE_ENDS, '');
}

/** What a cell of words says of its status. */
export type StatusCell =
  | { readonly kind: 'blank' | 'unclear' }
  | { readonly kind: 'status'; readonly stated: PrintedStatus; readonly rest: string };

/**
 * Reads a cell that names its status in words, with the rest of what it says: «Hoàn thành - quá
 * hạn (trễ 3 ngày)». Words that are no status, or two of them, are unclear.
 */
export function readStatusCell(text: string, legend?: Legend): StatusCell {
  const said = text.normalize('NFC').trim();
  if (/^[-–—_.…/\s]*$/u.test(said)) return { kind: 'blank' };
  const whole = printedStatus(said, legend);
  if (whole !== null) return { kind: 'status', stated: whole, rest: '' };
  const ends = [...said.matchAll(ENDS_STATUS)].map(({ index }) => index).reverse();
  for (const end of ends) {
    const stated = printedStatus(said.slice(0, end), legend);
    if (stated === null) continue;
    const rest = restOf(said.slice(end));
    if (saysAnother(rest, stated.status)) return { kind: 'unclear' };
    return { kind: 'status', stated, rest };
  }
  return { kind: 'unclear' };
}

/** A sign, or a word that gives the reason or the paper: «Dừng thực hiện theo Công văn số 77». */
const ENDS_STATUS = /[.,;:(\n–—-]|\s(?=(?:theo|do|vì|bởi|ngày|từ ngày)\s)/giu;

/** Without the signs that part it from the status; one pair of brackets around it goes too. */
function restOf(after: string): string {
  const rest = after.replace(/^[\s.,;:–—-]+/u, '').trim();
  return /^\([^()]*\)$/u.test(rest) ? rest.slice(1, -1).trim() : rest;
}

function saysAnother(rest: string, status: CommitmentStatus): boolean {
  return rest.split(/[.,;:()\n]/u).some((clause) => {
    const other = printedStatus(clause);
    return other !== null && other.status !== status;
  });
}

/** How a sign is looked up in a legend. */
export function legendKey(text: string): string {
  return text.normalize('NFC').trim().toLocaleUpperCase('vi');
}

function entriesOf(
  lists: readonly (readonly [CommitmentStatus, string])[],
): [string, CommitmentStatus][] {
  return lists.flatMap(([status, list]) =>
    list.split('|').map((phrase): [string, CommitmentStatus] => [phrase, status]),
  );
}

function phraseFinder(list: string): RegExp {
  const keys = list.split('|').map((phrase) => foldTone(phrase));
  const plain = list.split('|').map((phrase) => fold(phrase));
  return new RegExp(`(?<=^| )(?:${[...new Set([...keys, ...plain])].join('|')})(?= |$)`, 'u');
}
