CREATE TABLE "grants" (
	"interface_id" bigint NOT NULL,
	"team_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grants_interface_id_team_id_pk" PRIMARY KEY("interface_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "interface_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"interface_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interfaces" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "interfaces_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"summary" text,
	"format" text NOT NULL,
	"source_key" text,
	"repository" text,
	"path" text,
	"owner_team_id" bigint,
	"domain_id" bigint,
	"lifecycle" text DEFAULT 'stable' NOT NULL,
	"visibility" text DEFAULT 'internal' NOT NULL,
	"perspective" text DEFAULT 'owner' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"owner_confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "interfaces_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "lines" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "lines_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"interface_id" bigint NOT NULL,
	"name" text DEFAULT 'default' NOT NULL,
	"lifecycle" text,
	"current_version_id" bigint,
	"last_sequence" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lines_interface_name" UNIQUE("interface_id","name")
);
--> statement-breakpoint
CREATE TABLE "operation_moves" (
	"line_id" bigint NOT NULL,
	"from_key" text NOT NULL,
	"to_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operation_moves_line_id_from_key_pk" PRIMARY KEY("line_id","from_key")
);
--> statement-breakpoint
CREATE TABLE "part_rules" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "part_rules_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"interface_id" bigint NOT NULL,
	"part" text NOT NULL,
	"pattern" text NOT NULL,
	"owner_team_id" bigint,
	"visibility" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provides" (
	"service_id" bigint NOT NULL,
	"interface_id" bigint NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provides_service_id_interface_id_pk" PRIMARY KEY("service_id","interface_id")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "services_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"owner_team_id" bigint,
	"domain_id" bigint,
	"lifecycle" text DEFAULT 'stable' NOT NULL,
	"visibility" text DEFAULT 'internal' NOT NULL,
	"repository" text,
	"owner_confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "services_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "batches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "batches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"repository" text,
	"commit" text,
	"ref" text,
	"is_default_branch" boolean DEFAULT true NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "blobs" (
	"sha256" text PRIMARY KEY NOT NULL,
	"zstd" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"version_id" bigint NOT NULL,
	"key" text NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "messages_version_id_key_pk" PRIMARY KEY("version_id","key")
);
--> statement-breakpoint
CREATE TABLE "operation_messages" (
	"operation_id" bigint NOT NULL,
	"message" text NOT NULL,
	"role" text DEFAULT 'message' NOT NULL,
	CONSTRAINT "operation_messages_operation_id_role_message_pk" PRIMARY KEY("operation_id","role","message")
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "operations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"key" text NOT NULL,
	"display" text NOT NULL,
	"kind" text NOT NULL,
	"action" text NOT NULL,
	"address" text,
	"operation_ids" text[] NOT NULL,
	"summary" text,
	"tags" text[] NOT NULL,
	"deprecated" boolean NOT NULL,
	"internal" boolean NOT NULL,
	"sunset" text,
	"detail" jsonb NOT NULL,
	CONSTRAINT "operations_version_key" UNIQUE("version_id","key")
);
--> statement-breakpoint
CREATE TABLE "properties" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "properties_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version_id" bigint NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_key" text NOT NULL,
	"place" text NOT NULL,
	"path" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"description" text,
	"required" boolean NOT NULL,
	"internal" boolean NOT NULL,
	"ref_key" text,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "schemas" (
	"version_id" bigint NOT NULL,
	"key" text NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "schemas_version_id_key_pk" PRIMARY KEY("version_id","key")
);
--> statement-breakpoint
CREATE TABLE "version_channels" (
	"version_id" bigint NOT NULL,
	"name" text NOT NULL,
	"ordinal" integer NOT NULL,
	"address" text,
	"detail" jsonb NOT NULL,
	CONSTRAINT "version_channels_version_id_name_pk" PRIMARY KEY("version_id","name")
);
--> statement-breakpoint
CREATE TABLE "version_diagnostics" (
	"version_id" bigint PRIMARY KEY NOT NULL,
	"items" jsonb NOT NULL,
	"omitted" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "version_files" (
	"version_id" bigint NOT NULL,
	"path" text NOT NULL,
	"sha256" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "version_files_version_id_path_pk" PRIMARY KEY("version_id","path")
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"interface_id" bigint NOT NULL,
	"line_id" bigint NOT NULL,
	"sequence" integer NOT NULL,
	"label" text NOT NULL,
	"content_hash" text NOT NULL,
	"format" text NOT NULL,
	"spec_version" text NOT NULL,
	"title" text NOT NULL,
	"summary" text,
	"description" text,
	"source" text NOT NULL,
	"valid" boolean NOT NULL,
	"error_count" integer NOT NULL,
	"warning_count" integer NOT NULL,
	"operation_count" integer NOT NULL,
	"message_count" integer NOT NULL,
	"schema_count" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"batch_id" bigint,
	"published_by" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text,
	"pinned" boolean DEFAULT false NOT NULL,
	"has_rows" boolean NOT NULL,
	"indexed_at" timestamp with time zone,
	"purged_at" timestamp with time zone,
	"purge_reason" text,
	CONSTRAINT "versions_line_sequence" UNIQUE("line_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "broker_aliases" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "broker_aliases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"broker_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"team_id" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "broker_aliases_value" UNIQUE("kind","value")
);
--> statement-breakpoint
CREATE TABLE "brokers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "brokers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"protocol" text NOT NULL,
	"host" text,
	"environment" text,
	"confirmed" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brokers_slug_unique" UNIQUE("slug"),
	CONSTRAINT "brokers_protocol_host" UNIQUE("protocol","host")
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "channels_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"broker_id" bigint,
	"protocol" text,
	"address" text NOT NULL,
	"scope" bigint DEFAULT 0 NOT NULL,
	"owner_service_id" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dependencies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "dependencies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"from_service_id" bigint,
	"from_interface_id" bigint,
	"to_interface_id" bigint,
	"to_service_id" bigint,
	"line" text,
	"operation_key" text,
	"message" text,
	"flow" text NOT NULL,
	"unresolved" text,
	"reason" text,
	"dismissed_at" timestamp with time zone,
	"dismissed_digest" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dependency_fields" (
	"dependency_id" bigint NOT NULL,
	"field" text NOT NULL,
	CONSTRAINT "dependency_fields_dependency_id_field_pk" PRIMARY KEY("dependency_id","field")
);
--> statement-breakpoint
CREATE TABLE "deployments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deployments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"service_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"environment_id" bigint NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "environments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "environments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"production" boolean DEFAULT false NOT NULL,
	CONSTRAINT "environments_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "evidence_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"dependency_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"detail" jsonb,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_source" UNIQUE("dependency_id","kind","source")
);
--> statement-breakpoint
CREATE TABLE "manifests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "manifests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"service_id" bigint NOT NULL,
	"repository" text DEFAULT '' NOT NULL,
	"path" text DEFAULT 'intermesh.yaml' NOT NULL,
	"text" text NOT NULL,
	"sent_by" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "manifests_source" UNIQUE("service_id","repository","path")
);
--> statement-breakpoint
CREATE TABLE "participations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "participations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"channel_id" bigint NOT NULL,
	"interface_id" bigint NOT NULL,
	"version_id" bigint NOT NULL,
	"service_id" bigint,
	"action" text NOT NULL,
	"operation_key" text NOT NULL,
	"message" text,
	"pointer" text NOT NULL,
	"file" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "domains" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "domains_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "domains_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"team_id" bigint NOT NULL,
	"user_id" text NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_team_id_user_id_pk" PRIMARY KEY("team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "subscriptions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" text,
	"team_id" bigint,
	"subject" text NOT NULL,
	"subject_id" bigint,
	"subject_key" text,
	"events" text[] NOT NULL,
	"channels" jsonb NOT NULL,
	"frequency" text DEFAULT 'at-once' NOT NULL,
	"muted_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "teams_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"domain_id" bigint,
	"contact" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tokens_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"hash" text NOT NULL,
	"hint" text NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"team_id" bigint,
	"interface_id" bigint,
	"user_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "tokens_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" bigint,
	"subject_name" text,
	"outcome" text DEFAULT 'done' NOT NULL,
	"detail" jsonb,
	"request_id" text,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interface_slugs" ADD CONSTRAINT "interface_slugs_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interfaces" ADD CONSTRAINT "interfaces_owner_team_id_teams_id_fk" FOREIGN KEY ("owner_team_id") REFERENCES "public"."teams"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interfaces" ADD CONSTRAINT "interfaces_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lines" ADD CONSTRAINT "lines_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_moves" ADD CONSTRAINT "operation_moves_line_id_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."lines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_rules" ADD CONSTRAINT "part_rules_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_rules" ADD CONSTRAINT "part_rules_owner_team_id_teams_id_fk" FOREIGN KEY ("owner_team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provides" ADD CONSTRAINT "provides_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provides" ADD CONSTRAINT "provides_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_owner_team_id_teams_id_fk" FOREIGN KEY ("owner_team_id") REFERENCES "public"."teams"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_messages" ADD CONSTRAINT "operation_messages_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "properties" ADD CONSTRAINT "properties_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schemas" ADD CONSTRAINT "schemas_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_channels" ADD CONSTRAINT "version_channels_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_diagnostics" ADD CONSTRAINT "version_diagnostics_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_files" ADD CONSTRAINT "version_files_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_files" ADD CONSTRAINT "version_files_sha256_blobs_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."blobs"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_line_id_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_aliases" ADD CONSTRAINT "broker_aliases_broker_id_brokers_id_fk" FOREIGN KEY ("broker_id") REFERENCES "public"."brokers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_aliases" ADD CONSTRAINT "broker_aliases_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_broker_id_brokers_id_fk" FOREIGN KEY ("broker_id") REFERENCES "public"."brokers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_owner_service_id_services_id_fk" FOREIGN KEY ("owner_service_id") REFERENCES "public"."services"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_from_service_id_services_id_fk" FOREIGN KEY ("from_service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_from_interface_id_interfaces_id_fk" FOREIGN KEY ("from_interface_id") REFERENCES "public"."interfaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_to_interface_id_interfaces_id_fk" FOREIGN KEY ("to_interface_id") REFERENCES "public"."interfaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_to_service_id_services_id_fk" FOREIGN KEY ("to_service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependency_fields" ADD CONSTRAINT "dependency_fields_dependency_id_dependencies_id_fk" FOREIGN KEY ("dependency_id") REFERENCES "public"."dependencies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deployments" ADD CONSTRAINT "deployments_environment_id_environments_id_fk" FOREIGN KEY ("environment_id") REFERENCES "public"."environments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_dependency_id_dependencies_id_fk" FOREIGN KEY ("dependency_id") REFERENCES "public"."dependencies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manifests" ADD CONSTRAINT "manifests_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participations" ADD CONSTRAINT "participations_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grants_team" ON "grants" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "interface_slugs_interface" ON "interface_slugs" USING btree ("interface_id");--> statement-breakpoint
CREATE UNIQUE INDEX "interfaces_source_key" ON "interfaces" USING btree ("source_key") WHERE "interfaces"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "interfaces_owner" ON "interfaces" USING btree ("owner_team_id");--> statement-breakpoint
CREATE INDEX "interfaces_domain" ON "interfaces" USING btree ("domain_id");--> statement-breakpoint
CREATE INDEX "interfaces_changed" ON "interfaces" USING btree ("changed_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "interfaces_title" ON "interfaces" USING btree (lower("title"),"id");--> statement-breakpoint
CREATE INDEX "part_rules_interface" ON "part_rules" USING btree ("interface_id");--> statement-breakpoint
CREATE INDEX "provides_interface" ON "provides" USING btree ("interface_id");--> statement-breakpoint
CREATE INDEX "services_owner" ON "services" USING btree ("owner_team_id");--> statement-breakpoint
CREATE INDEX "services_domain" ON "services" USING btree ("domain_id");--> statement-breakpoint
CREATE INDEX "batches_repository" ON "batches" USING btree ("repository","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "operation_messages_message" ON "operation_messages" USING btree ("message");--> statement-breakpoint
CREATE INDEX "operations_version" ON "operations" USING btree ("version_id","ordinal");--> statement-breakpoint
CREATE INDEX "properties_owner" ON "properties" USING btree ("version_id","owner_kind","owner_key");--> statement-breakpoint
CREATE INDEX "properties_ref" ON "properties" USING btree ("version_id","ref_key");--> statement-breakpoint
CREATE INDEX "version_files_blob" ON "version_files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "versions_published" ON "versions" USING btree ("published_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "versions_interface" ON "versions" USING btree ("interface_id","published_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "versions_unindexed" ON "versions" USING btree ("id") WHERE "versions"."indexed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "channels_identity" ON "channels" USING btree (coalesce("broker_id", 0),"address","scope");--> statement-breakpoint
CREATE INDEX "channels_address" ON "channels" USING btree ("address");--> statement-breakpoint
CREATE UNIQUE INDEX "dependencies_identity" ON "dependencies" USING btree (coalesce("from_service_id", 0),coalesce("from_interface_id", 0),coalesce("to_interface_id", 0),coalesce("to_service_id", 0),coalesce("line", ''),coalesce("operation_key", ''),coalesce("message", ''),coalesce("unresolved", ''),"flow");--> statement-breakpoint
CREATE INDEX "dependencies_to" ON "dependencies" USING btree ("to_interface_id","operation_key");--> statement-breakpoint
CREATE INDEX "dependencies_to_service" ON "dependencies" USING btree ("to_service_id");--> statement-breakpoint
CREATE INDEX "dependencies_from_service" ON "dependencies" USING btree ("from_service_id");--> statement-breakpoint
CREATE INDEX "dependencies_from_interface" ON "dependencies" USING btree ("from_interface_id");--> statement-breakpoint
CREATE INDEX "dependencies_unresolved" ON "dependencies" USING btree ("unresolved") WHERE "dependencies"."unresolved" is not null;--> statement-breakpoint
CREATE INDEX "deployments_service" ON "deployments" USING btree ("service_id","environment_id");--> statement-breakpoint
CREATE INDEX "deployments_version" ON "deployments" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "evidence_by_source" ON "evidence" USING btree ("source");--> statement-breakpoint
CREATE INDEX "participations_channel" ON "participations" USING btree ("channel_id","action");--> statement-breakpoint
CREATE INDEX "participations_version" ON "participations" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "participations_interface" ON "participations" USING btree ("interface_id");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "subscriptions_subject" ON "subscriptions" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "subscriptions_user" ON "subscriptions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "subscriptions_team" ON "subscriptions" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "teams_domain" ON "teams" USING btree ("domain_id");--> statement-breakpoint
CREATE INDEX "tokens_user" ON "tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject","subject_id");