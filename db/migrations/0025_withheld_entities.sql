CREATE TABLE "withheld_entities" (
	"kind" text NOT NULL,
	"entity_id" bigint NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "withheld_entities_kind_entity_id_pk" PRIMARY KEY("kind","entity_id")
);
--> statement-breakpoint
CREATE FUNCTION withhold_entity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO withheld_entities (kind, entity_id) VALUES (TG_ARGV[0], OLD.id)
  ON CONFLICT (kind, entity_id) DO UPDATE SET xid = pg_current_xact_id();
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER services_withhold_deleted AFTER DELETE ON "services" FOR EACH ROW EXECUTE FUNCTION withhold_entity('service');--> statement-breakpoint
CREATE TRIGGER teams_withhold AFTER DELETE ON "teams" FOR EACH ROW EXECUTE FUNCTION withhold_entity('team');--> statement-breakpoint
CREATE TRIGGER domains_withhold AFTER DELETE ON "domains" FOR EACH ROW EXECUTE FUNCTION withhold_entity('domain');--> statement-breakpoint
CREATE TRIGGER services_withhold AFTER UPDATE OF "visibility", "owner_team_id", "deleted_at" ON "services" FOR EACH ROW WHEN (
  OLD.deleted_at IS NULL AND (NEW.deleted_at IS NOT NULL
  OR array_position(ARRAY['public', 'internal', 'listed', 'private'], NEW.visibility) > array_position(ARRAY['public', 'internal', 'listed', 'private'], OLD.visibility)
  OR (OLD.owner_team_id IS NOT NULL AND OLD.owner_team_id IS DISTINCT FROM NEW.owner_team_id))
) EXECUTE FUNCTION withhold_entity('service');
