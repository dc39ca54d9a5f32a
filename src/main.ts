#!/usr/bin/env node
import { quicken } from './quick-imports.ts';

// Nothing else of the program may be loaded before.
quicken(process.env['DATA_DIR'] ?? '.camket');

const { run } = await import('./run.ts');
process.exitCode = await run();
