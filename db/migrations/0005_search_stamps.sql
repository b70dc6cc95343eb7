DROP INDEX "search_documents_version";--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "stamp" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "search_documents_stamp" ON "search_documents" USING btree ("stamp");