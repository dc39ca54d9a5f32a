import type { Measure } from '../domain/target.ts';
import { currencyAt, scaleAt } from './target-money.ts';
import {
  COUNTED_NOUNS,
  GRADE_UNITS,
  NO_NOUNS,
  PHYSICAL_UNITS,
  TIME_UNITS,
} from './target-nouns.ts';
import {
  findAt,
  findWithin,
  oneOf,
  printedWords,
  type Span,
  type TargetText,
  wording,
} from './target-text.ts';

/** What kind of thing follows a figure. */
export type UnitKind = 'percent' | 'points' | 'money' | 'count' | 'ratio' | 'places' | 'time';

export interface FollowingUnit extends Measure, Span {
  readonly kind: UnitKind;
  readonly unit: string;
  /** By how much a word of number («triệu lượt khách») multiplies the figure itself. */
  readonly multiplier: number;
  /** A noun of the list, not merely the words that follow. */
  readonly isKnown: boolean;
}

type UnitReader = (text: TargetText, at: number) => FollowingUnit | null;

const REPEATED_IN_WORDS = wording('\\s*\\((?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)[^()]*\\)');
const PERCENT = wording('\\s*(?:%|phần trăm(?!\\p{L}))');
const PER_THOUSAND = wording('\\s*‰');
const PERCENT_POINTS = wording('\\s*điểm\\s*(?:%|phần trăm(?!\\p{L}))');
const GRADE = wording(`\\s*${oneOf(GRADE_UNITS)}`);
const AGE = wording('\\s+tuổi(?!\\p{L})');
const LIFETIME = wording('(?<!\\p{L})tuổi thọ(?!\\p{L})');
const TIME = wording(`\\s+${oneOf(TIME_UNITS)}`);

/** «80 điểm», not «05 điểm sạt lở». */
const POINTS = wording(
  '\\s*(?:/\\s*100\\s*)?điểm(?!\\p{L})(?!\\s+(?:du lịch|đến|trường|bán|giới thiệu|cầu|nóng|truy cập|sạt lở|dừng|tập kết|đấu nối|chợ|dân cư|kinh doanh|phát|tiếp|thu|ngập|đen|nghẽn|ùn|thi|tư vấn|giao dịch|văn hóa|sinh hoạt|vui chơi|khai thác|mỏ|tái|tham quan|check|dịch vụ|công cộng|hỗ trợ|tuyên truyền|trực|trung chuyển|mới|mô hình|wifi|internet|bưu điện|ô nhiễm|nguy cơ))',
);
const PLACES = wording('\\s+(?:thứ\\s+)?(?:bậc|hạng)(?!\\p{L})(?!\\s+(?:mục|sao|i))');

const KNOWN = `(?:${oneOf(COUNTED_NOUNS)}|${oneOf(PHYSICAL_UNITS)})`;
/** «tin, bài», «hội nghị hoặc hội thảo»: either is counted. */
const NOUN = wording(
  `\\s*(?<noun>${KNOWN}(?:(?:\\s*,\\s*|\\s+hoặc\\s+|\\s*/\\s*)${oneOf(COUNTED_NOUNS)})*)`,
);
const OTHER_NOUN = wording(
  `\\s+(?!${oneOf(NO_NOUNS)})(?<noun>\\p{L}{2,}(?:\\s+(?!${oneOf(NO_NOUNS)})\\p{L}{2,})?)`,
);

const PER = wording(
  '(?:\\s*/\\s*(?:(?:\\d[\\d.]*|vạn|nghìn|trăm)\\s+)?\\p{L}[\\p{L}\\d]*(?:\\s+(?:dân|sinh|sống|việc))?)+',
);
const PER_IN_WORDS = wording(
  '\\s+trên\\s+(?:một\\s+|1\\s+)?(?:\\d[\\d.]*|vạn|nghìn|trăm)\\s+(?:dân|người|trẻ|hộ)(?!\\p{L})',
);
/** Heads and areas make a ratio; «/năm», «/xã» only say how often. */
const RATIO = wording(
  '\\s*/\\s*(?:(?:\\d[\\d.]*|vạn|nghìn|trăm)\\s+)?(?:dân|người|ha|km2|km²|m2|trẻ)(?!\\p{L})',
);

/** The first that knows what follows has it. */
const READERS: readonly UnitReader[] = [
  percentPoints,
  percent,
  perThousand,
  points,
  places,
  money,
  scaled,
  noun,
  age,
  time,
  otherNoun,
];

