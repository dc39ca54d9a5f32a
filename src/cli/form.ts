import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { appendixForm } from '../documents/exporting/appendix-form.ts';
import { findAgencies } from '../language/agency-names.ts';
import { formOfAgency } from '../usecases/form-of-agency.ts';
import { loadOffice } from '../usecases/load-office.ts';
import type { ArgumentReaders } from './arguments.ts';
import { type CliContext, type OpenOffice, RefusedError, withOffice } from './context.ts';

interface Flags {
  readonly out: string;
  readonly agency?: string;
  readonly year?: number;
}

export function formCommand(program: Command, context: CliContext, read: ArgumentReaders) {
  const { texts } = context;
  program
    .command('form')
    .description(texts('cli.form'))
    .requiredOption('--out <file>', texts('cli.optionOut'))
    .option('--agency <name>', texts('cli.optionFormAgency'))
    .option('--year <year>', texts('cli.optionYear'), read.year)
    .action(async (flags: Flags) => {
      const content = await withOffice(context, null, (office) =>
        contentOf(context, office, flags),
      );
      await writeFile(flags.out, await appendixForm(content));
      const { agency, year, items } = content;
      const values = { year: String(year), agency: agency ?? '', count: items.length };
      context.print(texts(agency === null ? 'form.blank' : 'form.filled', values));
    });
}

function contentOf(
  { texts, say }: CliContext,
  { dependencies: { inTransaction, clock, timezone } }: OpenOffice,
  { agency: query, year }: Flags,
) {
  return inTransaction(async (stores) => {
    const moment = { at: clock.now(), timezone, ...(year !== undefined && { year }) };
    if (query === undefined) {
      return formOfAgency(await loadOffice(stores, { ...moment, agencyIds: [] }), null);
    }
    const found = findAgencies(query.normalize('NFC'), await stores.agencies.list());
    const [agency] = found;
    if (agency === undefined || found.length > 1) {
      say(
        agency === undefined
          ? texts('form.noAgency', { query })
          : texts('status.candidates', { query, count: found.length, shown: found.length }),
      );
      throw new RefusedError('no agency');
    }
    return formOfAgency(await loadOffice(stores, { ...moment, agencyIds: [agency.id] }), agency.id);
  });
}
