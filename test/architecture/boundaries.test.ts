import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

const Cruise = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({ violations: z.array(z.object({ rule: z.object({ name: z.string() }) })) }),
});

const PLANTED = 'src/domain/planted-for-the-test';

describe('the boundaries', () => {
  afterEach(() => rmSync(PLANTED, { recursive: true, force: true }));

  it('are checked over every file of src, so that green is not empty', () => {
    const seen = new Set(cruise().modules.map(({ source }) => source));

    const unseen = globSync('src/**/*.ts').filter((file) => !seen.has(file));

    expect(unseen).toEqual([]);
  });

  it('report a rule that reads from a use case, a package or the machine', () => {
    mkdirSync(PLANTED);
    writeFileSync(
      `${PLANTED}/breach.ts`,
      `import 'node:fs';\nimport 'zod';\nimport type { Clock } from '../../usecases/ports/clock.ts';\nexport type Breach = Clock;\n`,
    );

    const broken = cruise().summary.violations.map(({ rule }) => rule.name);

    expect(broken).toContain('core-is-pure');
    expect(broken).toContain('domain-imports');
    expect(broken).toContain('zod-stays-home');
  });
});

function cruise(): z.infer<typeof Cruise> {
  const output = run('node_modules/.bin/depcruise', ['src', '--output-type', 'json']);
  return Cruise.parse(JSON.parse(output));
}

/** What the program printed, also when it exits with a fault: breaches make it do so. */
function run(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  } catch (error) {
    return z.object({ stdout: z.string() }).parse(error).stdout;
  }
}
