import type { Target } from '../domain/target.ts';
import { type Condition, conditionsOf } from './conditions.ts';
import { band, bandGrades, bandGroups, isLimitOf, withLimits } from './target-bands.ts';
import type { Draft } from './target-drafts.ts';
import { figureTargets } from './target-figures.ts';
import { withoutNames } from './target-names.ts';
import { qualifierIn } from './target-qualifiers.ts';
import { ranks } from './target-ranks.ts';
import { delegatedTargets, milestoneTargets } from './target-references.ts';
import { relativeTargets } from './target-relatives.ts';
import {
  findWithin,
  readable,
  type Span,
  strikeFigures,
  type TargetText,
  withoutOverlaps,
  wording,
} from './target-text.ts';
import { zeroEvents } from './target-zero-events.ts';

/**
 * Every target of one commitment's text, in the order of its words; empty where it promises
 * nothing that can be measured. With the commitments' year, also the day that the text sets.
 * Offsets are those of the text's NFC form. Never a target: dates, years and horizons, numbers of
 * documents, lists, roads, lots and packages, names in quotes, ages, grades and earlier values.
 * Source: product notes 1.7, rules T01-T27.
 */
export function readTargets(text: string, year: number | null = null): Target[] {
  const whole = readable(text);
  const placed = ranks(whole);
  const named = withoutNames(strikeFigures(whole, placed));
  const conditions = conditionsOf(named);
  const promised = strikeFigures(named, conditions);
  const events = zeroEvents(promised);
  const rest = strikeFigures(promised, events);
  const measured = withBands(rest, figureTargets(rest));
  const drafts = withoutOverlaps([...placed, ...events, ...measured]);
  const worded = withWords(rest, drafts);
  const all = year === null ? worded : inOrder([...worded, ...milestoneTargets(whole, year)]);
  return all.map((each, index) =>
    completed({
      text: rest,
      conditions,
      draft: each,
      earlier: all.slice(0, index),
      next: all[index + 1],
    }),
  );
}

/** A group's name takes the limits in the brackets after it, or stands alone. */
function withBands(text: TargetText, measured: readonly Draft[]): Draft[] {
  const groups = bandGroups(text);
  const limited = measured.map((limits) => {
    const group = groups.find((each) => isLimitOf(text, each, limits));
    return group === undefined ? limits : withLimits(text, group, limits);
  });
  const alone = groups.filter((group) => !limited.some((each) => overlap(each, group)));
  return [...limited, ...alone.map((group) => band(text, group))];
}

/** Comparisons without a figure; and what counts only where its clause has nothing else. */
function withWords(text: TargetText, drafts: readonly Draft[]): Draft[] {
  const relatives = relativeTargets(text).filter(
    (each) => !drafts.some((other) => overlap(each, other)),
  );
  const inWords = [bandGrades, delegatedTargets];
  const all = inWords.reduce<readonly Draft[]>(
    (known, read) => known.concat(outside(text, known, read(text))),
    [...drafts, ...relatives],
  );
  return withoutOverlaps(all);
}

/** Those in clauses that nothing known is in. */
function outside(text: TargetText, known: readonly Draft[], read: readonly Draft[]): Draft[] {
  const empty = text.clauses.filter((clause) => !known.some((each) => overlap(each, clause)));
  return read.filter((each) => empty.some((clause) => overlap(each, clause)));
}

function overlap(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

function inOrder(drafts: readonly Draft[]): Draft[] {
  return [...drafts].sort((left, right) => left.start - right.start);
}

interface Placed {
  readonly text: TargetText;
  readonly conditions: readonly Condition[];
  readonly draft: Draft;
  readonly earlier: readonly Draft[];
  readonly next: Draft | undefined;
}

const PART = wording('(?<!\\p{L})(?:(?<among>trong đó)|gồm|bao gồm|cụ thể|riêng)(?!\\p{L})');

function completed({ text, conditions, draft, earlier, next }: Placed): Target {
  const clause = clauseOf(text, draft);
  const { end } = clause;
  const condition = conditions.find((each) => overlap(each, clause));
  const hasNext = next !== undefined && next.start < end;
  const stops = [end, next?.start ?? end, ...conditions.map(({ start }) => start)];
  const stop = Math.min(...stops.filter((each) => each >= draft.end));
  return {
    ...draft,
    qualifier: qualifierIn(text, { start: draft.end, end: stop }, hasNext && stop === next.start),
    condition: condition?.asPrinted ?? null,
    isPart: isPart(text, { start: clause.start, end: draft.start }, earlier),
  };
}

/** The clause that a target begins in. */
function clauseOf({ clauses, key }: TargetText, { start }: Span): Span {
  const whole: Span = { start: 0, end: key.length };
  return clauses.reduce((held, each) => (each.start <= start ? each : held), whole);
}

/** «trong đó» may begin a sentence of its own; the other words reach no further than theirs. */
function isPart(text: TargetText, before: Span, earlier: readonly Draft[]): boolean {
  return findWithin(text, PART, before).some(({ start, groups }) =>
    earlier.some(
      (each) => each.end <= start && (groups['among'] !== undefined || each.start >= before.start),
    ),
  );
}
