import { pgTable, text } from 'drizzle-orm/pg-core';

/**
 * One row, whose value the database itself changes whenever agencies, days off, sets or their rules
 * do, whoever changes them: what a process remembers of those is good while this is the same.
 */
export const referenceRevision = pgTable('reference_revision', {
  revision: text('revision').primaryKey(),
});
