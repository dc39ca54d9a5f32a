import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('every path that the documents name exists', () => {
  const named = ['README.md', ...globSync('docs/**/*.md')].flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /`((?:src|test|docs|locales|migrations)\/[^`\s*…<]*)`/g,
      ),
    ].map(([, path]) => path ?? ''),
  );

  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
