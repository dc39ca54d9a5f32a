import { milestoneIn } from './milestones.ts';
import { type Draft, draft } from './target-drafts.ts';
import { type Found, findAll, type Span, type TargetText, wording } from './target-text.ts';

/** «đạt và vượt chỉ tiêu thu ngân sách do Tỉnh giao»: another paper gives the value. */
const DELEGATED = wording(
  '(?<!\\p{L})(?:đạt|vượt|hoàn thành|bảo đảm|đảm bảo|thực hiện|thu|phấn đấu)(?!\\p{L})[^;.()\\n\\d]{0,60}?(?<!\\p{L})(?:chỉ tiêu|dự toán|kế hoạch vốn|kế hoạch thu)(?!\\p{L})[^;.()\\n\\d]{0,160}?(?<!\\p{L})(?:(?:do|được|của) [^;.,()\\n\\d]{0,60}?)?(?<!\\p{L})(?:giao|đề ra|phân bổ)(?!\\p{L})',
);

/** One target for each indicator of a list. Source: rule T23. */
export function delegatedTargets(text: TargetText): Draft[] {
  return findAll(text, DELEGATED).flatMap((found) =>
    indicators(text, found).map((span) =>
      draft(text, span, { kind: 'delegated', compare: '≥', doubts: ['valueMissing'] }),
    ),
  );
}

/** «chỉ tiêu thu ngân sách, đưa lao động đi làm việc … do Tỉnh giao» names two. */
function indicators(text: TargetText, { start, end }: Found): Span[] {
  const commas = [...text.key.slice(start, end).matchAll(/,\s/gu)].map(
    ({ index }) => start + index,
  );
  return [...commas, end].map((until, index, all) => ({
    start: index === 0 ? start : Number(all[index - 1]) + 1,
    end: until,
  }));
}

/** The day that the text itself sets, as a target of its own. Source: rules R22, T24. */
export function milestoneTargets(text: TargetText, year: number): Draft[] {
  const milestone = milestoneIn(text.printed, year);
  if (milestone === null) return [];
  const start = text.printed.indexOf(milestone.asPrinted);
  const span = { start, end: start + milestone.asPrinted.length };
  return [draft(text, span, { kind: 'milestone', compare: '≤', isCompareStated: true })];
}
