import module from 'node:module';

const QUERY_BUILDER = '/node_modules/drizzle-orm/';

/**
 * Tells Node of which kind our own modules and the query builder's are. Else it looks that up for
 * each of them in the package's description, and the query builder's takes 4 ms to read: half a
 * second with every start. Does nothing on a Node that cannot be told. Source: decision 0024.
 */
export function quickenImports(): void {
  if (module.registerHooks === undefined) return;
  module.registerHooks({
    resolve: (specifier, context, resolve) => {
      const format = formatOf(specifier, context.parentURL);
      if (format === null) return resolve(specifier, context);
      return { url: new URL(specifier, context.parentURL).href, format, shortCircuit: true };
    },
  });
}

/** Null where Node is to look it up. */
function formatOf(specifier: string, from: string | undefined): string | null {
  if (from === undefined || !specifier.startsWith('.')) return null;
  if (!from.includes('/node_modules/')) {
    return specifier.endsWith('.ts') ? 'module-typescript' : null;
  }
  return from.includes(QUERY_BUILDER) && from.endsWith('.js') ? 'module' : null;
}
