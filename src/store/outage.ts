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
 * and one of two that wanted the same rows was sent away. Source: PostgreSQL, appendix A.
 */
const SQL_STATES = /^(?:08|53|57P|25P03$|40001$|40P01$)/u;

/** Whether the database failed, so that the same work may succeed later; looks at causes too. */
export function isOutage(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    const code = 'code' in each ? each.code : undefined;
    if (typeof code === 'string' && (CODES.has(code) || SQL_STATES.test(code))) return true;
  }
  return false;
}
