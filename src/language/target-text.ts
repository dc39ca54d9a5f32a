/** A stretch of a text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text in two forms of the same length, letter for letter. */
export interface TargetText {
  /** NFC, as printed. */
  readonly printed: string;
  /** In which words are looked up: lower case, one placement of tones, figures of names struck out. */
  readonly key: string;
  /** Typed without any accent, so words are looked up without theirs. */
  readonly isBare: boolean;
  /** Between semicolons, full stops and line breaks. */
  readonly clauses: readonly Span[];
}

/** Words to look for: the source of a regular expression in lower case with accents. */
export interface Wording {
  readonly source: string;
  /** Each form is compiled when it is first looked for: a start of the program needs none. */
  readonly accented: CompiledForms;
  readonly bare: CompiledForms;
}

type CompiledForms = { [place in Place]?: RegExp };
type Place = 'anywhere' | 'atStart' | 'atEnd';

export interface Found extends Span {
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** Stands for a figure that belongs to a name, a date or a document. */
const STRUCK = '\u0000';

export function readable(text: string): TargetText {
  const printed = text.normalize('NFC');
  const isBare = !/[\p{L}--[A-Za-z]]/v.test(printed);
  const key = keyOf(printed);
  return { printed, key, isBare, clauses: clausesOf(key) };
}

/** The same text, in which no figure within the spans is found any more. */
export function strikeFigures(text: TargetText, spans: readonly Span[]): TargetText {
  const key = spans.reduce(
    (left, { start, end }) =>
      left.slice(0, start) + left.slice(start, end).replace(/\d/gu, STRUCK) + left.slice(end),
    text.key,
  );
  return { ...text, key };
}

/** Words as looked up in a key; figures that were struck out match «#». */
export function wording(source: string): Wording {
  const words = placeTones(source.normalize('NFC')).replaceAll('#', STRUCK);
  return { source: words, accented: {}, bare: {} };
}

function patternOf({ isBare }: TargetText, words: Wording, place: Place): RegExp {
  return (isBare ? words.bare : words.accented)[place] ?? compile(words, isBare, place);
}

function compile({ source, accented, bare }: Wording, isBare: boolean, place: Place): RegExp {
  const pattern = PLACES[place](isBare ? withoutAccents(source) : source);
  (isBare ? bare : accented)[place] = pattern;
  return pattern;
}

const PLACES: Readonly<Record<Place, (words: string) => RegExp>> = {
  anywhere: (words) => new RegExp(words, 'gu'),
  atStart: (words) => new RegExp(`^(?:${words})`, 'u'),
  // Read backwards, so that the words before it cost nothing. The engine sorts alternatives by their
  // first letters even there: of two that end alike, write the longer as the shorter with more before it.
  atEnd: (words) => new RegExp(`(?<=(?<whole>${words}))`, 'uy'),
};

function withoutAccents(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}

/** A list of words as one alternative, the longest first, whole words only. */
export function oneOf(words: readonly string[]): string {
  const longestFirst = [...words].sort((left, right) => right.length - left.length);
  return `(?<!\\p{L})(?:${longestFirst.join('|')})(?![\\p{L}\\d])`;
}

/** Every place of the words, in order. */
export function findAll(text: TargetText, words: Wording): Found[] {
  return findWithin(text, words, { start: 0, end: text.key.length });
}

/** The words where they begin right there. */
export function findAt(text: TargetText, words: Wording, start: number): Found | null {
  const match = patternOf(text, words, 'atStart').exec(text.key.slice(start));
  return match === null ? null : found(match, start);
}

/** The words where they end right there, and begin not before `from`. */
export function findBefore(
  text: TargetText,
  words: Wording,
  from: number,
  end: number,
): Found | null {
  const pattern = patternOf(text, words, 'atEnd');
  const stretch = text.key.slice(from, end);
  pattern.lastIndex = stretch.length;
  const match = pattern.exec(stretch);
  if (match === null) return null;
  const { groups = {} } = match;
  return { start: end - String(groups['whole']).length, end, groups };
}

/** The words of a stretch, first to last; no words match an empty stretch. */
export function findWithin(text: TargetText, words: Wording, { start, end }: Span): Found[] {
  // One pattern for all calls: cloning it for each, as matchAll does, costs more than the search.
  const pattern = patternOf(text, words, 'anywhere');
  const stretch = text.key.slice(start, end);
  const all: Found[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(stretch); match !== null; match = pattern.exec(stretch)) {
    all.push(found(match, start));
  }
  return all;
}

function found(match: RegExpExecArray, offset: number): Found {
  const start = offset + match.index;
  return { start, end: start + match[0].length, groups: match.groups ?? {} };
}

/** In order; of two that overlap the earlier stays, of two that begin together the longer. */
export function withoutOverlaps<Each extends Span>(spans: readonly Each[]): Each[] {
  const kept: Each[] = [];
  for (const each of [...spans].sort(
    (left, right) => left.start - right.start || right.end - left.end,
  )) {
    if (each.start >= Number(kept.at(-1)?.end ?? 0)) kept.push(each);
  }
  return kept;
}

const CLAUSE_END = /[;\n]|\.(?=\s|$)/gu;

function clausesOf(key: string): Span[] {
  const ends = [...key.matchAll(CLAUSE_END)].map(({ index }) => index);
  return [...ends, key.length].map((end, index, all) => ({
    start: index === 0 ? 0 : Number(all[index - 1]) + 1,
    end,
  }));
}

/** As printed, on one line. */
export function printedWords({ printed }: TargetText, { start, end }: Span): string {
  return printed.slice(start, end).replace(/\s+/gu, ' ').trim();
}

/** Open syllables that carry their tone on either letter: «hoà» is «hòa». Source: quirk Q-42. */
const LATE_TONE = /o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ]/gu;
const EARLY_TONE: ReadonlyMap<string, string> = new Map(
  [
    ['oà òa', 'oá óa', 'oả ỏa', 'oã õa', 'oạ ọa'],
    ['oè òe', 'oé óe', 'oẻ ỏe', 'oẽ õe', 'oẹ ọe'],
    ['uỳ ùy', 'uý úy', 'uỷ ủy', 'uỹ ũy', 'uỵ ụy'],
  ]
    .flat()
    .map((pair) => [pair.slice(0, 2), pair.slice(3)]),
);

/** Of one length with what it came from, so that places agree. */
function keyOf(composed: string): string {
  return placeTones(
    composed.replace(/[\p{Lu}--[İ]]/gv, (letter) => letter.toLowerCase()).replace(/\u00a0/gu, ' '),
  );
}

function placeTones(text: string): string {
  return text.replace(LATE_TONE, (letters) => String(EARLY_TONE.get(letters)));
}
