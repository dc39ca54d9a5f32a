#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { quickenImports } from './quick-imports.ts';

// To read and compile the program takes longer than what most commands do with it, so that is kept
// in the office's own folder, once there is one. Nothing else of it may be loaded before.
const dataDir = process.env['DATA_DIR'] ?? '.camket';
if (existsSync(dataDir)) enableCompileCache(path.join(dataDir, 'compiled'));
quickenImports();

const { run } = await import('./run.ts');
process.exitCode = await run();
