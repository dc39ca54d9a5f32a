import { z } from 'zod';
import sample from '../locales/sample-province.json' with { type: 'json' };
import { COMMITMENT_STATUSES } from './domain/commitment-status.ts';
import type { Paper, PaperItem, PaperSection } from './domain/paper.ts';
import { REPORT_PERIODS } from './domain/report-period.ts';
import { agencyKey, aliasesOf, isOffChatByDefault, levelOf } from './language/agency-names.ts';
import { milestoneIn } from './language/milestones.ts';
import type { Dependencies } from './usecases/dependencies.ts';
import { importCommitmentSet } from './usecases/import-commitment-set.ts';

const FILE = 'sample-province.json';

const Item = z.object({
  number: z.string(),
  text: z.string(),
  status: z.enum(COMMITMENT_STATUSES).nullable(),
  result: z.string().nullable(),
});
const Sample = z.object({
  year: z.number(),
  period: z.enum(REPORT_PERIODS),
  authority: z.string(),
  agencies: z.array(z.object({ name: z.string(), items: z.array(Item) })),
});

/** The invented province, as a paper that was read. Source: decision 12. */
export function samplePaper(setName: string): Paper {
  const { year, period, authority, agencies } = Sample.parse(sample);
  let line = 0;
  const itemOf = ({ number, text, status, result }: z.output<typeof Item>): PaperItem => {
    const [top = '', part] = number.split('.');
    line += 1;
    return {
      ...{ number, text, status, result, line },
      parent: part === undefined ? null : top,
      milestoneOn: milestoneIn(text, year)?.dueOn ?? null,
      isOffChat: false,
    };
  };
  const sections = agencies.map(
    ({ name, items }): PaperSection => ({
      agency: name,
      aliases: aliasesOf(name),
      level: levelOf(name),
      standing: 'assigned',
      isOffChat: isOffChatByDefault(name),
      items: items.map(itemOf),
    }),
  );
  return { file: FILE, year, setName, period, authority, rules: null, sections };
}

/** Stores the sample where nothing was imported yet. */
export async function importSample(dependencies: Dependencies, setName: string): Promise<void> {
  const sets = await dependencies.inTransaction(({ commitments }) => commitments.listSets());
  if (sets.length > 0) return;
  const paper = samplePaper(setName);
  await importCommitmentSet(dependencies, {
    paper,
    keyOf: agencyKey,
    isDryRun: false,
    via: 'sandbox',
  });
}
