ALTER TABLE "search_documents" ADD COLUMN "interface" text;--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "exact" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "search_documents_exact" ON "search_documents" USING gin ("exact");