import type { CalendarDate } from '../../domain/calendar-date.ts';
import { deadlineIn } from '../../language/deadlines.ts';
import { milestoneIn } from '../../language/milestones.ts';
import type { ImportedItem } from './paper.ts';

export type Deadline = Pick<ImportedItem, 'deadline' | 'deadlineAsPrinted' | 'boundary'>;

/** When an item is due, by its own column, else by its text; a day without a year is of the year given. */
export function deadlineOf(item: ImportedItem, paperYear: number | null): Deadline {
  const { deadline, deadlineAsPrinted, boundary } = item;
  if (deadline !== null) return { deadline, deadlineAsPrinted, boundary };
  const year = paperYear ?? yearNamedIn(deadlineAsPrinted ?? item.text);
  if (year === null) return { deadline, deadlineAsPrinted, boundary };
  const found =
    deadlineAsPrinted === null ? milestoneIn(item.text, year) : deadlineIn(deadlineAsPrinted, year);
  if (found === null)
    return { deadline: null as CalendarDate | null, deadlineAsPrinted, boundary: null };
  return {
    deadline: found.dueOn,
    deadlineAsPrinted: deadlineAsPrinted ?? found.asPrinted,
    boundary: found.boundary,
  };
}

function yearNamedIn(text: string): number | null {
  const year = /(?<!\d)20\d{2}(?!\d)/u.exec(text)?.[0];
  return year === undefined ? null : Number(year);
}
