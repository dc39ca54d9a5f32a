import type { Weather } from './blows.ts';
import type { Judgement } from './trial.ts';

export interface Ending {
  readonly form: string;
  readonly seed: number;
  readonly seconds: number;
  readonly weather: Weather;
  readonly judgement: Judgement;
  readonly asked: number;
  readonly crashes: readonly string[];
}

const MOST_FAULTS = 40;

/** The report as Markdown: what struck, what was expected, and what came of it. */
export function reportOf({ form, seed, seconds, weather, judgement, ...ending }: Ending): string {
  const { verdicts, disorders, auditRows, faults } = judgement;
  const struck = [...weather.counts].sort(([left], [right]) => left.localeCompare(right));
  return [
    `### ${form} storm, seed ${seed}, ${Math.round(seconds)} s`,
    '',
    '| fault | times |',
    '|---|---:|',
    ...struck.map(([name, times]) => `| ${name} | ${times} |`),
    '',
    '| | expected | shown | lost | repeated, marked | doubled |',
    '|---|---:|---:|---:|---:|---:|',
    ...verdicts.map(
      ({ what, expected, shown, lost, repeated, doubled }) =>
        `| ${what} | ${expected} | ${shown} | ${lost} | ${repeated} | ${doubled} |`,
    ),
    '',
    `Group messages in doubt, shown to the secretary: ${ending.asked}. Out of order: ${disorders}. ` +
      `Processes that ended by themselves: ${ending.crashes.length}${listed(ending.crashes)}. ` +
      `Audit chain: ${auditRows === null ? 'broken' : `whole, ${auditRows} rows`}.`,
    '',
    faults.length === 0 ? 'Nothing lost, nothing doubled.' : `${faults.length} findings:`,
    ...faults.slice(0, MOST_FAULTS).map((fault) => `- ${fault}`),
    ...(faults.length > MOST_FAULTS ? [`- … and ${faults.length - MOST_FAULTS} more`] : []),
  ].join('\n');
}

function listed(crashes: readonly string[]): string {
  return crashes.length === 0 ? '' : ` (${crashes.join(', ')})`;
}
