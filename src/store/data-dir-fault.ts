import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { DiskFullError } from './disk-room.ts';

/** `held`: by another process that does not answer. */
export type DataDirFault = 'full' | 'notWritable' | 'notAFolder' | 'damaged' | 'held';

/** The data folder cannot be used as it is: a person must do something about it. */
export class DataDirError extends Error {
  override readonly name = 'DataDirError';
  readonly fault: DataDirFault;
  readonly folder: string;

  constructor(fault: DataDirFault, folder: string, options?: ErrorOptions) {
    super(`The data folder cannot be used: ${fault}`, options);
    this.fault = fault;
    this.folder = folder;
  }
}

const FAULTS: Readonly<Record<string, DataDirFault>> = {
  EACCES: 'notWritable',
  EPERM: 'notWritable',
  EROFS: 'notWritable',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EEXIST: 'notAFolder',
  EISDIR: 'notAFolder',
  ENOTDIR: 'notAFolder',
  // Of Node's own.
  ERR_FS_EISDIR: 'notAFolder',
};

/** What the system or the disk says against the folder; null where the failure says nothing of it. */
export function faultOf(error: unknown): DataDirFault | null {
  if (error instanceof DiskFullError) return 'full';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return FAULTS[code] ?? null;
}

/** Files that the database writes whatever it does, below its own folder. */
const ALWAYS_WRITTEN = ['.', 'global/pg_control', 'pg_wal', 'base'];

/** Why the files there could not be opened, when the database itself broke down over them. */
export async function faultIn(dataDir: string): Promise<DataDirFault> {
  for (const name of ALWAYS_WRITTEN) {
    try {
      await access(path.join(dataDir, name), constants.R_OK | constants.W_OK);
    } catch (error) {
      return faultOf(error) ?? 'damaged';
    }
  }
  return 'damaged';
}
