/** A deadline for reports as a letter prints it. Source: contract of `import`. */
export interface PrintedReportingRule {
  readonly kind:
    | 'monthly'
    | 'quarterly'
    | 'semiannual'
    | 'nineMonth'
    | 'annual'
    | 'annualPreliminary'
    | 'annualUpdate';
  /** `before` where the printed day is itself outside. */
  readonly boundary: 'before' | 'by';
  readonly day: number;
  /** Null where it is every month, or one that the words only describe. */
  readonly month: number | 'lastOfQuarter' | null;
  readonly year: number | null;
  /** `HH:MM` on that day, null for its end. */
  readonly time: string | null;
  readonly asPrinted: string;
}

type Kind = PrintedReportingRule['kind'];

/** What a report is called; the words nearest before its deadline count. */
const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['semiannual', /(?:6|06|sáu)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?|bán niên|nửa năm/giu],
  ['nineMonth', /(?:9|09|chín)\s+tháng(?:\s+đầu\s+năm)?/giu],
  [
    'quarterly',
    /(?:báo cáo|định kỳ|kỳ|hằng|hàng|mỗi|theo|kết quả|từng|chế độ)\s+quý|(?<![\p{L}])quý\s+(?:IV|I{1,3}|[1-4])(?![\p{L}\d])/giu,
  ],
  ['monthly', /(?:báo cáo|định kỳ|hằng|hàng|mỗi|theo|từng)\s+tháng(?!\s*\d)/giu],
  ['annualPreliminary', /sơ bộ/giu],
  ['annualUpdate', /cập nhật|bổ sung|chính thức/giu],
  ['annual', /(?:báo cáo|tổng kết|định kỳ|hằng|hàng|mỗi|kết quả|ước|cả|cuối)\s+(?:cả\s+)?năm/giu],
];

const LEAD_IN =
  '(?<word>trước|chậm nhất|muộn nhất|hạn cuối|hạn chót|không quá|đến hết|hết|vào|đến|trong)(?:\\s+(?:là|vào|đến|hết|và|trong|trước|ngay))*';
const TIME =
  '(?<hour>\\d{1,2})\\s*(?:giờ|h|g|:)\\s*(?<minute>\\d{2})?(?:\\s*phút)?,?(?:\\s+(?:sáng|chiều))?\\s*';
const MONTH =
  '(?<quarterEnd>(?:của\\s+)?tháng\\s+cuối(?:\\s+cùng)?(?:\\s+(?:của|mỗi|hằng|hàng|từng))*\\s+quý)' +
  '|(?:(?:của\\s+)?tháng\\s+|\\s*[/.-]\\s*)(?<month>\\d{1,2})(?!\\d)(?:(?:\\s+năm\\s+|\\s*[/.-]\\s*)(?<year>\\d{4}))?' +
  '|(?<everyMonth>(?:(?:của|mỗi|hằng|hàng|các)\\s+)+tháng|tháng\\s+(?:báo cáo|sau|kế tiếp|liền kề|tiếp theo))';
