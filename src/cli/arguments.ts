import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { isReportPeriod, REPORT_PERIODS, type ReportPeriod } from '../domain/report-period.ts';
import type { Texts } from '../views/texts.ts';

const Year = z.coerce.number().int().min(2000).max(2100);
/** Of the years that the calendar can tell; a year of five figures would break it. */
const Instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ local: true })])
  .refine((text) => Year.safeParse(text.slice(0, 4)).success);

/** Readers of arguments; each throws commander's error, with our words, for a wrong one. */
export function argumentReaders(texts: Texts, toInstant: (local: string) => Date) {
  return {
    year: (value: string): number => {
      const year = Year.safeParse(value);
      if (!year.success) throw new InvalidArgumentError(texts('error.wrongYear', { value }));
      return year.data;
    },
    period: (value: string): ReportPeriod => {
      if (isReportPeriod(value)) return value;
      const known = REPORT_PERIODS.join(' ');
      throw new InvalidArgumentError(texts('error.wrongPeriod', { value, known }));
    },
    /** An instant without an offset is meant in the office's zone. */
    instant: (value: string): Date => {
      const instant = Instant.safeParse(value);
      if (!instant.success) throw new InvalidArgumentError(texts('error.wrongInstant', { value }));
      const hasZone = z.iso.datetime({ offset: true }).safeParse(value).success;
      return hasZone ? new Date(value) : toInstant(value);
    },
  };
}

export type ArgumentReaders = ReturnType<typeof argumentReaders>;
