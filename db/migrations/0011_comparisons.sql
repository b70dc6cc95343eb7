CREATE TABLE "changes" (
	"comparison_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"audience" text NOT NULL,
	"rule" text NOT NULL,
	"level" text NOT NULL,
	"level_of_rule" text,
	"level_reason" text,
	"direction" text,
	"operation" text,
	"message" text NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "changes_comparison_id_ordinal_pk" PRIMARY KEY("comparison_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "comparisons" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comparisons_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version_id" bigint,
	"proposal_id" bigint,
	"base_version_id" bigint,
	"state" text NOT NULL,
	"verdict" text,
	"breaking" integer DEFAULT 0 NOT NULL,
	"risky" integer DEFAULT 0 NOT NULL,
	"info" integer DEFAULT 0 NOT NULL,
	"outside" jsonb,
	"has_internal_parts" boolean DEFAULT false NOT NULL,
	"advice" jsonb,
	"problem" text,
	"compared_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"announced_at" timestamp (3) with time zone,
	CONSTRAINT "comparisons_versionId_unique" UNIQUE("version_id"),
	CONSTRAINT "comparisons_proposalId_unique" UNIQUE("proposal_id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"comparison_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "impacts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "impacts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"comparison_id" bigint NOT NULL,
	"service_id" bigint,
	"interface_id" bigint,
	"verdict" text NOT NULL,
	"known" boolean NOT NULL,
	"possible" boolean NOT NULL,
	"effects" jsonb NOT NULL,
	"uses" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "level_overrides" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "level_overrides_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"domain_id" bigint,
	"rule" text NOT NULL,
	"level" text NOT NULL,
	"reason" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal_answers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "proposal_answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"proposal_id" bigint NOT NULL,
	"service_id" bigint,
	"interface_id" bigint,
	"answer" text NOT NULL,
	"words" text,
	"content_hash" text NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal_files" (
	"proposal_id" bigint NOT NULL,
	"path" text NOT NULL,
	"ordinal" integer NOT NULL,
	"zstd" "bytea" NOT NULL,
	"size" integer NOT NULL,
	CONSTRAINT "proposal_files_proposal_id_path_pk" PRIMARY KEY("proposal_id","path")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "proposals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"interface_id" bigint NOT NULL,
	"line_id" bigint NOT NULL,
	"source_key" text,
	"content_hash" text NOT NULL,
	"title" text NOT NULL,
	"label" text NOT NULL,
	"format" text NOT NULL,
	"spec_version" text NOT NULL,
	"commit" text,
	"ref" text,
	"words" text,
	"state" text DEFAULT 'open' NOT NULL,
	"published_version_id" bigint,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_comparison_id_comparisons_id_fk" FOREIGN KEY ("comparison_id") REFERENCES "public"."comparisons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comparisons" ADD CONSTRAINT "comparisons_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comparisons" ADD CONSTRAINT "comparisons_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comparisons" ADD CONSTRAINT "comparisons_base_version_id_versions_id_fk" FOREIGN KEY ("base_version_id") REFERENCES "public"."versions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_comparison_id_comparisons_id_fk" FOREIGN KEY ("comparison_id") REFERENCES "public"."comparisons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impacts" ADD CONSTRAINT "impacts_comparison_id_comparisons_id_fk" FOREIGN KEY ("comparison_id") REFERENCES "public"."comparisons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impacts" ADD CONSTRAINT "impacts_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impacts" ADD CONSTRAINT "impacts_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_overrides" ADD CONSTRAINT "level_overrides_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_answers" ADD CONSTRAINT "proposal_answers_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_answers" ADD CONSTRAINT "proposal_answers_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_answers" ADD CONSTRAINT "proposal_answers_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_files" ADD CONSTRAINT "proposal_files_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_line_id_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."lines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_published_version_id_versions_id_fk" FOREIGN KEY ("published_version_id") REFERENCES "public"."versions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comparisons_verdict" ON "comparisons" USING btree ("verdict","version_id") WHERE "comparisons"."version_id" is not null;--> statement-breakpoint
CREATE INDEX "comparisons_base" ON "comparisons" USING btree ("base_version_id");--> statement-breakpoint
CREATE INDEX "decisions_comparison" ON "decisions" USING btree ("comparison_id");--> statement-breakpoint
CREATE INDEX "impacts_comparison" ON "impacts" USING btree ("comparison_id");--> statement-breakpoint
CREATE INDEX "impacts_service" ON "impacts" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "impacts_interface" ON "impacts" USING btree ("interface_id");--> statement-breakpoint
CREATE UNIQUE INDEX "level_overrides_rule" ON "level_overrides" USING btree (coalesce("domain_id", 0),"rule");--> statement-breakpoint
CREATE INDEX "proposal_answers_proposal" ON "proposal_answers" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "proposals_interface" ON "proposals" USING btree ("interface_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_source" ON "proposals" USING btree ("line_id","source_key") WHERE "proposals"."state" = 'open' and "proposals"."source_key" is not null;--> statement-breakpoint
CREATE INDEX "proposals_text" ON "proposals" USING btree ("line_id","content_hash");