import { createHash } from 'node:crypto';
import { asc, desc, sql } from 'drizzle-orm';
import type { AuditEntry, AuditLog, AuditVerdict } from '../usecases/ports/audit-log.ts';
import type { Db } from './database.ts';
import { auditDetail, auditEntry } from './schema/audit-entry.ts';

/** What the first row is chained to. */
const GENESIS = '0'.repeat(64);

/** Any number, but not the migrations': one writer at a time appends to the chain. */
const AUDIT_LOCK = 718_294;

type Row = typeof auditEntry.$inferSelect;

/** The record as one transaction writes it. */
export interface OpenAuditLog extends AuditLog {
  /** Appends what was recorded; the transaction's last act. */
  close(): Promise<void>;
}

/**
 * The record of every change, each row bound to the one before. Rows hold the digest of the detail;
 * a detail that was erased leaves the chain whole, a changed one does not. Source: moonshot M16.
 *
 * What is recorded is appended when the transaction closes: the chain has one end, and whoever holds
 * it keeps all other writers waiting.
 */
export function createAuditLog(db: Db): OpenAuditLog {
  const recorded: AuditEntry[] = [];
  const close = async () => {
    const entries = recorded.splice(0);
    if (entries.length > 0) await append(db, entries);
  };
  return {
    record: (entry) => {
      recorded.push(entry);
      return Promise.resolve();
    },
    verify: async () => {
      await close();
      return walk(db);
    },
    end: async () => (await lastRow(db))[0]?.hash ?? null,
    close,
  };
}

/** The query itself, which is sent when it is awaited: never before one that is awaited first. */
function lastRow(db: Db) {
  return db
    .select({ hash: auditEntry.hash })
    .from(auditEntry)
    .orderBy(desc(auditEntry.id))
    .limit(1);
}

async function append(db: Db, entries: readonly AuditEntry[]): Promise<void> {
  // Sent together, done one after the other: the end is read once it is ours.
  const [, lastRows] = await Promise.all([
    db.execute(sql`select pg_advisory_xact_lock(${AUDIT_LOCK})`),
    lastRow(db),
  ]);
  let previousHash = lastRows[0]?.hash ?? GENESIS;
  const details = entries.map(({ before, after }) => ({
    before: before ?? null,
    after: after ?? null,
  }));
  const rows = entries.map(({ action, subject, actor, via, at }, index) => {
    const row = {
      action,
      subject,
      actorPersonId: actor?.personId ?? null,
      via,
      at,
      detailDigest: digest(details[index]),
      previousHash,
    };
    previousHash = hashOf(row);
    return { ...row, hash: previousHash };
  });
  // Nobody else takes numbers while the end is ours, so the last one taken tells all of them.
  const newest = sql`currval(pg_get_serial_sequence('audit_entry', 'id'))`;
  await Promise.all([
    db.insert(auditEntry).values(rows),
    db.insert(auditDetail).values(
      details.map((detail, index) => ({
        entryId: sql<number>`${newest} - ${rows.length - 1 - index}::int`,
        detail,
      })),
    ),
  ]);
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
