import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const Words = z.record(z.string(), z.string());

/** Letters that only Vietnamese has. */
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;

describe('the words', () => {
  it('have the same keys and placeholders in every language', () => {
    for (const file of globSync('locales/vi/*.json')) {
      expect(placeholders(file.replace('/vi/', '/en/')), file).toEqual(placeholders(file));
    }
  });

  it('are each used', () => {
    const source = globSync('src/**/*.ts')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');

    const unused = keys().filter(
      (key) => !source.includes(`'${key}'`) && !computed(key).some((part) => source.includes(part)),
    );

    expect(unused).toEqual([]);
  });

  it('stand nowhere in src but in the word lists of the language', () => {
    const strays = globSync('src/**/*.ts', { exclude: ['src/language/**'] }).filter((file) =>
      VIETNAMESE.test(withoutComments(readFileSync(file, 'utf8'))),
    );

    // The dump's own grammar is made of its printed words.
    expect(strays.filter((file) => !file.startsWith('src/documents/importing/appendix-'))).toEqual(
      [],
    );
  });
});

function keys(): string[] {
  return globSync('locales/vi/*.json').flatMap((file) => {
    const noun = file.replace(/^.*\/|\.json$/g, '');
    return Object.keys(read(file)).map((meaning) => `${noun}.${meaning}`);
  });
}

/** How a key looks where its meaning is computed: `noun.${code}`. */
function computed(key: string): string[] {
  return [`\`${key.split('.')[0]}.\${`];
}

function placeholders(file: string): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(read(file)).map(([key, text]) => [
      key,
      [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '').sort(),
    ]),
  );
}

function read(file: string): Record<string, string> {
  return Words.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
}
