import { answersAt, SIZES } from './scale-of-answers.ts';

/** Prints what an office asks itself at each size, on a server, as times of the smallest. */
const SERVER = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const wanted = process.argv.slice(2);

const print = (line: string) => process.stdout.write(`${line}\n`);

for (const size of SIZES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const answers = await answersAt(size, SERVER);
  const cells = Object.entries(answers).map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`);
  print(`${size.name.padEnd(16)}${cells.join(' · ')}`);
}
