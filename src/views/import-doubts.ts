import type { Place } from '../documents/importing/model.ts';
import type { ImportedPaper, PaperWarning } from '../documents/importing/paper.ts';
import type { Finding, FindingLevel } from '../domain/finding.ts';
import type { ReportPeriod } from '../domain/report-period.ts';
import { findingView } from './finding.ts';
import type { Texts } from './texts.ts';

/** One thing that a person should look at, in words, at its place. */
export interface Doubt {
  readonly code: string;
  readonly level: FindingLevel;
  readonly message: string;
  readonly place: Place;
}

/** What the person decides in the paper's place. */
interface Decided {
  readonly year?: number;
  readonly period?: ReportPeriod;
}

/**
 * What of a paper is open, disputed or odd: what its reading met, then what its checks saw. What the
 * person has decided is open no more.
 */
export function doubtsIn(
  { warnings, findings }: ImportedPaper,
  decided: Decided,
  texts: Texts,
): Doubt[] {
  const isSettled = ({ code }: PaperWarning) =>
    (decided.year !== undefined && code === 'yearFromFileName') ||
    (decided.period !== undefined && PERIOD_DOUBTS.has(code));
  return [
    ...warnings
      .filter((warning) => !isSettled(warning))
      .map((warning) => warningDoubt(warning, texts)),
    ...findingDoubts(findings, texts),
  ];
}

const PERIOD_DOUBTS: ReadonlySet<PaperWarning['code']> = new Set([
  'periodsDiffer',
  'periodFromFileName',
  'periodOfFileDiffers',
]);

/** What the checks saw, in the order of the paper. */
export function findingDoubts(findings: readonly Finding<Place>[], texts: Texts): Doubt[] {
  return findings.map((finding) => {
    const { code, level, place } = finding;
    return { code, level, message: findingView(finding, texts), place };
  });
}

function warningDoubt({ code, level, line, source, about }: PaperWarning, texts: Texts): Doubt {
  const reason = texts(`import.${code}`);
  const message = about === undefined ? reason : texts('import.about', { about, reason });
  return { code, level, message, place: source ?? { line } };
}

/** What the person decided, or left open, against the paper's own words. */
export function decisionDoubts(
  { years, period, warnings }: ImportedPaper,
  decided: Decided & { readonly year: number },
  texts: Texts,
): Doubt[] {
  const others = years.filter((year) => year !== decided.year).join('; ');
  const isPeriodDisputed = warnings.some(({ code }) => code === 'periodsDiffer');
  const isPeriodOpen = period === null && decided.period === undefined && !isPeriodDisputed;
  const asked = String(decided.year);
  return [
    ...(others === ''
      ? []
      : [note('yearDisputed', texts('import.yearDisputed', { paper: others, asked }))]),
    ...(isPeriodOpen ? [note('periodMissing', texts('import.periodMissing'))] : []),
  ];
}

/** A note on the paper as a whole. */
function note(code: string, message: string): Doubt {
  return { code, level: 'note', message, place: { line: 1 } };
}
