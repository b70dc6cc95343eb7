CREATE TABLE "access_messages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "access_messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"request_id" bigint NOT NULL,
	"side" text NOT NULL,
	"text" text NOT NULL,
	"actor_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "access_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"interface_id" bigint NOT NULL,
	"team_id" bigint NOT NULL,
	"service_id" bigint,
	"line" text,
	"operations" text[] DEFAULT '{}' NOT NULL,
	"purpose" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"requested_by" text NOT NULL,
	"requested_by_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"decided_by_name" text,
	"decided_at" timestamp (3) with time zone,
	"words" text
);
--> statement-breakpoint
CREATE TABLE "migration_consumers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "migration_consumers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"migration_id" bigint NOT NULL,
	"service_id" bigint,
	"interface_id" bigint,
	"state" text DEFAULT 'untold' NOT NULL,
	"vague" boolean DEFAULT false NOT NULL,
	"news_key" text,
	"joined_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"told_at" timestamp (3) with time zone,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by_name" text,
	"plan" text,
	"moved_at" timestamp (3) with time zone,
	"waived_at" timestamp (3) with time zone,
	"waived_by_name" text,
	"waive_reason" text,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "migration_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "migration_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"migration_id" bigint NOT NULL,
	"consumer_id" bigint,
	"from_state" text,
	"to_state" text,
	"words" text,
	"actor_name" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "migrations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "migrations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"interface_id" bigint NOT NULL,
	"line_id" bigint NOT NULL,
	"operation_key" text,
	"state" text DEFAULT 'open' NOT NULL,
	"source" text NOT NULL,
	"deprecated_at" timestamp (3) with time zone NOT NULL,
	"sunset_at" timestamp (3) with time zone,
	"successor_interface_id" bigint,
	"successor_line" text,
	"successor_operation" text,
	"guide" text,
	"opened_by_name" text NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"close_reason" text
);
--> statement-breakpoint
ALTER TABLE "interfaces" ADD COLUMN "approval_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interfaces" ADD COLUMN "access_note" text;--> statement-breakpoint
ALTER TABLE "access_messages" ADD CONSTRAINT "access_messages_request_id_access_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."access_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "migration_consumers" ADD CONSTRAINT "migration_consumers_migration_id_migrations_id_fk" FOREIGN KEY ("migration_id") REFERENCES "public"."migrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "migration_consumers" ADD CONSTRAINT "migration_consumers_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "migration_consumers" ADD CONSTRAINT "migration_consumers_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "migration_events" ADD CONSTRAINT "migration_events_migration_id_migrations_id_fk" FOREIGN KEY ("migration_id") REFERENCES "public"."migrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "migration_events" ADD CONSTRAINT "migration_events_consumer_id_migration_consumers_id_fk" FOREIGN KEY ("consumer_id") REFERENCES "public"."migration_consumers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "migrations" ADD CONSTRAINT "migrations_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "migrations" ADD CONSTRAINT "migrations_line_id_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."lines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "migrations" ADD CONSTRAINT "migrations_successor_interface_id_interfaces_id_fk" FOREIGN KEY ("successor_interface_id") REFERENCES "public"."interfaces"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_messages_request" ON "access_messages" USING btree ("request_id");--> statement-breakpoint
CREATE UNIQUE INDEX "access_requests_open" ON "access_requests" USING btree ("interface_id","team_id",coalesce("service_id", 0)) WHERE "access_requests"."state" = 'open';--> statement-breakpoint
CREATE INDEX "access_requests_interface" ON "access_requests" USING btree ("interface_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "access_requests_team" ON "access_requests" USING btree ("team_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "access_requests_expiry" ON "access_requests" USING btree ("expires_at") WHERE "access_requests"."state" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "migration_consumers_identity" ON "migration_consumers" USING btree ("migration_id",coalesce("service_id", 0),coalesce("interface_id", 0));--> statement-breakpoint
CREATE INDEX "migration_consumers_service" ON "migration_consumers" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "migration_consumers_interface" ON "migration_consumers" USING btree ("interface_id");--> statement-breakpoint
CREATE INDEX "migration_events_migration" ON "migration_events" USING btree ("migration_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "migrations_open" ON "migrations" USING btree ("line_id",coalesce("operation_key", '')) WHERE "migrations"."state" = 'open';--> statement-breakpoint
CREATE INDEX "migrations_interface" ON "migrations" USING btree ("interface_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "migrations_sunset" ON "migrations" USING btree ("sunset_at") WHERE "migrations"."state" = 'open';--> statement-breakpoint
CREATE INDEX "migrations_successor" ON "migrations" USING btree ("successor_interface_id");