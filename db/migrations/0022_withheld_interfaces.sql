CREATE TABLE "withheld_interfaces" (
	"interface_id" bigint PRIMARY KEY NOT NULL,
	"from_whom" text NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "withheld_interfaces" ADD CONSTRAINT "withheld_interfaces_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE FUNCTION withhold_interface(subject bigint, whom text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO withheld_interfaces (interface_id, from_whom) SELECT id, whom FROM interfaces WHERE id = subject
  ON CONFLICT (interface_id) DO UPDATE SET xid = pg_current_xact_id(), from_whom =
    CASE WHEN array_position(ARRAY['everybody', 'others', 'strangers'], excluded.from_whom) < array_position(ARRAY['everybody', 'others', 'strangers'], withheld_interfaces.from_whom)
    THEN excluded.from_whom ELSE withheld_interfaces.from_whom END;
$$;--> statement-breakpoint
CREATE FUNCTION withhold_changed_interface() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM withhold_interface(NEW.id, CASE WHEN NEW.deleted_at IS NOT NULL OR NEW.retired_at IS NOT NULL OR NEW.lifecycle = 'retired' THEN 'everybody' ELSE 'strangers' END);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER interfaces_withhold AFTER UPDATE OF "visibility", "owner_team_id", "deleted_at", "retired_at", "lifecycle" ON "interfaces" FOR EACH ROW WHEN (
  (OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL) OR (OLD.retired_at IS NULL AND NEW.retired_at IS NOT NULL)
  OR (OLD.lifecycle <> 'retired' AND NEW.lifecycle = 'retired')
  OR array_position(ARRAY['public', 'internal', 'listed', 'private'], NEW.visibility) > array_position(ARRAY['public', 'internal', 'listed', 'private'], OLD.visibility)
  OR (OLD.owner_team_id IS NOT NULL AND OLD.owner_team_id IS DISTINCT FROM NEW.owner_team_id)
) EXECUTE FUNCTION withhold_changed_interface();--> statement-breakpoint
CREATE FUNCTION withhold_own_interface() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM withhold_interface(CASE WHEN TG_OP = 'DELETE' THEN OLD.interface_id ELSE NEW.interface_id END, TG_ARGV[0]);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER grants_withhold AFTER DELETE ON "grants" FOR EACH ROW EXECUTE FUNCTION withhold_own_interface('strangers');--> statement-breakpoint
CREATE TRIGGER part_rules_withhold AFTER INSERT OR UPDATE OR DELETE ON "part_rules" FOR EACH ROW EXECUTE FUNCTION withhold_own_interface('others');--> statement-breakpoint
CREATE TRIGGER lines_withhold AFTER UPDATE OF "lifecycle" ON "lines" FOR EACH ROW WHEN (NEW.lifecycle = 'retired' AND OLD.lifecycle IS DISTINCT FROM NEW.lifecycle) EXECUTE FUNCTION withhold_own_interface('everybody');--> statement-breakpoint
CREATE TRIGGER versions_withhold AFTER UPDATE OF "purged_at" ON "versions" FOR EACH ROW WHEN (OLD.purged_at IS NULL AND NEW.purged_at IS NOT NULL) EXECUTE FUNCTION withhold_own_interface('everybody');
