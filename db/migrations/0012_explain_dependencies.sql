ALTER TABLE "channels" ADD COLUMN "derived_for" text;--> statement-breakpoint
ALTER TABLE "manifests" ADD COLUMN "source_keys" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "participations" ADD COLUMN "reply" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "manifests_source_keys" ON "manifests" USING gin ("source_keys");