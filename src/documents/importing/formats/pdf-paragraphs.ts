import { beginsWithLabel } from '../../../language/paragraph-labels.ts';
import type { Paragraph } from '../model.ts';
import type { Line, Segment } from './pdf-lines.ts';

interface OpenParagraph {
  text: string;
  readonly line: Line;
  isBold: boolean;
  last: Line;
}

/** Lines as far apart as that do not belong together, in heights of letters. */
const WIDE_SPACING = 2;

/** Between which the page is written on. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Lines made paragraphs again: one goes on where the next word had no room on its line. */
export function paragraphsOf(lines: readonly Line[], page: number, margins: Margins): Paragraph[] {
  const open: OpenParagraph[] = [];
  for (const printed of lines) {
    const line = closeGaps(printed);
    const last = open.at(-1);
    const [only, ...more] = line.segments;
    if (only === undefined) continue;
    if (more.length === 0 && last !== undefined && goesOn(last.last, line, margins)) {
      last.text += ` ${only.text}`;
      last.isBold &&= only.isBold;
      last.last = line;
    } else {
      for (const { text, isBold } of line.segments) open.push({ text, line, isBold, last: line });
    }
  }
  return open.map(({ text, line, isBold }) => ({
    kind: 'paragraph',
    text,
    place: { page, line: line.number },
    ...(isBold ? { isBold } : {}),
  }));
}

/** Of a line that is no table's, only so wide a gap parts two texts that stand side by side. */
const SIDE_BY_SIDE = 2.5;

function closeGaps(line: Line): Line {
  const segments: Segment[] = [];
  for (const segment of line.segments) {
    const last = segments.at(-1);
    if (last === undefined || segment.left - last.right > line.size * SIDE_BY_SIDE)
      segments.push(segment);
    else
      segments.splice(-1, 1, {
        ...last,
        parts: [...last.parts, ...segment.parts],
        text: `${last.text} ${segment.text}`,
        right: segment.right,
        isBold: last.isBold && segment.isBold,
      });
  }
  return { ...line, segments };
}

function goesOn(above: Line, line: Line, margins: Margins): boolean {
  const [upper, ...more] = above.segments;
  const [lower] = line.segments;
  if (upper === undefined || lower === undefined || more.length > 0) return false;
  if (beginsWithLabel(lower.text) || Math.abs(upper.size - lower.size) > 1) return false;
  if (line.baseline - above.baseline >= line.size * WIDE_SPACING) return false;
  if (isCentred(upper, margins) && isCentred(lower, margins))
    return (
      upper.isBold === lower.isBold && !hasRoom(upper.left - margins.left, upper, lower, margins)
    );
  const isIndented =
    lower.left > margins.left + line.size && lower.left > upper.left + line.size * 0.5;
  return !isIndented && !hasRoom(0, upper, lower, margins);
}

/** Whether the lower line's first word would have stood on the upper one; `more` is the room at its left. */
function hasRoom(more: number, upper: Segment, lower: Segment, { right }: Margins): boolean {
  const word = (/^\S+/u.exec(lower.text)?.[0].length ?? 0) / lower.text.length;
  const needed = (lower.right - lower.left) * word + lower.size * 0.5;
  return right - upper.right + more > needed;
}

function isCentred({ left, right, size }: Segment, margins: Margins): boolean {
  const before = left - margins.left;
  const after = margins.right - right;
  return before > size * 2 && Math.abs(before - after) < size;
}
