import { isUpright, type PageItem } from './pdf-geometry.ts';

/** Words on one line with no wide gap between them. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly isBold: boolean;
  /** The same words, parted also where they were written apart. */
  readonly parts: readonly Omit<Segment, 'parts'>[];
}

export interface Line {
  readonly segments: readonly Segment[];
  readonly baseline: number;
  readonly size: number;
  /** Counts from 1 on its page. */
  readonly number: number;
}

/** A gap wider than so many letter heights parts columns; single spaces and justified ones do not. */
const WIDE_GAP = 1;

/** A gap as wide as that, without a space in it, may part the heads of narrow columns. */
const DOUBTFUL_GAP = 0.45;

/** A gap narrower than that is within a word. */
const LETTER_GAP = 0.14;

/** The upright words of a page in lines, from top to bottom. */
export function linesOfPage(items: readonly PageItem[]): Line[] {
  return lineGroups(items.filter(isUpright)).map((group, index): Line => {
    const size = Math.max(...group.map((item) => item.size));
    const [first] = group;
    return {
      segments: segmentsOf(group, size),
      baseline: first?.baseline ?? 0,
      size,
      number: index + 1,
    };
  });
}

/** Words whose feet stand at one height, each line from left to right. */
export function lineGroups(items: readonly PageItem[]): PageItem[][] {
  const groups: { baseline: number; items: PageItem[] }[] = [];
  for (const item of [...items].sort((one, other) => one.baseline - other.baseline)) {
    const last = groups.at(-1);
    if (last !== undefined && item.baseline - last.baseline <= item.size * 0.45)
      last.items.push(item);
    else groups.push({ baseline: item.baseline, items: [item] });
  }
  return groups.map((group) => group.items.sort((one, other) => one.left - other.left));
}

function segmentsOf(group: readonly PageItem[], size: number): Segment[] {
  return partedAt(group, () => size * WIDE_GAP).map((letters) => ({
    ...stretchOf(letters, size),
    parts: partedAt(letters, ({ isAfterSpace }) =>
      isAfterSpace ? size * WIDE_GAP : size * DOUBTFUL_GAP,
    ).map((part) => stretchOf(part, size)),
  }));
}

/** The letters of a line, parted before those with a wider gap than they may have. */
function partedAt(
  letters: readonly PageItem[],
  mostBefore: (letter: PageItem) => number,
): PageItem[][] {
  const parts: PageItem[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const item of letters) {
    const part = parts.at(-1);
    if (part === undefined || item.left - right > mostBefore(item)) parts.push([item]);
    else part.push(item);
    right = Math.max(right, item.right);
  }
  return parts;
}

function stretchOf(letters: readonly PageItem[], size: number): Omit<Segment, 'parts'> {
  return {
    text: joined(letters),
    left: letters[0]?.left ?? 0,
    right: Math.max(...letters.map((item) => item.right)),
    size,
    isBold: letters.every(({ isBold }) => isBold),
  };
}

/** Letters that were written in one go, with no more than a space between them, in that order. */
export function stretchesOf(items: readonly PageItem[]): PageItem[][] {
  const stretches: PageItem[][] = [];
  let last: PageItem | undefined;
  for (const item of items) {
    const open = last !== undefined && goesOn(last, item) ? stretches.at(-1) : undefined;
    if (open === undefined) stretches.push([item]);
    else open.push(item);
    last = item;
  }
  return stretches;
}

function goesOn(last: PageItem, item: PageItem): boolean {
  if (!isUpright(item) || item.baseline !== last.baseline) return false;
  const most = item.isAfterSpace ? WIDE_GAP : LETTER_GAP;
  return Math.abs(item.left - last.right) <= item.size * most;
}

/** Letters side by side; a gap parts words as well as a space, since not every writer puts one. */
export function joined(items: readonly PageItem[]): string {
  let text = '';
  let right = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const isApart = item.isAfterSpace || item.left - right > item.size * LETTER_GAP;
    text += isApart && text !== '' ? ` ${item.text}` : item.text;
    right = item.right;
  }
  return text.replace(/\s+/gu, ' ').trim();
}

const BULLET = /^[-–—+•*▪●○◦➢✓]\s/u;

/** Where a printed line begins anew: at a bullet, or after a line that ends early. */
function beginsAnew(text: string, isBeforeShort: boolean): boolean {
  return BULLET.test(text) || (isBeforeShort && /^[\p{Lu}\d]/u.test(text));
}

/** The text of a table's cell: its lines flow together but for bullets and ended sentences. */
export function textOfCell(items: readonly PageItem[], left: number, right: number): string {
  const upright = lineGroups(items.filter(isUpright));
  let text = '';
  let isShort = false;
  for (const line of upright) {
    const said = joined(line);
    if (said === '') continue;
    text += text === '' || beginsAnew(said, isShort) ? `\n${said}` : ` ${said}`;
    const end = Math.max(...line.map((item) => item.right));
    isShort = /[.;:!?]$/u.test(said) && end < left + (right - left) * 0.75;
  }
  return [text.trim(), turnedText(items)].join(' ').trim();
}

/** A heading that is turned to stand on its end, from its first letter on. */
function turnedText(items: readonly PageItem[]): string {
  const turned = items.filter((item) => !isUpright(item));
  let text = '';
  let last: PageItem | undefined;
  for (const item of turned) {
    const isNewLine = last !== undefined && Math.abs(item.baseline - last.baseline) > item.size * 4;
    text += (item.isAfterSpace || isNewLine) && text !== '' ? ` ${item.text}` : item.text;
    last = item;
  }
  return text;
}
