ALTER TABLE "messages" ALTER COLUMN "detail" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "schemas" ALTER COLUMN "detail" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "version_channels" ALTER COLUMN "detail" SET DATA TYPE json;