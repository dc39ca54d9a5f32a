import type { Archive } from './archive.ts';
import { showSigns, showStraySigns } from './symbol-fonts.ts';
import { childOf, childrenOf, isOn, readTree, settingIn, type XmlElement } from './xml-tree.ts';

/** One level of a list: how its number looks and when it starts again. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** «%1.%2» with each number in its place; a bullet's sign. */
  readonly pattern: string;
  /** The level after which it starts again, counted from 1; 0 for never, null for any higher one. */
  readonly restartsAfter: number | null;
  /** All numbers in it are plain ones. */
  readonly isLegal: boolean;
  readonly font: string | undefined;
  readonly style: string | undefined;
}

interface List {
  /** Lists of one definition count on together. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Where this list, unlike its definition, begins to count. */
  readonly starts: ReadonlyMap<number, number>;
}

/** The lists of a Word file, counting as its paragraphs come. */
export interface Numbering {
  /** The number of the next paragraph of that list and level, as shown; «» for a list without signs. */
  next(list: string, level: number): string;
  /** The level that a paragraph style takes in a list. */
  levelOfStyle(list: string, style: string): number | null;
}

const DEEPEST = 8;

export async function readNumbering(
  archive: Archive,
  part: string | undefined,
): Promise<Numbering> {
  if (part === undefined || !archive.has(part)) return numberingOf(new Map());
  return numberingOf(listsIn(await readTree(archive.open(part))));
}

function listsIn(tree: XmlElement): Map<string, List> {
  const definitions = new Map(
    childrenOf(tree, 'abstractNum').map((definition) => [
      definition.attributes['abstractNumId'] ?? '',
      definition,
    ]),
  );
  const byStyle = new Map(
    [...definitions].flatMap(([id, definition]) => {
      const style = settingIn(definition, 'styleLink');
      return style === undefined ? [] : [[style, id] as const];
    }),
  );
  return new Map(
    childrenOf(tree, 'num').map((list) => {
      const named = settingIn(list, 'abstractNumId') ?? '';
      const link = settingIn(definitions.get(named), 'numStyleLink');
      const id = link === undefined ? named : (byStyle.get(link) ?? named);
      return [list.attributes['numId'] ?? '', listOf(list, id, definitions.get(id))];
    }),
  );
}

function listOf(list: XmlElement, definition: string, tree: XmlElement | undefined): List {
  const levels = new Map(childrenOf(tree, 'lvl').map(numberedLevel));
  const starts = new Map<number, number>();
  for (const override of childrenOf(list, 'lvlOverride')) {
    const at = Number(override.attributes['ilvl'] ?? 0);
    const level = childOf(override, 'lvl');
    if (level !== undefined) levels.set(at, numberedLevel(level)[1]);
    const start = settingIn(override, 'startOverride');
    if (start !== undefined) starts.set(at, Number(start));
  }
  return { definition, levels, starts };
}

function numberedLevel(level: XmlElement): [number, Level] {
  const restart = settingIn(level, 'lvlRestart');
  const fonts = childOf(childOf(level, 'rPr'), 'rFonts')?.attributes;
  return [
    Number(level.attributes['ilvl'] ?? 0),
    {
      start: Number(settingIn(level, 'start') ?? 0),
      format: settingIn(level, 'numFmt') ?? formatInChoice(level),
      pattern: settingIn(level, 'lvlText') ?? '',
      restartsAfter: restart === undefined ? null : Number(restart),
      isLegal: isOn(level, 'isLgl'),
      font: fonts?.['ascii'] ?? fonts?.['hAnsi'],
      style: settingIn(level, 'pStyle'),
    },
  ];
}

/** A format that older readers do not know stands in an alternative. */
function formatInChoice(level: XmlElement): string {
  const choice = childOf(level, 'AlternateContent');
  return settingIn(childOf(choice, 'Fallback'), 'numFmt') ?? 'decimal';
}

function numberingOf(lists: ReadonlyMap<string, List>): Numbering {
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    next(id, at) {
      const list = lists.get(id);
      const level = list?.levels.get(at);
      if (list === undefined || level === undefined) return '';
      const counts = counters.get(list.definition) ?? [];
      counters.set(list.definition, counts);
      const isFirst = !begun.has(`${id}:${at}`);
      begun.add(`${id}:${at}`);
      const start = isFirst ? list.starts.get(at) : undefined;
      counts[at] = start ?? (counts[at] === undefined ? level.start : (counts[at] ?? 0) + 1);
      restartBelow(counts, at, list);
      return shown(list, at, counts);
    },
    levelOfStyle(id, style) {
      const found = [...(lists.get(id)?.levels ?? [])].find(([, level]) => level.style === style);
      return found?.[0] ?? null;
    },
  };
}

/** Deeper levels start again after this one, but for those that say otherwise. */
function restartBelow(counts: (number | undefined)[], at: number, { levels }: List): void {
  for (let below = at + 1; below <= DEEPEST; below += 1) {
    const after = levels.get(below)?.restartsAfter ?? null;
    if (after === null || (after !== 0 && at < after)) counts[below] = undefined;
  }
}

function shown(list: List, at: number, counts: readonly (number | undefined)[]): string {
  const level = list.levels.get(at);
  if (level === undefined || level.format === 'none') return '';
  if (level.format === 'bullet')
    return level.font === undefined
      ? showStraySigns(level.pattern)
      : showStraySigns(showSigns(level.pattern, level.font));
  return level.pattern.replace(/%([1-9])/gu, (_all, digit: string) => {
    const place = Number(digit) - 1;
    const other = list.levels.get(place);
    const count = counts[place] ?? list.starts.get(place) ?? other?.start ?? 1;
    return numeral(count, level.isLegal ? 'decimal' : (other?.format ?? 'decimal'));
  });
}

function numeral(count: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(count);
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'upperLetter':
      return letter(count).toUpperCase();
    case 'lowerLetter':
      return letter(count);
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(count);
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  if (count > 4999) return String(count);
  let left = count;
  let text = '';
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(left / value));
    left %= value;
  }
  return text;
}

/** Word repeats a letter after «z»: «aa», «bb». */
function letter(count: number): string {
  if (count < 1) return '';
  const sign = String.fromCharCode(97 + ((count - 1) % 26));
  return sign.repeat(Math.min(Math.ceil(count / 26), 10));
}
