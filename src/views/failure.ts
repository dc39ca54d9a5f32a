import type { Texts } from './texts.ts';

/** The variable that was wrong, by the names that the configuration's error carries. */
interface WrongVariable {
  readonly variable: string;
  readonly example: string;
  readonly fault: 'malformed' | 'missing' | 'clockWithRealChannel';
}

const FAULTS = {
  malformed: 'error.variableMalformed',
  missing: 'error.variableMissing',
  clockWithRealChannel: 'error.clockWithRealChannel',
} as const;

/** The data folder that cannot be used, by the names that the store's error carries. */
interface UnusableFolder {
  readonly fault: 'full' | 'notWritable' | 'notAFolder' | 'damaged' | 'held';
  readonly folder: string;
}

const FOLDER_FAULTS = {
  full: 'error.diskFull',
  notWritable: 'error.dataDirNotWritable',
  notAFolder: 'error.dataDirNotAFolder',
  damaged: 'error.dataDirDamaged',
  held: 'error.dataDirHeld',
} as const;

/** One sentence for a failure that ends a command: what is wrong, and the way out. */
export function failureView(error: unknown, texts: Texts): string {
  if (isWrongVariable(error)) {
    const { variable, example, fault } = error;
    return texts(FAULTS[fault], { variable, example });
  }
  if (!(error instanceof Error)) return texts('error.unexpected', { reason: String(error) });
  if (isUnusableFolder(error)) return texts(FOLDER_FAULTS[error.fault], { folder: error.folder });
  if (isDiskFull(error) || isDiskFull(error.cause)) return texts('error.diskFull');
  if (error.name === 'DatabaseUnreachableError') return texts('error.databaseUnreachable');
  if (error.name === 'StoreUnavailableError') return texts('error.databaseBrokeOff');
  if (error.name === 'DataDirTooLongError') return texts('error.dataDirTooLong');
  return texts('error.unexpected', { reason: error.message });
}

function isWrongVariable(error: unknown): error is WrongVariable {
  return error instanceof Error && error.name === 'WrongVariableError';
}

function isUnusableFolder(error: Error): error is Error & UnusableFolder {
  return error.name === 'DataDirError';
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'DiskFullError';
}
