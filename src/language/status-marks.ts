/** What stands in a column in which papers tick a status. */
export interface Mark {
  /** `unclear` is something written there that is neither a tick nor nothing. */
  readonly kind: 'marked' | 'blank' | 'unclear';
  /** The words that stand beside the tick, empty where there are none. */
  readonly rest: string;
}

/** Letters that people take for a cross: Latin, Cyrillic, Greek, full width, and the sign of multiplication. */
const CROSSES = 'xX×хХχΧｘＸ✕✖✗✘╳❌☒';

/** Ticks and filled shapes, a typed v, and the plus sign. */
const TICKS = '✓✔√✅☑vV✚+＋●•■◉⬤◼★*';

/** How the tick, the cross and the filled box of symbol fonts come out as letters, and their private codes. */
const FONT_TICKS = 'üûýþPR\uf0fc\uf0fb\uf0fd\uf0fe\uf050\uf052\uf061';

const ONLY_MARKS = new RegExp(`^[${CROSSES}${TICKS}${FONT_TICKS}]+$`, 'u');
const MARK_AND_WORDS = new RegExp(
  `^[([]?[${CROSSES}✓✔√✅☑]+[)\\]]?(?:\\s*[,;:.–—(-]\\s*|\\s+)(.*\\p{L}.*)$`,
  'su',
);

/** One, as a number may be printed. */
const ONE = /^0?1(?:[.,]0+)?$/u;
const NOTHING = /^[-–—_.…0oO○◯□☐◻◯/\s]*$/u;
const YES = /^(?:có|co|yes|y|true|đúng)$/iu;
const NO = /^(?:không|khong|ko|no|n|false|chưa|chua|sai)$/iu;

/**
 * Reads a cell of a status column: ticks of every kind, also those of symbol fonts, a 1, «có»;
 * dashes, circles, 0 and «không» are blank. Anything else is unclear, never guessed.
 */
export function readMark(text: string): Mark {
  const said = text.normalize('NFC').trim();
  if (NOTHING.test(said) || NO.test(said)) return { kind: 'blank', rest: '' };
  const bare = said.replace(/[\s()[\]{}.,;:'"“”]/gu, '');
  if (ONE.test(said) || YES.test(bare) || ONLY_MARKS.test(bare))
    return { kind: 'marked', rest: '' };
  const rest = MARK_AND_WORDS.exec(said)?.[1];
  return rest === undefined
    ? { kind: 'unclear', rest: said }
    : { kind: 'marked', rest: rest.replace(/\)$/u, '').trim() };
}
