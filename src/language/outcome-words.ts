/** What a clause says became of the things it counts. Things of two outcomes are not the same things. */
export type Outcome =
  | 'stopped'
  | 'awaiting'
  | 'failed'
  | 'late'
  | 'early'
  | 'pending'
  | 'onTime'
  | 'done';

/** The first that fits: «không hoàn thành» is no «hoàn thành». */
const OUTCOMES: readonly (readonly [Outcome, RegExp])[] = [
  ['stopped', /(?<!\p{L})(?:dừng|tạm dừng|không còn thực hiện)(?!\p{L})/iu],
  ['awaiting', /(?<!\p{L})(?:chờ|đang trình)(?!\p{L})/iu],
  ['failed', /(?<!\p{L})không\s+(?:\p{L}+\s+)?(?:đạt|hoàn thành|thực hiện|giải quyết|đúng hạn)/iu],
  ['late', /(?<!\p{L})(?:(?:quá|trễ|chậm)\s+(?:hạn|tiến độ)|chậm muộn)/iu],
  ['pending', /(?<!\p{L})(?:chưa|đang|tiếp tục|còn lại|tồn đọng|trong hạn)(?!\p{L})/iu],
  ['early', /(?<!\p{L})(?:trước|sớm)\s+hạn/iu],
  ['onTime', /(?<!\p{L})đúng\s+hạn/iu],
  ['done', /(?<!\p{L})(?:hoàn thành|đạt|vượt|đã giải quyết|đã xử lý|xong)(?!\p{L})/iu],
];

/** The outcome that a clause names; null where it names none. */
export function outcomeIn(clause: string): Outcome | null {
  return OUTCOMES.find(([, words]) => words.test(clause))?.[0] ?? null;
}
