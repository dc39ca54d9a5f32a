import { fileURLToPath } from 'node:url';

/** Where the migrations are, whatever folder the program was started in. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));
