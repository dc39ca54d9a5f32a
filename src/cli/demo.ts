import path from 'node:path';
import type { Command } from 'commander';
import { bytesOfPaper } from '../documents/importing/paper-file.ts';
import { readPaperAside } from '../documents/importing/reading-process.ts';
import { isSettled, settlePaper } from '../documents/importing/settle-paper.ts';
import type { Paper } from '../domain/paper.ts';
import { type CliContext, RefusedError } from './context.ts';

export function demoCommand(program: Command, context: CliContext) {
  const { texts } = context;
  program
    .command('demo')
    .description(texts('cli.demo'))
    .argument('[file...]', texts('cli.argumentFile'))
    .option('--quick', texts('cli.optionQuick'))
    .action(async (files: string[], { quick }: { quick?: true }) => {
      const papers: Paper[] = [];
      for (const file of files) papers.push(await paperOf(context, file));
      try {
        await context.demo({ papers, isQuick: quick === true });
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'DemoFailedError') throw error;
        context.say(texts('demo.failed', { reason: error.message }));
        throw new RefusedError('demo failed');
      }
    });
}

async function paperOf({ texts, say }: CliContext, file: string): Promise<Paper> {
  const bytes = await bytesOfPaper(file);
  const name = path.basename(file);
  const refuse = (reason: string): never => {
    say(texts('import.refused', { file: name, reason }));
    throw new RefusedError('no paper to play');
  };
  if (bytes === null) return refuse(texts('import.fileMissing'));
  const paper = await readPaperAside(bytes, name);
  if (!paper.ok) return refuse(texts(`import.${paper.error.code}`));
  const settled = settlePaper(paper.value, name, {}, texts('import.defaultSet'));
  if (!isSettled(settled)) return refuse(texts(`import.${settled.open}`));
  return settled.paper;
}
