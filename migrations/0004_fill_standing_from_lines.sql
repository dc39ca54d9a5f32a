-- The revision of agencies, days off, sets and rules changes with them, whoever changes them.
INSERT INTO "reference_revision" ("revision") VALUES (gen_random_uuid()::text);--> statement-breakpoint
CREATE FUNCTION "reference_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "reference_revision" SET "revision" = gen_random_uuid()::text;
  IF NOT FOUND THEN
    INSERT INTO "reference_revision" ("revision") VALUES (gen_random_uuid()::text);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "agency_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "agency"
  FOR EACH STATEMENT EXECUTE FUNCTION "reference_changed"();--> statement-breakpoint
CREATE TRIGGER "agency_name_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "agency_name"
  FOR EACH STATEMENT EXECUTE FUNCTION "reference_changed"();--> statement-breakpoint
CREATE TRIGGER "commitment_set_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "commitment_set"
  FOR EACH STATEMENT EXECUTE FUNCTION "reference_changed"();--> statement-breakpoint
CREATE TRIGGER "reporting_rule_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "reporting_rule"
  FOR EACH STATEMENT EXECUTE FUNCTION "reference_changed"();--> statement-breakpoint
CREATE TRIGGER "calendar_day_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "calendar_day"
  FOR EACH STATEMENT EXECUTE FUNCTION "reference_changed"();--> statement-breakpoint
-- What follows from the lines that are there: an undo withdraws the versions between.
INSERT INTO "standing" ("commitment_id", "set_id", "agency_id", "parent_id", "is_leaf", "status", "reported_in", "milestone_on")
SELECT c."id", c."set_id", c."agency_id", c."parent_id",
  NOT EXISTS (SELECT 1 FROM "commitment" AS child WHERE child."parent_id" = c."id"),
  coalesce((SELECT l."status" FROM "period_line" AS l WHERE l."commitment_id" = c."id" ORDER BY l."version" DESC LIMIT 1), 'unknown'),
  coalesce((SELECT bit_or(CASE l."period" WHEN 'Q1' THEN 1 WHEN 'Q2' THEN 2 WHEN 'Q3' THEN 4 WHEN 'Q4' THEN 8 WHEN 'H1' THEN 16
      WHEN 'M9' THEN 32 WHEN 'annual' THEN 64 WHEN 'annualPreliminary' THEN 128 WHEN 'annualUpdate' THEN 256 END)
    FROM "period_line" AS l
    WHERE l."commitment_id" = c."id" AND l."status" <> 'unknown' AND NOT EXISTS (
      SELECT 1 FROM "period_line" AS undo
      WHERE undo."commitment_id" = l."commitment_id" AND undo."restores_version" IS NOT NULL
        AND l."version" > undo."restores_version" AND l."version" < undo."version")), 0),
  c."milestone_on"
FROM "commitment" AS c;--> statement-breakpoint
-- Parents follow from their children, the innermost first. Source: decision 7.
DO $$
BEGIN
  FOR depth IN 1..9 LOOP
    UPDATE "standing" AS parent SET "status" = derived."status"
    FROM (SELECT child."parent_id" AS "id", CASE
        WHEN bool_and(child."status" = 'stopped') THEN 'stopped'
        WHEN bool_or(child."status" = 'notFulfilled') THEN 'notFulfilled'
        WHEN bool_or(child."status" = 'unknown') THEN 'unknown'
        WHEN bool_and(child."status" IN ('fulfilled', 'stopped')) THEN 'fulfilled'
        WHEN bool_and(child."status" IN ('notStarted', 'stopped')) THEN 'notStarted'
        WHEN bool_and(child."status" IN ('fulfilled', 'awaitingAppraisal', 'stopped')) THEN 'awaitingAppraisal'
        ELSE 'inProgress' END AS "status"
      FROM "standing" AS child WHERE child."parent_id" IS NOT NULL GROUP BY child."parent_id") AS derived
    WHERE parent."commitment_id" = derived."id" AND parent."status" <> derived."status";
    EXIT WHEN NOT FOUND;
  END LOOP;
END $$;
