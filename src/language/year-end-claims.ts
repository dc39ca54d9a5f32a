import { isWithin } from './figure-masks.ts';
import type { Unit } from './figures.ts';
import type { Reading } from './quantities.ts';
import { sentencesIn } from './sentences.ts';

/** What a text expects of the whole year: «ước cuối năm đạt 10/11 chỉ tiêu». */
export interface YearEndClaim {
  readonly unit: Unit;
  readonly whole: number;
  /** The year that it names, if any. */
  readonly year: number | null;
}

const YEAR_END = /(?<!\p{L})(?:cuối|cả|hết|trong)\s+năm(?:\s+(\d{4}))?(?!\p{L})/iu;
const EXPECTED = /(?<!\p{L})(?:ước|dự kiến|phấn đấu|khả năng|sẽ)(?!\p{L})/iu;

/** Nouns that mean all of a report's own aims when nothing qualifies them. */
const AIMS: ReadonlySet<string> = new Set(['chỉ tiêu', 'nội dung', 'nhiệm vụ', 'tiêu chí']);

/** The claims of a paragraph about the year's end, of aims that nothing narrows. Source: quirk Q-34. */
export function yearEndClaimsIn({ text, ratios }: Reading): YearEndClaim[] {
  if (ratios.length === 0) return [];
  return sentencesIn(text).flatMap((span) => {
    const sentence = text.slice(span.start, span.end);
    const found = YEAR_END.exec(sentence);
    if (found === null || !EXPECTED.test(sentence)) return [];
    const year = found[1] === undefined ? null : Number(found[1]);
    return ratios
      .filter((ratio) => isWithin(ratio, span) && ratio.start > span.start + found.index)
      .filter((ratio) => isBare(text, ratio.end, ratio.unit))
      .slice(0, 1)
      .map(({ unit, whole }) => ({ unit, whole: whole.value, year }));
  });
}

/** «10/11 chỉ tiêu,» and not «10/11 chỉ tiêu kinh tế». */
function isBare(text: string, from: number, { words }: Unit): boolean {
  if (!AIMS.has(words.join(' '))) return false;
  return /^\s+\p{L}+\s+\p{L}+\s*(?:[,.;()]|$|(?:đạt|hoàn thành|không|còn)(?!\p{L}))/iu.test(
    text.slice(from, from + 40),
  );
}
