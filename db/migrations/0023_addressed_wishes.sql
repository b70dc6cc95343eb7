CREATE TABLE "addressed_wishes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "addressed_wishes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" text NOT NULL,
	"topic" text NOT NULL,
	"interface_id" bigint,
	"email" text DEFAULT 'at-once' NOT NULL,
	"muted_until" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "awaits" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "addressed_wishes" ADD CONSTRAINT "addressed_wishes_interface_id_interfaces_id_fk" FOREIGN KEY ("interface_id") REFERENCES "public"."interfaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "addressed_wishes_identity" ON "addressed_wishes" USING btree ("user_id","topic",coalesce("interface_id", 0));--> statement-breakpoint
CREATE INDEX "services_awaits" ON "services" USING gin ("awaits");