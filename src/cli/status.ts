import type { Command } from 'commander';
import { isoInZone } from '../domain/local-time.ts';
import { findAgencies } from '../language/agency-names.ts';
import { type AgencyStatus, type StatusAnswer, showStatus } from '../usecases/show-status.ts';
import { plain } from '../views/message.ts';
import { statusView } from '../views/status.ts';
import type { ArgumentReaders } from './arguments.ts';
import { type CliContext, printJson, withOffice } from './context.ts';

export function statusCommand(program: Command, context: CliContext, read: ArgumentReaders) {
  program
    .command('status')
    .description(context.texts('cli.status'))
    .argument('[query...]', context.texts('cli.argumentQuery'))
    .option('--at <instant>', context.texts('cli.optionAt'), read.instant)
    .option('--json', context.texts('cli.optionJson'))
    .action(async (words: string[], { at, json }: { at?: Date; json?: true }) => {
      const query = words.length === 0 ? null : words.join(' ').normalize('NFC');
      const answer = await withOffice(context, at ?? null, ({ dependencies }) =>
        showStatus(dependencies, { query, find: findAgencies }),
      );
      if (json === true) printJson(context, statusJson(answer, query, context.timezone));
      else context.print(plain(statusView(answer, query, context)));
    });
}

function statusJson(answer: StatusAnswer, query: string | null, timezone: string) {
  return {
    at: isoInZone(answer.at, timezone),
    query,
    matches: answer.matches,
    agencies: answer.agencies.map(agencyJson),
    candidates: answer.candidates.map(({ name }) => name),
  };
}

function agencyJson({ agency, round, counts, reported, of, items }: AgencyStatus) {
  return {
    name: agency.name,
    period: round?.period ?? null,
    counts,
    reported,
    of,
    items: items.map(({ number, text, status, result, late, offChat }) => ({
      number,
      text,
      status,
      result,
      late,
      offChat,
    })),
  };
}
