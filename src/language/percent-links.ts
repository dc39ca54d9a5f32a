import type { PrintedPercent } from '../domain/share.ts';

/** How a percentage is tied to the figures before it. */
export interface PercentLink {
  readonly approximation: PrintedPercent['approximation'];
  /** It is a share of a total: «chiếm», «tỷ lệ», or in brackets. */
  readonly isShare: boolean;
}

const APPROXIMATIONS: readonly (readonly [RegExp, PrintedPercent['approximation']])[] = [
  [/(?<!\p{L})(?:hơn|trên)\s*$/iu, 'above'],
  [/(?<!\p{L})gần\s*$/iu, 'below'],
  [/(?<!\p{L})(?:khoảng|xấp xỉ|trên dưới|chừng)\s*$|≈\s*$/iu, 'about'],
];

const LINK =
  /(?:(?<!\p{L})(?:đạt được|đạt|chiếm|t[ỷỉ] trọng|t[ỷỉ] lệ|bằng|tương đương|tương ứng|ước|hoàn thành|là|với|khoảng|xấp xỉ|trên dưới|chừng|hơn|trên|gần|mức)|=|≈)\s*:?\s*$/iu;
const FIRM =
  /(?<!\p{L})(?:đạt|chiếm|t[ỷỉ] lệ|t[ỷỉ] trọng|bằng|tương đương|tương ứng|hoàn thành)(?!\p{L})|=|≈/iu;
const SHARING = /(?<!\p{L})(?:chiếm|t[ỷỉ] lệ|t[ỷỉ] trọng)(?!\p{L})/iu;

/** Words that make what comes after them another thing than the figures' own percentage. */
const OTHER_THING = /(?<!\p{L})(?:t[ỷỉ] lệ|t[ỷỉ] trọng|tăng|giảm|so với|cùng kỳ|vượt)(?!\p{L})/iu;
const SENTENCE_END = /[.;!?](?=\s|$)|\n/u;

const MOST_WORDS_BARE = 8;
const MOST_CHARACTERS = 160;

/**
 * How a percentage is tied to figures, by the words between them («triệu đồng, đạt tỷ lệ »); null
 * where it tells of something else. Between the last comma or bracket and the percentage nothing
 * may stand but linking words. Source: product notes 1.7, the forms of results.
 */
export function linkIn(between: string, mostWords = MOST_WORDS_BARE): PercentLink | null {
  const { before, links } = splitLinks(between);
  const words = before.replace(/[,(–\-[]$/u, '');
  const sign = before.slice(words.length);
  if (words.length > MOST_CHARACTERS || SENTENCE_END.test(words) || OTHER_THING.test(words)) {
    return null;
  }
  if (!isTied(sign, words, links, mostWords)) return null;
  return {
    approximation: approximationBefore(links),
    isShare: SHARING.test(links) || sign === '(' || sign === '[',
  };
}

/** What the words right before a percentage make of it; null where it claims to be exact. */
export function approximationBefore(words: string): PrintedPercent['approximation'] {
  const last = words.slice(-12);
  return APPROXIMATIONS.find(([pattern]) => pattern.test(last))?.[1] ?? null;
}

function isTied(sign: string, words: string, links: string, mostWords: number): boolean {
  if (sign === '(' || sign === '[') return !/[([][^)\]]*$/u.test(words);
  if (!FIRM.test(links)) return false;
  if (/[()[\]:]/u.test(words.replace(/\([^()]*\)/gu, ''))) return false;
  if (sign !== '') return !words.includes(',') || /(?<!\p{L})chiếm(?!\p{L})/iu.test(links);
  return !words.includes(',') && words.trim().split(/\s+/u).length <= mostWords;
}

function splitLinks(between: string): { readonly before: string; readonly links: string } {
  let before = between;
  for (let found = LINK.exec(before); found !== null; found = LINK.exec(before)) {
    before = before.slice(0, found.index);
  }
  return { before: before.trimEnd(), links: between.slice(before.length) };
}

const BEFORE_FIGURES =
  /^(?:\s*(?:(?:kế hoạch|dự toán|chỉ tiêu|tổng số|nhiệm vụ)(?:\s+(?:vốn|giao|năm|được giao))*)?\s*[([]\s*(?:(?:tương ứng|tương đương|tức|bằng|là|đạt|với|số)\s*)*|\s*,?\s*(?:tương ứng|tương đương|tức|bằng)\s*(?:(?:là|với)\s*)?)$/iu;

/** Whether figures explain the percentage before them: «18,94% (74,5/393,5 tỷ đồng)». */
export function isExplained(between: string): boolean {
  return BEFORE_FIGURES.test(between);
}

const COMPARED =
  /^\s*(?:so với|so|của|với)?\s*(?:cùng kỳ|năm trước|năm ngoái|kỳ trước|(?:năm|quý|tháng)\s+\d)/iu;
const OF_OTHER = /^\s*(?:trong\s+|của\s+|so với\s+)?(?:tổng|dân số|toàn)(?!\p{L})/iu;
const OF_PLAN =
  /^\s*(?:so\s+|so với\s+|của\s+)?(?:kế hoạch|KH|chỉ tiêu|dự toán|DT|nhiệm vụ)(?!\p{L})/iu;

/** What follows a percentage: a comparison with a year, a share of something named, a plan's part. */
export function percentContext(after: string): 'compared' | 'ofOther' | 'ofPlan' | null {
  if (COMPARED.test(after)) return 'compared';
  if (OF_PLAN.test(after)) return 'ofPlan';
  return OF_OTHER.test(after) ? 'ofOther' : null;
}

const CHANGED =
  /(?<!\p{L})(?:tăng|giảm|vượt|cao hơn|thấp hơn|hụt|kéo giảm)(?:\s+(?:thêm|khoảng|gần|hơn|trên|ít nhất|được|là|chỉ tiêu|kế hoạch|dự toán|so với))*\s*$/iu;

/** Whether the words before a figure make it a change and not a level: «tăng », «vượt kế hoạch ». */
export function isChange(before: string): boolean {
  return CHANGED.test(before.slice(-60));
}
