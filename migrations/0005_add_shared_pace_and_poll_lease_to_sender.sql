CREATE TABLE "chat_pace" (
	"channel" text NOT NULL,
	"chat_id" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"held_until" timestamp with time zone,
	"flooded_at" timestamp with time zone,
	"sent_at" timestamp with time zone[] NOT NULL,
	CONSTRAINT "chat_pace_once" PRIMARY KEY("channel","chat_id")
);
--> statement-breakpoint
CREATE TABLE "poll_lease" (
	"channel" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "send_slot" (
	"channel" text NOT NULL,
	"place" integer NOT NULL,
	"free_at" timestamp with time zone NOT NULL,
	CONSTRAINT "send_slot_once" PRIMARY KEY("channel","place")
);
--> statement-breakpoint
CREATE INDEX "delivery_answering" ON "delivery" USING btree ("channel","chat_id") WHERE "kind" = 'reply' and "state" in ('planned', 'sending');--> statement-breakpoint
CREATE INDEX "delivery_undelivered" ON "delivery" USING btree ("id") WHERE "state" in ('unclear', 'dead');