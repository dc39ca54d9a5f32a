import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, serial, text, unique } from 'drizzle-orm/pg-core';
import { REPORT_PERIODS } from '../../domain/report-period.ts';
import {
  DELIVERY_KINDS,
  DELIVERY_STATES,
  SUBJECT_KINDS,
} from '../../usecases/ports/delivery-log.ts';
import { agency } from './agency.ts';
import { calendarDate, instant, oneOf } from './columns.ts';
import { commitment, commitmentSet } from './commitment.ts';
import { person } from './person.ts';

/** Every message that goes out, claimed under its key before it is sent. Source: decision 16. */
export const delivery = pgTable(
  'delivery',
  {
    id: serial('id').primaryKey(),
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    personId: integer('person_id').references(() => person.id),
    /** Null for a person who is written to wherever they can be reached. */
    channel: text('channel'),
    chatId: text('chat_id'),
    isGroup: boolean('is_group').notNull(),
    state: text('state').notNull(),
    /** What to send; null for what is composed when it is sent, and wiped when it was. */
    payload: jsonb('payload'),
    dueAt: instant('due_at').notNull(),
    /** The process that is sending it. */
    claimedBy: text('claimed_by'),
    /** An attempt may have arrived: the next one says so. */
    isRepeat: boolean('is_repeat').notNull(),
    attempts: integer('attempts').notNull(),
    platformMessageId: text('platform_message_id'),
    error: text('error'),
    settledAt: instant('settled_at'),
  },
  (table) => [
    unique('delivery_key_once').on(table.key),
    index('delivery_open').on(table.id).where(sql`"state" in ('planned', 'sending', 'unclear')`),
    index('delivery_answering')
      .on(table.channel, table.chatId)
      .where(sql`"kind" = 'reply' and "state" in ('planned', 'sending')`),
    index('delivery_undelivered').on(table.id).where(sql`"state" in ('unclear', 'dead')`),
    index('delivery_by_person').on(table.personId),
    oneOf('delivery_kind_known', 'kind', DELIVERY_KINDS),
    oneOf('delivery_state_known', 'state', DELIVERY_STATES),
  ],
);

/** What a message was about, so that nobody is told the same twice and reminders can be counted. */
export const deliverySubject = pgTable(
  'delivery_subject',
  {
    id: serial('id').primaryKey(),
    deliveryId: integer('delivery_id')
      .notNull()
      .references(() => delivery.id),
    kind: text('kind').notNull(),
    agencyId: integer('agency_id')
      .notNull()
      .references(() => agency.id),
    setId: integer('set_id').references(() => commitmentSet.id),
    period: text('period'),
    commitmentId: integer('commitment_id').references(() => commitment.id),
    rung: integer('rung'),
    plannedOn: calendarDate('planned_on'),
  },
  (table) => [
    index('delivery_subject_by_delivery').on(table.deliveryId),
    index('delivery_subject_by_agency').on(table.agencyId, table.period),
    index('delivery_subject_by_day').on(table.plannedOn),
    oneOf('delivery_subject_kind_known', 'kind', SUBJECT_KINDS),
    oneOf('delivery_subject_period_known', 'period', REPORT_PERIODS),
  ],
);

/** A running process that sends, seen alive by the time that processes share. */
export const sender = pgTable('sender', {
  id: text('id').primaryKey(),
  seenAt: instant('seen_at').notNull(),
});
