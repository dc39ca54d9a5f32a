import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';

/** What the running service tells the commands beside it, and the office's own switches. */
export const setting = pgTable('setting', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
});
