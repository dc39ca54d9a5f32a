import type { CommitmentStatus } from '../../../domain/commitment-status.ts';
import {
  type Legend,
  latenessIn,
  printedStatus,
  readStatusCell,
  saysLate,
} from '../../../language/printed-status.ts';
import type { WarningCode } from '../paper.ts';
import type { TickedMarks } from './facts.ts';

/** The status that a row's ticks and words show together. */
export interface ShownStatus {
  /** Null where nothing, two things or something unknown is shown: never guessed. */
  readonly status: CommitmentStatus | null;
  readonly isLate: boolean;
  /** How many ticks, unclear signs and words of a status it shows. */
  readonly marks: number;
  /** What stands beside the status and belongs to the result. */
  readonly rest: readonly string[];
  /** Words of the status column that say no status; the only result where the paper has no column for it. */
  readonly unread: readonly string[];
  readonly doubts: readonly StatusDoubt[];
}

export interface StatusDoubt {
  readonly code: WarningCode;
  readonly about?: string;
}

/** Puts ticks and the words of a status column together; where they disagree, neither counts. */
export function shownStatus(
  marks: TickedMarks,
  words: readonly string[],
  legend: Legend,
): ShownStatus {
  const ticked = byTicks(marks);
  const said = byWords(words, legend);
  if (said === null) return ticked;
  if (ticked.marks === 0) return said;
  const disagree = ticked.status !== null && said.status !== null && ticked.status !== said.status;
  const doubts = [
    ...ticked.doubts,
    ...said.doubts,
    ...(disagree ? [{ code: 'marksAgainstWords' as const, about: words.join(' ') }] : []),
  ];
  return {
    status: disagree ? null : (ticked.status ?? said.status),
    isLate: ticked.isLate || said.isLate,
    marks: ticked.marks,
    rest: [...ticked.rest, ...said.rest],
    unread: said.unread,
    doubts,
  };
}

function byTicks({ ticked, unclear, words, isLate }: TickedMarks): ShownStatus {
  const [first, ...others] = ticked;
  const two: StatusDoubt[] = others.length > 0 ? [{ code: 'rowWithTwoMarks' }] : [];
  const strange = unclear.map((about): StatusDoubt => ({ code: 'markUnclear', about }));
  const isClear = first !== undefined && others.length === 0 && unclear.length === 0;
  return {
    status: isClear ? first.status : null,
    isLate: isClear && (first.isLate || isLate || words.some(saysLate)),
    marks: ticked.length + unclear.length,
    rest: words.filter((said) => !saysLate(said) && printedStatus(said) === null),
    unread: [],
    doubts: [...two, ...strange],
  };
}

function byWords(words: readonly string[], legend: Legend): ShownStatus | null {
  const read = words
    .map((text) => ({ text, cell: readStatusCell(text, legend) }))
    .filter(({ cell }) => cell.kind !== 'blank');
  if (read.length === 0) return null;
  const stated = read
    .map(({ cell }) => (cell.kind === 'status' ? cell : null))
    .filter((cell) => cell !== null);
  const statuses = new Set(stated.map(({ stated: { status } }) => status));
  const isClear = stated.length === read.length && statuses.size === 1;
  return {
    status: isClear ? (stated[0]?.stated.status ?? null) : null,
    isLate:
      stated.some((each) => each.stated.isLate || saysLate(each.rest)) ||
      words.some((text) => latenessIn(text) === 'late'),
    marks: 1,
    rest: isClear
      ? stated.map(({ rest }) => rest).filter((rest) => rest !== '' && latenessIn(rest) === null)
      : [],
    unread: isClear ? [] : read.map(({ text }) => text),
    doubts: isClear ? [] : [{ code: 'statusUnclear', about: words.join(' ') }],
  };
}
