import { expect, it } from 'vitest';
import { AGENCY_LEVELS } from '../../src/domain/agency.ts';
import { DEFAULT_SETTINGS, type ReportingRule } from '../../src/domain/commitment-set.ts';
import { roundsOf } from '../../src/domain/reporting-round.ts';
import { anAgency, OFFICIAL } from './samples.ts';

it.each(AGENCY_LEVELS)(
  'owes what is asked of the level %s, and nothing that is asked of others',
  (level) => {
    const rules = AGENCY_LEVELS.map((each, index) => aRule({ level: each, day: 10 + index }));

    const rounds = roundsOf(
      { rules, year: 2026, settings: DEFAULT_SETTINGS },
      anAgency({ level }),
      OFFICIAL,
    );

    expect(rounds.map(({ printedOn }) => printedOn)).toEqual([
      `2026-03-${10 + AGENCY_LEVELS.indexOf(level)}`,
    ]);
  },
);

function aRule(some: Partial<ReportingRule>): ReportingRule {
  return {
    period: 'Q1',
    boundary: 'before',
    month: 3,
    day: 5,
    agencyId: null,
    level: null,
    asPrinted: null,
    ...some,
  };
}
