import type { Target } from '../domain/target.ts';
import { printedWords, type Span, type TargetText } from './target-text.ts';

/** What a reader knows of a target by its own words; the rest comes from the words around it. */
export type Draft = Omit<Target, 'qualifier' | 'condition' | 'isPart'>;

/** A higher level of something, of which only the place is known yet. */
export function draft(
  text: TargetText,
  span: Span,
  known: Partial<Draft> & Pick<Draft, 'kind' | 'compare'>,
): Draft {
  const lowers = known.compare === '≤' || known.compare === '<';
  return {
    value: null,
    isCompareStated: false,
    high: null,
    highCompare: null,
    total: null,
    unit: null,
    scale: 1,
    baseUnit: null,
    direction: lowers ? 'lowerBetter' : 'higherBetter',
    label: null,
    baseline: null,
    doubts: [],
    ...known,
    asPrinted: printedWords(text, span),
    start: span.start,
    end: span.end,
  };
}
