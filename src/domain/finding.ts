import type { CalendarDate } from './calendar-date.ts';
import type { CommitmentStatus } from './commitment-status.ts';

/** `confirm` is for a person to settle before the figure is relied on; a `note` only informs. */
export type FindingLevel = 'note' | 'confirm';

/** A part of a whole with the percentage that was printed and the one that follows. */
export type ShareData = {
  readonly part: number;
  readonly whole: number;
  /** In percent. */
  readonly printed: number;
  /** In percent, with the decimals of the printed one and two at least. */
  readonly expected: number;
};

export type SumData = {
  readonly parts: readonly number[];
  readonly sum: number;
  readonly total: number;
};

/** Personal data that a list of commitments has no use for. Source: domain notes 6.1. */
export type PersonalDataKind = 'phone' | 'identityNumber' | 'email' | 'birthDate';

/** Where a paper may name its year. */
export type YearSource = 'fileName' | 'sheet' | 'title' | 'heading';

/** The reason of each finding: numbers, dates and quoted words, never a correction. */
export interface FindingData {
  /** The percentage does not follow from the figures. Source: quirks. */
  readonly percentWrong: ShareData;
  /** Right in whole percents only. Source: quirk Q-29. */
  readonly percentCoarse: ShareData;
  /** Cut off instead of rounded. Source: quirk Q-37. */
  readonly percentTruncated: ShareData;
  /** Right if a point of the figures is a decimal mark. Source: product notes 1.7. */
  readonly separatorDoubtful: ShareData;
  /** A percentage of the item's own target that follows from another one. Source: quirk Q-30. */
  readonly denominatorMismatch: ShareData & { readonly impliedWhole: number };
  /** By how much a level is above or below its threshold. Source: quirk Q-31. */
  readonly excessWrong: {
    readonly level: number;
    readonly threshold: number;
    readonly printed: number;
    readonly expected: number;
  };
  /** Parts of one whole that do not make it. Source: quirk Q-34. */
  readonly sharesNotWhole: SumData;
  /** Parts that do not make the total printed before them. Source: quirk Q-35. */
  readonly partsNotTotal: SumData;
  /** A share that no total of the same paragraph gives. Source: quirk Q-36. */
  readonly shareOfNoTotal: ShareData & { readonly impliedWhole: number };
  /** Parts that make the named subset, not the total. Source: quirk Q-38. */
  readonly partsOfSubset: SumData & { readonly subset: number };
  /** Percentages of one whole that do not make 100. */
  readonly percentsNotHundred: SumData;
  /** The same things counted of two wholes. Source: quirk Q-34. */
  readonly wholeDisputed: { readonly whole: number; readonly otherWhole: number };
  /** A blank that waits for a figure or a word. Source: quirk Q-12. */
  readonly placeholderOpen: { readonly excerpt: string };
  /** Counted over days that the paper does not cover. Source: quirk Q-18. */
  readonly dateOutsidePeriod: { readonly date: CalendarDate; readonly year: number };
  /** A document or an act of another year: it may be right. Source: quirk Q-18. */
  readonly dateOfOtherYear: { readonly date: CalendarDate; readonly year: number };
  readonly dateImpossible: { readonly excerpt: string };
  readonly datesReversed: { readonly from: CalendarDate; readonly to: CalendarDate };
  /** The result speaks of another task. Source: quirk Q-17. */
  readonly answersOtherItem: { readonly excerpt: string; readonly otherNumber: string };
  /** Words of doing and nothing else. Source: moonshot M22. */
  readonly emptyPhrase: { readonly excerpt: string };
  /** A part of the parent that no child restates. Source: quirks. */
  readonly partWithoutChild: { readonly excerpt: string };
  readonly numberRepeated: { readonly number: string };
  readonly numberMissing: { readonly number: string };
  /** The mark says one thing, the result begins with another. */
  readonly markDisputed: { readonly marked: CommitmentStatus; readonly said: CommitmentStatus };
  /** A body that was gone by then; without successors where none is known. */
  readonly agencyAbolished: {
    readonly name: string;
    readonly until: CalendarDate;
    readonly successors: readonly string[];
  };
  /** What kind of data; never the data. */
  readonly personalData: { readonly kind: PersonalDataKind };
  readonly yearDisputed: {
    readonly source: YearSource;
    readonly found: number;
    readonly year: number;
  };
}

export type FindingCode = keyof FindingData;

/** What a check saw, without a place. */
export type Observation = {
  readonly [Code in FindingCode]: {
    readonly code: Code;
    readonly level: FindingLevel;
    readonly data: FindingData[Code];
  };
}[FindingCode];

/** An observation at its place. `Place` is whatever the reader of the paper points with. */
export type Finding<Place> = Observation & { readonly place: Place };

const NOTES: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'percentCoarse',
  'percentTruncated',
  'partsOfSubset',
  'dateOfOtherYear',
  'emptyPhrase',
  'numberMissing',
  'personalData',
]);

/** A finding with the level that its code has; `level` where the case is milder. */
export function observe<Code extends FindingCode>(
  code: Code,
  data: FindingData[Code],
  level: FindingLevel = NOTES.has(code) ? 'note' : 'confirm',
): Observation {
  return { code, level, data } as Observation;
}
