CREATE TABLE "choice" (
	"id" serial PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"question" text NOT NULL,
	"channel" text NOT NULL,
	"chat_id" text NOT NULL,
	"person_id" integer,
	"label" text NOT NULL,
	"typed" text NOT NULL,
	"action" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "choice_token_once" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "conversation" (
	"id" serial PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"chat_id" text NOT NULL,
	"language" text,
	"question" text,
	"expects" jsonb,
	"asked_at" timestamp with time zone,
	CONSTRAINT "conversation_of_one_chat" UNIQUE("channel","chat_id")
);
--> statement-breakpoint
CREATE TABLE "leaders_group" (
	"id" serial PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"chat_id" text NOT NULL,
	"bound_by" integer,
	"bound_at" timestamp with time zone NOT NULL,
	"is_active" boolean NOT NULL,
	CONSTRAINT "leaders_group_bound_once" UNIQUE("channel","chat_id")
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"id" serial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"person_id" integer,
	"channel" text,
	"chat_id" text,
	"is_group" boolean NOT NULL,
	"state" text NOT NULL,
	"payload" jsonb,
	"due_at" timestamp with time zone NOT NULL,
	"claimed_by" text,
	"is_repeat" boolean NOT NULL,
	"attempts" integer NOT NULL,
	"platform_message_id" text,
	"error" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "delivery_key_once" UNIQUE("key"),
	CONSTRAINT "delivery_kind_known" CHECK ("kind" in ('reply', 'notice', 'daily', 'digest')),
	CONSTRAINT "delivery_state_known" CHECK ("state" in ('planned', 'sending', 'sent', 'unclear', 'failed', 'cancelled', 'dead'))
);
--> statement-breakpoint
CREATE TABLE "delivery_subject" (
	"id" serial PRIMARY KEY NOT NULL,
	"delivery_id" integer NOT NULL,
	"kind" text NOT NULL,
	"agency_id" integer NOT NULL,
	"set_id" integer,
	"period" text,
	"commitment_id" integer,
	"rung" integer,
	"planned_on" date,
	CONSTRAINT "delivery_subject_kind_known" CHECK ("kind" in ('round', 'milestone', 'escalation', 'noOfficer', 'shift')),
	CONSTRAINT "delivery_subject_period_known" CHECK ("period" in ('Q1', 'Q2', 'Q3', 'Q4', 'H1', 'M9', 'annual', 'annualPreliminary', 'annualUpdate'))
);
--> statement-breakpoint
CREATE TABLE "sender" (
	"id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbound_update" (
	"id" serial PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"update_id" text NOT NULL,
	"chat_id" text NOT NULL,
	"sender_id" text,
	"state" text NOT NULL,
	"payload" jsonb,
	"attempts" integer NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "inbound_update_acts_once" UNIQUE("channel","update_id"),
	CONSTRAINT "inbound_update_state_known" CHECK ("state" in ('received', 'settled', 'refused', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "wrong_code" (
	"id" serial PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"user_id" text NOT NULL,
	"tried_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "period_line" ADD COLUMN "restores_version" integer;--> statement-breakpoint
ALTER TABLE "choice" ADD CONSTRAINT "choice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaders_group" ADD CONSTRAINT "leaders_group_bound_by_person_id_fk" FOREIGN KEY ("bound_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_subject" ADD CONSTRAINT "delivery_subject_delivery_id_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."delivery"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_subject" ADD CONSTRAINT "delivery_subject_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_subject" ADD CONSTRAINT "delivery_subject_set_id_commitment_set_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."commitment_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_subject" ADD CONSTRAINT "delivery_subject_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "choice_by_question" ON "choice" USING btree ("question");--> statement-breakpoint
CREATE INDEX "delivery_open" ON "delivery" USING btree ("id") WHERE "state" in ('planned', 'sending', 'unclear');--> statement-breakpoint
CREATE INDEX "delivery_by_person" ON "delivery" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "delivery_subject_by_delivery" ON "delivery_subject" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "delivery_subject_by_agency" ON "delivery_subject" USING btree ("agency_id","period");--> statement-breakpoint
CREATE INDEX "inbound_update_waiting" ON "inbound_update" USING btree ("channel","chat_id","id") WHERE "state" = 'received';--> statement-breakpoint
CREATE INDEX "wrong_code_by_time" ON "wrong_code" USING btree ("tried_at");