const DEADLINE = new RegExp(
  `(?:${LEAD_IN}\\s+(?:${TIME})?(?:(?:của\\s+)?ngày\\s+)?|ngày\\s+(?=\\d{1,2}\\s+(?:(?:của|mỗi|hằng|hàng)\\s+)*tháng(?!\\s+\\d)))(?<day>\\d{1,2})(?!\\d|\\s*(?:%|ngày|tháng đầu))\\s*(?:${MONTH})?`,
  'giu',
);
/** More days after the first: «05/3, 05/6, 05/9 và 05/12», «15/6 và ngày 15/12 hằng năm». */
const FURTHER_DAY =
  /^\s*(?:,|;|và)\s*(?:ngày\s+)?(?<day>\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(?<month>\d{1,2})(?!\d)(?:(?:\s+năm\s+|\s*[/.-]\s*)(?<year>\d{4}))?/iu;

interface FoundDay {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly word: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

function speaksOfReports(text: string): boolean {
  return /báo cáo|chế độ thông tin/iu.test(text);
}

/** Whether the text asks for reports that come again, whoever is to write them. */
export function asksForReports(text: string): boolean {
  const said = text.normalize('NFC');
  return (
    speaksOfReports(said) && /(?:định kỳ|hằng|hàng|mỗi)\s+(?:năm|quý|tháng)|định kỳ/iu.test(said)
  );
}

/**
 * The deadlines of a text's reports, in its order, each with the kind that the nearest words name;
 * empty where no kind is named: a single report is no rule. Source: rules R01-R03.
 */
export function reportingRulesIn(text: string): PrintedReportingRule[] {
  const said = text.normalize('NFC').replace(/\s+/gu, ' ');
  if (!speaksOfReports(said)) return [];
  const days = daysIn(said);
  const rules = days.flatMap((found, index) => {
    const from = days[index - 1]?.end ?? 0;
    const after = said.slice(found.end);
    const kind =
      kindNamedAfter(after) ??
      kindNear(said.slice(from, found.start)) ??
      kindBefore(said.slice(0, found.start), found.groups) ??
      kindEveryYear(after);
    const rule = kind === null ? null : ruleOf(found, kind);
    return rule === null ? [] : [rule];
  });
  // Without a first pass there is nothing to bring up to date: it is the year's one report.
  const hasPasses = rules.some(({ kind }) => kind === 'annualPreliminary');
  return rules.map((rule) =>
    rule.kind === 'annualUpdate' && !hasPasses ? { ...rule, kind: 'annual' } : rule,
  );
}

function daysIn(text: string): FoundDay[] {
  return [...text.matchAll(DEADLINE)].flatMap((match) => {
    const { 0: printed, index, groups = {} } = match;
    const first = {
      start: index,
      end: index + printed.length,
      text: printed.trim(),
      word: String(groups['word']),
      groups,
    };
    return [first, ...furtherDays(text, first)];
  });
}

function furtherDays(text: string, before: FoundDay): FoundDay[] {
  const match = FURTHER_DAY.exec(text.slice(before.end));
  if (match?.groups === undefined) return [];
  const [printed] = match;
  const end = before.end + printed.length;
  const next = {
    start: before.end,
    end,
    text: printed.replace(/^[\s,;]+(?:và\s+)?|^\s*và\s+/u, ''),
    word: before.word,
    groups: match.groups,
  };
  return [next, ...furtherDays(text, next)];
}

/** «trước ngày 10/6 (báo cáo 6 tháng)», «ngày 05/12 đối với báo cáo năm». */
function kindNamedAfter(after: string): Kind | null {
  const named = /^\s*(?:\(([^)]*)\)|(?:đối với|cho)\s+([^,;.]*))/iu.exec(after);
  const words = named?.[1] ?? named?.[2];
  return words === undefined ? null : kindNear(words);
}

/** «ngày 25/11 hằng năm», where nothing else says what is reported. */
function kindEveryYear(after: string): Kind | null {
  return /^,?\s*(?:hằng|hàng|mỗi)\s+năm/iu.test(after) ? 'annual' : null;
}

/** The kind named last, «báo cáo sơ bộ» being more than «báo cáo năm». */
function kindNear(words: string): Kind | null {
  const named = KINDS.flatMap(([kind, pattern]) =>
    [...words.matchAll(pattern)].map(({ index }) => ({ kind, index })),
  );
  const pass = named.findLast(
    ({ kind }) => kind === 'annualPreliminary' || kind === 'annualUpdate',
  );
  const isOtherPeriod = named.some(({ kind }) => !kind.startsWith('annual'));
  if (pass !== undefined && !isOtherPeriod) return pass.kind;
  const plain = named.filter(({ kind }) => kind !== 'annualPreliminary' && kind !== 'annualUpdate');
  return plain.sort((left, right) => left.index - right.index).at(-1)?.kind ?? null;
}

/** Days listed after one kind share it; «trước ngày 25 hằng tháng» names its own. */
function kindBefore(before: string, { quarterEnd, everyMonth }: FoundDay['groups']): Kind | null {
  if (quarterEnd !== undefined) return 'quarterly';
  return kindNear(before) ?? (everyMonth === undefined ? null : 'monthly');
}

function ruleOf({ text, word, groups }: FoundDay, kind: Kind): PrintedReportingRule | null {
  const day = Number(groups['day']);
  const month = groups['month'] === undefined ? null : Number(groups['month']);
  if (day < 1 || day > 31 || (month !== null && (month < 1 || month > 12))) return null;
  const time = timeOf(groups);
  return {
    kind,
    // Before an hour of a day, the day itself is still good.
    boundary:
      /^trước$/iu.test(word) && time === null && !/trước\s+(?:và|hoặc)\s+trong/iu.test(text)
        ? 'before'
        : 'by',
    day,
    month: groups['quarterEnd'] === undefined ? month : 'lastOfQuarter',
    year: groups['year'] === undefined ? null : Number(groups['year']),
    time,
    asPrinted: text,
  };
}

function timeOf({ hour, minute = '00' }: FoundDay['groups']): string | null {
  return hour === undefined || Number(hour) > 24 ? null : `${hour.padStart(2, '0')}:${minute}`;
}
