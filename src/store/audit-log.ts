import { createHash } from 'node:crypto';
import { asc, desc, sql } from 'drizzle-orm';
import type { AuditEntry, AuditLog, AuditVerdict } from '../usecases/ports/audit-log.ts';
import type { Db } from './database.ts';
import { onlyRow } from './rows.ts';
import { auditDetail, auditEntry } from './schema/audit-entry.ts';

/** What the first row is chained to. */
const GENESIS = '0'.repeat(64);

/** Any number, but not the migrations': one writer at a time appends to the chain. */
const AUDIT_LOCK = 718_294;

type Row = typeof auditEntry.$inferSelect;

/**
 * The record of every change, each row bound to the one before. Rows hold the digest of the detail;
 * a detail that was erased leaves the chain whole, a changed one does not. Source: moonshot M16.
 */
export function createAuditLog(db: Db): AuditLog {
  return { record: (entry) => append(db, entry), verify: () => walk(db) };
}

async function append(db: Db, entry: AuditEntry): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${AUDIT_LOCK})`);
  const [last] = await db
    .select({ hash: auditEntry.hash })
    .from(auditEntry)
    .orderBy(desc(auditEntry.id))
    .limit(1);
  const detail = { before: entry.before ?? null, after: entry.after ?? null };
  const row = {
    action: entry.action,
    subject: entry.subject,
    actorPersonId: entry.actor?.personId ?? null,
    via: entry.via,
    at: entry.at,
    detailDigest: digest(detail),
    previousHash: last?.hash ?? GENESIS,
  };
  const added = await db
    .insert(auditEntry)
    .values({ ...row, hash: hashOf(row) })
    .returning({ id: auditEntry.id });
  await db.insert(auditDetail).values({ entryId: onlyRow(added).id, detail });
}

async function walk(db: Db): Promise<AuditVerdict> {
  const rows = await db.select().from(auditEntry).orderBy(asc(auditEntry.id));
  const details = await db.select().from(auditDetail);
  const detailById = new Map(details.map(({ entryId, detail }) => [entryId, detail]));
  let previousHash = GENESIS;
  for (const row of rows) {
    const reason = faultOf(row, previousHash, detailById.get(row.id));
    if (reason !== null)
      return { ok: false, rows: rows.length, firstBroken: { id: row.id, reason } };
    previousHash = row.hash;
  }
  return { ok: true, rows: rows.length, firstBroken: null };
}

function faultOf(row: Row, previousHash: string, detail: unknown): string | null {
  if (row.previousHash !== previousHash) return 'previousHashDiffers';
  if (hashOf(row) !== row.hash) return 'rowChanged';
  // An erased detail is allowed; one that no longer fits its digest is not.
  return detail !== undefined && digest(detail) !== row.detailDigest ? 'detailChanged' : null;
}

function hashOf(row: Omit<Row, 'id' | 'hash'>): string {
  const { previousHash, action, subject, actorPersonId, via, at, detailDigest } = row;
  return digest([
    previousHash,
    action,
    subject,
    actorPersonId,
    via,
    at.toISOString(),
    detailDigest,
  ]);
}

function digest(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** JSON with sorted keys: the database does not keep their order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
