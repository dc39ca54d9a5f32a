import { normalizeSpaces } from '../../language/text-repair.ts';

const BULLET = /^(?:[-+•*–▪◦●○·]\s|[-+•–▪◦●○·](?=\p{L}))/u;

/** Lines flow together; a bullet begins a line of its own. Source: contract of `import`. */
export function flowLines(lines: readonly string[]): string {
  return lines
    .map((line) => normalizeSpaces(line))
    .filter((line) => line !== '')
    .reduce((joined, line) => {
      if (joined === '') return line;
      return BULLET.test(line) ? `${joined}\n${line}` : `${joined} ${line}`;
    }, '');
}
