import path from 'node:path';
import type { Command } from 'commander';
import type { ImportedPaper } from '../documents/importing/paper.ts';
import { bytesOfPaper } from '../documents/importing/paper-file.ts';
import { lineOf } from '../documents/importing/places.ts';
import { readPaperAside } from '../documents/importing/reading-process.ts';
import type { Refusal } from '../documents/importing/refusal.ts';
import {
  isSettled,
  type Settled,
  settlePaper,
  type Unsettled,
} from '../documents/importing/settle-paper.ts';
import { agencyKey } from '../language/agency-names.ts';
import { type ImportProposal, importCommitmentSet } from '../usecases/import-commitment-set.ts';
import { importView } from '../views/import.ts';
import { type Doubt, decisionDoubts, doubtsIn, findingDoubts } from '../views/import-doubts.ts';
import type { ArgumentReaders } from './arguments.ts';
import { type CliContext, printJson, RefusedError, withOffice } from './context.ts';
import { importJson, refusalJson } from './import-json.ts';
import type { ImportOptions } from './import-options.ts';

export function importCommand(program: Command, context: CliContext, read: ArgumentReaders) {
  program
    .command('import')
    .description(context.texts('cli.import'))
    .argument('<file...>', context.texts('cli.argumentFile'))
    .option('--year <year>', context.texts('cli.optionYear'), read.year)
    .option('--period <period>', context.texts('cli.optionPeriod'), read.period)
    .option('--agency <name>', context.texts('cli.optionAgency'))
    .option('--set <name>', context.texts('cli.optionSet'))
    .option('--dry-run', context.texts('cli.optionDryRun'))
    .option('--yes', context.texts('cli.optionYes'))
    .option('--at <instant>', context.texts('cli.optionAt'), read.instant)
    .option('--json', context.texts('cli.optionJson'))
    .action(async (files: string[], options: ImportOptions) => {
      const outcomes = [];
      for (const file of files) outcomes.push(await importFile(context, file, options));
      if (options.json === true) printOutcomes(context, outcomes);
      if (outcomes.some(({ isDone }) => !isDone)) throw new RefusedError('not imported');
    });
}

type RefusedFor = Parameters<typeof refusalJson>[0];

interface FileOutcome {
  /** Reads more of the paper than is stored: asked for only where it is printed. */
  json(): unknown;
  /** What was asked for was done: stored, or compared in a dry run. */
  readonly isDone: boolean;
}

/** One document for one file, a list for several. */
function printOutcomes(context: CliContext, outcomes: readonly FileOutcome[]): void {
  const documents = outcomes.map((outcome) => outcome.json());
  printJson(context, documents.length === 1 ? documents[0] : documents);
}

async function importFile(
  context: CliContext,
  file: string,
  options: ImportOptions,
): Promise<FileOutcome> {
  const bytes = await bytesOfPaper(file);
  if (bytes === null) return refuse(context, file, { code: 'fileMissing' }, options);
  const name = path.basename(file);
  const paper = await readPaperAside(bytes, name);
  if (!paper.ok) return refuse(context, file, paper.error, options);
  const settled = settlePaper(paper.value, name, options, context.texts('import.defaultSet'));
  if (!isSettled(settled)) return undecided(context, file, paper.value, settled.open, options);
  return storeOrShow(context, paper.value, settled, options);
}

/** The paper leaves open what only a person may decide: --yes does not help, the options do. */
function undecided(
  context: CliContext,
  file: string,
  paper: ImportedPaper,
  open: Unsettled['open'],
  options: ImportOptions,
): FileOutcome {
  if (open === 'agencyMissing') return refuse(context, file, { code: open }, options);
  const message = context.texts(`import.${open}`);
  const asked = { code: open, level: 'confirm' as const, message, place: { line: 1 } };
  const doubts = [asked, ...doubtsIn(paper, options, context.texts)];
  if (options.json !== true) {
    sayDoubts(context, doubts.slice(1));
    context.say(message);
  }
  return {
    json: () => importJson(paper, file, message, null, doubts, options),
    isDone: options.dryRun === true,
  };
}

async function storeOrShow(
  context: CliContext,
  paper: ImportedPaper,
  settled: Settled,
  options: ImportOptions,
): Promise<FileOutcome> {
  const { texts } = context;
  const { year } = settled.paper;
  const doubts = [
    ...doubtsIn(paper, options, texts),
    ...decisionDoubts(paper, { ...options, year }, texts),
  ];
  const mustAsk = doubts.some(({ level }) => level === 'confirm');
  const isDryRun = options.dryRun === true || (mustAsk && options.yes !== true);
  const proposal = await withOffice(context, options.at ?? null, ({ dependencies }) =>
    importCommitmentSet(dependencies, {
      paper: settled.paper,
      keyOf: agencyKey,
      isDryRun,
      via: 'cli',
    }),
  );
  const message = importView(summaryOf(settled, proposal, isDryRun, options), texts);
  if (options.json !== true) {
    sayDoubts(context, doubts);
    context.print(message);
  }
  return {
    json: () => importJson(paper, settled.paper.file, message, proposal, doubts, options),
    isDone: !isDryRun || options.dryRun === true,
  };
}

function summaryOf(
  { paper }: Settled,
  proposal: ImportProposal,
  isDryRun: boolean,
  { dryRun }: ImportOptions,
) {
  const items = paper.sections.flatMap((section) => section.items);
  const kind = dryRun === true ? 'dryRun' : 'preview';
  return {
    items: items.length,
    agencies: paper.sections.length,
    unknown: items.filter(({ status }) => status === null).length,
    year: paper.year,
    period: paper.period,
    proposal,
    outcome: isDryRun ? kind : 'stored',
  } as const;
}

function sayDoubts({ print, texts }: CliContext, doubts: readonly Doubt[]): void {
  for (const { place, message } of doubts)
    print(texts('import.warning', { line: lineOf(place), message }));
}

function refuse(
  context: CliContext,
  file: string,
  { code, findings = [] }: { readonly code: RefusedFor; readonly findings?: Refusal['findings'] },
  { json }: ImportOptions,
): FileOutcome {
  const reason = context.texts(`import.${code}`);
  const message = context.texts('import.refused', { file: path.basename(file), reason });
  const doubts = findingDoubts(findings, context.texts);
  if (json !== true) {
    sayDoubts(context, doubts);
    context.say(message);
  }
  return { json: () => refusalJson(code, message, file, doubts), isDone: false };
}
