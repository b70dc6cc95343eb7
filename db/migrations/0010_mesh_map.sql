CREATE TABLE "mesh_changes" (
	"xid" "xid8" PRIMARY KEY DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mesh_positions" (
	"grouping" text NOT NULL,
	"node" text NOT NULL,
	"x" real NOT NULL,
	"y" real NOT NULL,
	"r" real NOT NULL,
	CONSTRAINT "mesh_positions_grouping_node_pk" PRIMARY KEY("grouping","node")
);
--> statement-breakpoint
CREATE FUNCTION note_mesh_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO mesh_changes DEFAULT VALUES ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER dependencies_change_mesh AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "dependencies" FOR EACH STATEMENT EXECUTE FUNCTION note_mesh_change();--> statement-breakpoint
CREATE TRIGGER evidence_change_mesh AFTER INSERT OR UPDATE OF "kind", "dependency_id" OR DELETE OR TRUNCATE ON "evidence" FOR EACH STATEMENT EXECUTE FUNCTION note_mesh_change();--> statement-breakpoint
CREATE TRIGGER services_change_mesh AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "services" FOR EACH STATEMENT EXECUTE FUNCTION note_mesh_change();--> statement-breakpoint
CREATE TRIGGER interfaces_change_mesh AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "interfaces" FOR EACH STATEMENT EXECUTE FUNCTION note_mesh_change();--> statement-breakpoint
CREATE TRIGGER provides_change_mesh AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "provides" FOR EACH STATEMENT EXECUTE FUNCTION note_mesh_change();--> statement-breakpoint
CREATE TRIGGER grants_change_mesh AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "grants" FOR EACH STATEMENT EXECUTE FUNCTION note_mesh_change();--> statement-breakpoint
CREATE TRIGGER teams_change_mesh AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "teams" FOR EACH STATEMENT EXECUTE FUNCTION note_mesh_change();--> statement-breakpoint
CREATE TRIGGER domains_change_mesh AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "domains" FOR EACH STATEMENT EXECUTE FUNCTION note_mesh_change();
