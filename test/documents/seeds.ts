import { existsSync, globSync, readFileSync } from 'node:fs';

const FOLDER = '../shared/seeds';

/** Whether the province's documents are on this machine: they stay out of the repository. */
export const hasSeeds = existsSync(FOLDER);

/** The path of the document whose name begins with the number. */
export function seedPath(number: string): string {
  const [found] = globSync(`${FOLDER}/${number}_*.txt`);
  if (found === undefined) throw new Error(`No document ${number}`);
  return found;
}

export function seedText(number: string): string {
  return readFileSync(seedPath(number), 'utf8');
}
