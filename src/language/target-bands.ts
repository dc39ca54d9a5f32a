import { type Draft, draft } from './target-drafts.ts';
import {
  type Found,
  findAll,
  printedWords,
  type Span,
  type TargetText,
  wording,
} from './target-text.ts';

const NAME =
  '(?:[a-d]|rất cao|trung bình cao|cao nhất|rất tốt|tốt nhất|tốt|khá|giỏi|xuất sắc|cao|dẫn đầu|trung bình)';
const REACHES =
  '(?<=(?<!\\p{L})(?:đạt|thuộc|vào|trong|nằm|giữ|xếp|duy trì|ở|lên|từ)\\s+(?:vào\\s+|trong\\s+|ở\\s+|kết quả\\s+)?["“«]?\\s*)';

/** «nhóm “cao nhất”», «“nhóm B”», «đạt nhóm khá»; a project of group B is none. Source: rule T13. */
const GROUP = wording(
  `(?<!dự án |công trình |dự án thuộc )(?:(?<=["“«]\\s*)nhóm\\s+[^"”»;,.]{1,30}?(?=\\s*["”»])|(?<!\\p{L})nhóm\\s+["“«]\\s*[^"”»;]{1,30}?\\s*["”»]|${REACHES}nhóm\\s+${NAME}(?!\\p{L}))`,
);
/** «xếp loại Tốt», «đạt mức “Xuất sắc”»: a target only where the clause has no figure. */
const GRADE = wording(
  `(?<!\\p{L})(?:xếp loại|xếp hạng|xếp mức|đạt loại|đạt mức|đạt mức độ|mức độ|đạt hạng)\\s+(?:["“«]\\s*[^"”»;\\d]{1,30}?\\s*["”»]|${NAME}(?!\\p{L}))(?:\\s+trở lên)?`,
);

export function bandGroups(text: TargetText): Found[] {
  return findAll(text, GROUP);
}

export function bandGrades(text: TargetText): Draft[] {
  return findAll(text, GRADE).map((found) => band(text, found));
}

/** A band without limits. */
export function band(text: TargetText, span: Span): Draft {
  return draft(text, span, { kind: 'band', compare: '≥', label: labelOf(text, span) });
}

/** The limits in the brackets after a band's name: «“nhóm B” (từ 80% - dưới 90%)». */
export function withLimits(text: TargetText, group: Span, limits: Draft): Draft {
  const closing = text.key.startsWith(')', limits.end) ? 1 : 0;
  const whole = { start: group.start, end: limits.end + closing };
  return {
    ...limits,
    kind: 'band',
    label: labelOf(text, group),
    asPrinted: printedWords(text, whole),
    ...whole,
  };
}

/** Whether only quotes, a bracket and words of comparison stand between. */
export function isLimitOf(text: TargetText, group: Span, limits: Span): boolean {
  const between = text.key.slice(group.end, limits.start);
  return group.end <= limits.start && /^\s*["”»]?\s*\(\s*(?:\p{L}+\s*){0,2}$/u.test(between);
}

function labelOf(text: TargetText, span: Span): string {
  return printedWords(text, span).replace(/["“”«»]/gu, '');
}
