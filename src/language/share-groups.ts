import type { Addend } from '../domain/sum.ts';
import { isRemainder } from './breakdowns.ts';
import { isWithin, type Span } from './figure-masks.ts';
import { addendOf, isSameUnit, type Unit } from './figures.ts';
import { type Outcome, outcomeIn } from './outcome-words.ts';
import { isChange } from './percent-links.ts';
import type { Quantity, Reading } from './quantities.ts';
import { clauseAround, sentencesIn } from './sentences.ts';

/** Shares of one whole that a text tells one after the other: «5/9 hoàn thành, chưa đến hạn 4/9». */
export interface ShareGroup {
  /** At least two. */
  readonly parts: readonly Addend[];
  readonly whole: Addend;
  /** Each thing is in one of them only. */
  readonly isApart: boolean;
  /** Together they are said to be all. */
  readonly isWhole: boolean;
  /** The line of the first share, counted from 0. */
  readonly line: number;
}

/** A member of a group on its way to one. */
interface Member {
  readonly count: Addend;
  readonly whole: Addend | null;
  readonly unit: Unit;
  readonly outcome: Outcome | null;
  readonly isRest: boolean;
  readonly line: number;
}

/** What is expected later is another count than what is done. */
const HORIZON =
  /(?<!\p{L})(?:ước|dự kiến|phấn đấu|kế hoạch năm|mục tiêu|trong đó|so với|cùng kỳ)(?!\p{L})/iu;
const LIST_MARK = /^\s*(?:[-–+•*]|[-–+•*]?\s*(?:\p{L}|\d{1,2})[).])\s*/u;
const LEAST_FOR_ALL = 3;
const MONTHS = 12;

/** The groups of shares within sentences and down lists of lines. Source: quirk Q-34. */
export function shareGroupsIn(lines: readonly Reading[]): ShareGroup[] {
  const inSentences = lines.flatMap((reading, line) =>
    reading.ratios.length === 0
      ? []
      : stretchesOf(reading.text).map((span) => membersIn(reading, span, line)),
  );
  return [...inSentences, ...listsIn(lines)].flatMap(groupOf);
}

/** Sentences, cut where they turn to another time or basis. */
function stretchesOf(text: string): Span[] {
  return sentencesIn(text).flatMap(({ start, end }) => {
    const cuts: number[] = [];
    for (const { index } of text.slice(start, end).matchAll(new RegExp(HORIZON, 'giu'))) {
      cuts.push(start + index);
    }
    return [start, ...cuts].map((from, index) => ({ start: from, end: cuts[index] ?? end }));
  });
}

function membersIn(reading: Reading, span: Span, line: number): Member[] {
  const { text, quantities } = reading;
  return quantities
    .filter((quantity) => isWithin(quantity, span))
    .filter((quantity) => isShareOf(reading, quantity) || isRemainder(text, quantity))
    .map((quantity) => memberOf(text, quantity, line));
}

/** «7/10» alone may be a day: it counts where a unit, a percentage or a large whole says so. */
function isShareOf({ text, quantities }: Reading, { whole }: Quantity): boolean {
  if (whole === null) return false;
  const isNamed = quantities.some(
    (other) => other.whole?.value === whole.value && other.unit.words.length > 0,
  );
  return isNamed || whole.value > MONTHS || text.includes('%');
}

function memberOf(text: string, quantity: Quantity, line: number): Member {
  const { count, whole, unit } = quantity;
  const outcome = outcomeIn(clauseAround(text, quantity));
  return { count, whole, unit, outcome, isRest: isRemainder(text, quantity), line };
}

/** Runs of list lines that each tell one share first. */
function listsIn(lines: readonly Reading[]): Member[][] {
  const runs: Member[][] = [];
  let isGoingOn = false;
  for (const [line, reading] of lines.entries()) {
    const { text, quantities } = reading;
    if (text.trim() === '') continue;
    const first = quantities.find((quantity) => isShareOf(reading, quantity));
    const isListed = first !== undefined && LIST_MARK.test(text);
    if (isListed) {
      const member = memberOf(text, first, line);
      if (isGoingOn) runs.at(-1)?.push(member);
      else runs.push([member]);
    }
    isGoingOn = isListed;
  }
  return runs;
}

/** Members of one whole and unit; others are left out. */
function groupOf(members: readonly Member[]): ShareGroup[] {
  const first = members.find(({ whole }) => whole !== null);
  const whole = first?.whole ?? null;
  if (first === undefined || whole === null) return [];
  const named = members.find((member) => member.whole !== null && member.unit.words.length > 0);
  const own = members.filter(
    (member) =>
      (member.whole === null || member.whole.value === whole.value) &&
      (named === undefined ||
        member.unit.words.length === 0 ||
        isSameUnit(member.unit, named.unit)),
  );
  if (own.length < 2) return [];
  const hasRest = own.some(({ isRest }) => isRest);
  const isApart = hasRest || haveOwnOutcomes(own.map(({ outcome }) => outcome));
  const isWhole = hasRest || (isApart && own.length >= LEAST_FOR_ALL);
  return [{ parts: own.map(({ count }) => count), whole, isApart, isWhole, line: first.line }];
}

const STRUCTURE = /(?<!\p{L})cơ cấu(?!\p{L})/iu;

/** Percentages of one whole. */
export interface PercentGroup {
  /** At least three, in percent. */
  readonly percents: readonly Addend[];
  /** Where only some may be told, a sum far below 100 says nothing. */
  readonly isWhole: boolean;
}

/**
 * Percentages in one sentence that are parts of one whole: a structure («cơ cấu kinh tế: …»), or
 * outcomes that exclude each other. Levels and changes among them make it none.
 */
export function percentGroupsIn({ text, figures, quantities }: Reading): PercentGroup[] {
  const percents = figures.filter(
    ({ isPercent, start }) => isPercent && !isChange(text.slice(0, start)),
  );
  if (percents.length < LEAST_FOR_ALL) return [];
  return sentencesIn(text).flatMap((span) => {
    const own = percents.filter((figure) => isWithin(figure, span));
    const sentence = text.slice(span.start, span.end);
    const hasRatio = quantities.some(
      (quantity) => quantity.whole !== null && isWithin(quantity, span),
    );
    if (own.length < LEAST_FOR_ALL || hasRatio || HORIZON.test(sentence)) return [];
    const isApart = haveOwnOutcomes(own.map((figure) => outcomeIn(clauseAround(text, figure))));
    if (!isApart && !STRUCTURE.test(sentence)) return [];
    return [{ percents: own.map(addendOf), isWhole: isApart }];
  });
}

/** Each names an outcome that no other names. */
function haveOwnOutcomes(outcomes: readonly (Outcome | null)[]): boolean {
  return !outcomes.includes(null) && new Set(outcomes).size === outcomes.length;
}
