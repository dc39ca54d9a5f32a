/** A bullet, a point, a number or the word of a heading with its number. */
const LABEL =
  /^(?:[-–—+•*▪●○]\s|(?:\d+(?:\.\d+)*|[a-zđ]|[IVXLC]+)[.)]\s|(?:Điều|Chương|Mục|Phần)\s+(?:\d|[IVXLC]+\b))/u;

/** Whether a printed line begins with a label, and so a paragraph of its own: «a) …», «Điều 3 …». */
export function beginsWithLabel(line: string): boolean {
  return LABEL.test(line);
}
