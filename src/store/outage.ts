/** Of the driver and of the system: the connection is the fault, not what was asked over it. */
const CODES: ReadonlySet<string> = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * Of the server: connection lost, out of resources, shut down or starting, ended for standing idle,
 * read only for now, files that cannot be read or written (of which the server says «no right» where
 * the disk is read only), one of two that wanted the same rows was sent away, and what waited for a
 * lock or ran for longer than an operator allows was broken off. Source: PostgreSQL, appendix A.
 */
const SQL_STATES = /^(?:08|53|57P|58|57014$|55P03$|25P03$|25006$|40001$|40P01$|42501$)/u;

/**
 * Of those, the ones after which the connection is gone, or of no more use: one that was opened while
 * the database was read only stays so.
 */
const CUT = /^(?:08|57P|25P03$|25006$)/u;

/** Whether the database failed, so that the same work may succeed later; looks at causes too. */
export function isOutage(error: unknown): boolean {
  return codesIn(error).some((code) => CODES.has(code) || SQL_STATES.test(code));
}

/** Whether the connection broke off, so that nothing more can be asked over it. */
export function isCut(error: unknown): boolean {
  return codesIn(error).some((code) => CODES.has(code) || CUT.test(code));
}

/** Whether it was not done because something before it in the transaction had failed. */
export function isAborted(error: unknown): boolean {
  return codesIn(error).includes('25P02');
}

function codesIn(error: unknown): string[] {
  const codes: string[] = [];
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') codes.push(each.code);
  }
  return codes;
}
