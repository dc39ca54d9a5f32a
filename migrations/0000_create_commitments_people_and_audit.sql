CREATE TABLE "agency" (
	"id" serial PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"standing" text NOT NULL,
	"parent_id" integer,
	"is_off_chat" boolean NOT NULL,
	"position" integer NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "agency_level_known" CHECK ("level" in ('province', 'department', 'district', 'commune', 'office')),
	CONSTRAINT "agency_standing_known" CHECK ("standing" in ('assigned', 'requested'))
);
--> statement-breakpoint
CREATE TABLE "agency_name" (
	"id" serial PRIMARY KEY NOT NULL,
	"agency_id" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "agency_name_kind_known" CHECK ("kind" in ('official', 'alias', 'asPrinted'))
);
--> statement-breakpoint
CREATE TABLE "agency_successor" (
	"agency_id" integer NOT NULL,
	"successor_id" integer NOT NULL,
	"remark" text,
	"document" text,
	"valid_from" date,
	CONSTRAINT "agency_successor_agency_id_successor_id_pk" PRIMARY KEY("agency_id","successor_id")
);
--> statement-breakpoint
CREATE TABLE "audit_detail" (
	"entry_id" integer PRIMARY KEY NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" serial PRIMARY KEY NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"actor_person_id" integer,
	"via" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"detail_digest" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_day" (
	"date" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"notice" text,
	"is_confirmed" boolean NOT NULL,
	CONSTRAINT "calendar_day_kind_known" CHECK ("kind" in ('off', 'worked'))
);
--> statement-breakpoint
CREATE TABLE "commitment" (
	"id" serial PRIMARY KEY NOT NULL,
	"set_id" integer NOT NULL,
	"agency_id" integer NOT NULL,
	"signed_agency_id" integer NOT NULL,
	"appraiser_agency_id" integer,
	"parent_id" integer,
	"number" text NOT NULL,
	"text" text NOT NULL,
	"is_off_chat" boolean NOT NULL,
	"milestone_on" date,
	"position" integer NOT NULL,
	"source_file" text NOT NULL,
	"source_line" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commitment_set" (
	"id" serial PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"name" text NOT NULL,
	"authority" text,
	"settings" jsonb NOT NULL,
	CONSTRAINT "commitment_set_named_once_a_year" UNIQUE("year","name")
);
--> statement-breakpoint
CREATE TABLE "reporting_rule" (
	"id" serial PRIMARY KEY NOT NULL,
	"set_id" integer NOT NULL,
	"period" text NOT NULL,
	"boundary" text NOT NULL,
	"month" integer NOT NULL,
	"day" integer NOT NULL,
	"agency_id" integer,
	"level" text,
	"as_printed" text,
	CONSTRAINT "reporting_rule_period_known" CHECK ("period" in ('Q1', 'Q2', 'Q3', 'Q4', 'H1', 'M9', 'annual', 'annualPreliminary', 'annualUpdate')),
	CONSTRAINT "reporting_rule_boundary_known" CHECK ("boundary" in ('before', 'by')),
	CONSTRAINT "reporting_rule_level_known" CHECK ("level" in ('province', 'department', 'district', 'commune', 'office'))
);
--> statement-breakpoint
CREATE TABLE "period_line" (
	"id" serial PRIMARY KEY NOT NULL,
	"commitment_id" integer NOT NULL,
	"period" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"modifier" text,
	"result" text,
	"difficulty" text,
	"proposal" text,
	"estimate" text,
	"is_late" boolean NOT NULL,
	"is_unchanged" boolean NOT NULL,
	"person_id" integer,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "period_line_version_once" UNIQUE("commitment_id","version"),
	CONSTRAINT "period_line_status_known" CHECK ("status" in ('unknown', 'notStarted', 'inProgress', 'fulfilled', 'notFulfilled', 'awaitingAppraisal', 'stopped')),
	CONSTRAINT "period_line_estimate_known" CHECK ("estimate" in ('unknown', 'notStarted', 'inProgress', 'fulfilled', 'notFulfilled', 'awaitingAppraisal', 'stopped')),
	CONSTRAINT "period_line_modifier_known" CHECK ("modifier" in ('nothingArose', 'conditionNotMet')),
	CONSTRAINT "period_line_period_known" CHECK ("period" in ('Q1', 'Q2', 'Q3', 'Q4', 'H1', 'M9', 'annual', 'annualPreliminary', 'annualUpdate'))
);
--> statement-breakpoint
CREATE TABLE "stop_document" (
	"id" serial PRIMARY KEY NOT NULL,
	"commitment_id" integer NOT NULL,
	"number" text NOT NULL,
	"issuer" text NOT NULL,
	"issued_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_account" (
	"id" serial PRIMARY KEY NOT NULL,
	"person_id" integer NOT NULL,
	"channel" text NOT NULL,
	"user_id" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	"unreachable_since" timestamp with time zone,
	CONSTRAINT "channel_account_belongs_to_one" UNIQUE("channel","user_id")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" serial PRIMARY KEY NOT NULL,
	"code_hash" text NOT NULL,
	"agency_id" integer NOT NULL,
	"role" text NOT NULL,
	"person_name" text,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "invitation_code_once" UNIQUE("code_hash"),
	CONSTRAINT "invitation_role_known" CHECK ("role" in ('officer', 'head', 'secretary', 'leader', 'appraiser', 'observer', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"role" text NOT NULL,
	"agency_id" integer NOT NULL,
	"state" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_role_known" CHECK ("role" in ('officer', 'head', 'secretary', 'leader', 'appraiser', 'observer', 'admin')),
	CONSTRAINT "person_state_known" CHECK ("state" in ('pending', 'active', 'left'))
);
--> statement-breakpoint
ALTER TABLE "agency" ADD CONSTRAINT "agency_parent_id_agency_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_name" ADD CONSTRAINT "agency_name_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_successor" ADD CONSTRAINT "agency_successor_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_successor" ADD CONSTRAINT "agency_successor_successor_id_agency_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_detail" ADD CONSTRAINT "audit_detail_entry_id_audit_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."audit_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_actor_person_id_person_id_fk" FOREIGN KEY ("actor_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_set_id_commitment_set_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."commitment_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_signed_agency_id_agency_id_fk" FOREIGN KEY ("signed_agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_appraiser_agency_id_agency_id_fk" FOREIGN KEY ("appraiser_agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_parent_id_commitment_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting_rule" ADD CONSTRAINT "reporting_rule_set_id_commitment_set_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."commitment_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting_rule" ADD CONSTRAINT "reporting_rule_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_line" ADD CONSTRAINT "period_line_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_line" ADD CONSTRAINT "period_line_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stop_document" ADD CONSTRAINT "stop_document_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_account" ADD CONSTRAINT "channel_account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agency_name_by_agency" ON "agency_name" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "commitment_by_set_and_agency" ON "commitment" USING btree ("set_id","agency_id");--> statement-breakpoint
CREATE INDEX "reporting_rule_by_set" ON "reporting_rule" USING btree ("set_id");--> statement-breakpoint
CREATE INDEX "stop_document_by_commitment" ON "stop_document" USING btree ("commitment_id");--> statement-breakpoint
CREATE INDEX "person_by_agency" ON "person" USING btree ("agency_id");