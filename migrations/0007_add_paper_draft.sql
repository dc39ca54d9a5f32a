CREATE TABLE "paper_draft" (
	"id" serial PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"chat_id" text NOT NULL,
	"person_id" integer NOT NULL,
	"file_id" text,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"reading" jsonb,
	"decisions" jsonb,
	"attempts" integer NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"not_before" timestamp with time zone,
	"settled_at" timestamp with time zone,
	CONSTRAINT "paper_draft_state_known" CHECK ("state" in ('waiting', 'read', 'refused', 'stored', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "paper_draft" ADD CONSTRAINT "paper_draft_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_draft_open" ON "paper_draft" USING btree ("id") WHERE "state" in ('waiting', 'read');