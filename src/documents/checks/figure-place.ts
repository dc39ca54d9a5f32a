import type { Observation } from '../../domain/finding.ts';
import type { Reading } from '../../language/quantities.ts';
import type { PlacedText } from './printed-paragraphs.ts';

/** Which number of an observation's data is looked for in the text: the printed one first. */
const SOUGHT = ['printed', 'total', 'whole'] as const;

/** The place of the line in which an observation's figure stands; the paragraph's where it has none. */
export function placeOfFigure<Place>(
  { place, further = [] }: PlacedText<Place>,
  { figures }: Reading,
  { data }: Observation,
): Place {
  const numbers: Readonly<Record<string, unknown>> = data;
  const sought = SOUGHT.map((key) => numbers[key]).find((number) => number !== undefined);
  const figure = figures.find(({ value }) => value === sought);
  if (figure === undefined) return place;
  return further.findLast(({ start }) => start <= figure.start)?.place ?? place;
}
