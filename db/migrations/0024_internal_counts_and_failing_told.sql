ALTER TABLE "endpoints" ADD COLUMN "failing_told_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "messages_internal" ON "messages" USING btree ("version_id") WHERE "messages"."detail" ->> 'internal' = 'true';--> statement-breakpoint
CREATE INDEX "operations_internal" ON "operations" USING btree ("version_id") WHERE "operations"."internal";