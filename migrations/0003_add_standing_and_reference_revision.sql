CREATE TABLE "reference_revision" (
	"revision" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standing" (
	"commitment_id" integer PRIMARY KEY NOT NULL,
	"set_id" integer NOT NULL,
	"agency_id" integer NOT NULL,
	"parent_id" integer,
	"is_leaf" boolean NOT NULL,
	"status" text NOT NULL,
	"reported_in" integer NOT NULL,
	"milestone_on" date,
	CONSTRAINT "standing_status_known" CHECK ("status" in ('unknown', 'notStarted', 'inProgress', 'fulfilled', 'notFulfilled', 'awaitingAppraisal', 'stopped'))
);
--> statement-breakpoint
ALTER TABLE "standing" ADD CONSTRAINT "standing_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing" ADD CONSTRAINT "standing_set_id_commitment_set_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."commitment_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing" ADD CONSTRAINT "standing_agency_id_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "standing_of_leaves" ON "standing" USING btree ("set_id","agency_id","reported_in") WHERE "is_leaf";--> statement-breakpoint
CREATE INDEX "standing_of_top_items" ON "standing" USING btree ("set_id","status") WHERE "parent_id" is null;--> statement-breakpoint
CREATE INDEX "standing_of_milestones" ON "standing" USING btree ("set_id","milestone_on") WHERE "milestone_on" is not null and "is_leaf";--> statement-breakpoint
CREATE INDEX "standing_by_parent" ON "standing" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "commitment_by_parent" ON "commitment" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "delivery_subject_by_day" ON "delivery_subject" USING btree ("planned_on");--> statement-breakpoint
CREATE INDEX "period_line_by_people" ON "period_line" USING btree ("recorded_at") WHERE "person_id" is not null;--> statement-breakpoint
CREATE INDEX "channel_account_by_person" ON "channel_account" USING btree ("person_id");