/**
 * What the figure that ends at `at` counts; null where no unit follows, or only a grade that no
 * target has («3 sao», «15 tuổi»).
 */
export function unitAfter(text: TargetText, at: number): FollowingUnit | null {
  const start = findAt(text, REPEATED_IN_WORDS, at)?.end ?? at;
  for (const read of READERS) {
    const unit = read(text, start);
    if (unit !== null) return unit;
  }
  return null;
}

function percentPoints(text: TargetText, at: number): FollowingUnit | null {
  const found = findAt(text, PERCENT_POINTS, at);
  return found && { ...simple('percent', 'điểm %', found), baseUnit: 'điểm %' };
}

function percent(text: TargetText, at: number): FollowingUnit | null {
  const found = findAt(text, PERCENT, at);
  return found && simple('percent', '%', found);
}

function perThousand(text: TargetText, at: number): FollowingUnit | null {
  const found = findAt(text, PER_THOUSAND, at);
  return found && simple('percent', '‰', found);
}

function points(text: TargetText, at: number): FollowingUnit | null {
  const found = findAt(text, POINTS, at);
  return found && simple('points', 'điểm', found);
}

function places(text: TargetText, at: number): FollowingUnit | null {
  const found = findAt(text, PLACES, at);
  return found && simple('places', printedWords(text, found), found);
}

/** «tỷ đồng», «triệu đồng/người/năm». */
function money(text: TargetText, at: number): FollowingUnit | null {
  const currency = currencyAt(text, at);
  if (currency === null) return null;
  const per = findAt(text, PER, currency.end);
  const end = per?.end ?? currency.end;
  const suffix = per === null ? '' : tidy(printedWords(text, per));
  return {
    ...simple('money', tidy(printedWords(text, { start: at, end })), { start: at, end }),
    scale: currency.factor,
    baseUnit: `${currency.base}${suffix}`,
  };
}

/** «3,8 triệu lượt khách» is so many visitors; «6,5 tỷ» alone is money. */
function scaled(text: TargetText, at: number): FollowingUnit | null {
  const scale = scaleAt(text, at);
  if (scale === null) return null;
  const counted = noun(text, scale.end) ?? otherNoun(text, scale.end);
  if (counted?.isKnown) return { ...counted, start: at, multiplier: scale.factor };
  if (scale.factor < 1e6) return counted && { ...counted, start: at, multiplier: scale.factor };
  const span = { start: at, end: scale.end };
  return {
    ...simple('money', `${printedWords(text, span)} đồng`, span),
    scale: scale.factor,
    baseUnit: 'đồng',
  };
}

function noun(text: TargetText, at: number): FollowingUnit | null {
  const found = findAt(text, NOUN, at);
  return found && counted(text, found, true);
}

/** An age is a grade, but not where a lifetime is promised. */
function age(text: TargetText, at: number): FollowingUnit | null {
  const found = findAt(text, AGE, at);
  const isLifetime = found !== null && findWithin(text, LIFETIME, { start: 0, end: at }).length > 0;
  return isLifetime ? simple('count', 'tuổi', found) : null;
}

function time(text: TargetText, at: number): FollowingUnit | null {
  const found = findAt(text, TIME, at);
  return found && simple('time', printedWords(text, found), found);
}

function otherNoun(text: TargetText, at: number): FollowingUnit | null {
  const found = findAt(text, OTHER_NOUN, at);
  if (found === null || findAt(text, GRADE, at) !== null) return null;
  return counted(text, found, false);
}

function counted(text: TargetText, { start, end }: Span, isKnown: boolean): FollowingUnit {
  const per = findAt(text, PER, end) ?? findAt(text, PER_IN_WORDS, end);
  const last = per?.end ?? end;
  const printed = tidy(
    printedWords(text, { start, end: last }).replace(/\s+trên\s+(?=\d|v)/u, '/'),
  );
  const isRatio = per !== null && (findAt(text, PER_IN_WORDS, end) ?? findAt(text, RATIO, end));
  return { ...simple(isRatio ? 'ratio' : 'count', printed, { start, end: last }), isKnown };
}

function simple(kind: UnitKind, unit: string, { start, end }: Span): FollowingUnit {
  return {
    kind,
    unit,
    start,
    end,
    multiplier: 1,
    scale: 1,
    baseUnit: unit.toLowerCase(),
    isKnown: true,
  };
}

function tidy(unit: string): string {
  return unit.replace(/\s*\/\s*/gu, '/');
}
