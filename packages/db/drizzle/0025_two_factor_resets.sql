CREATE TABLE "two_factor_reset" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"requested_by" uuid NOT NULL,
	"reason" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "two_factor_reset_of_another" CHECK ("two_factor_reset"."user_id" <> "two_factor_reset"."requested_by"),
	CONSTRAINT "two_factor_reset_reason_length" CHECK (length("two_factor_reset"."reason") BETWEEN 1 AND 500),
	CONSTRAINT "two_factor_reset_time" CHECK ("two_factor_reset"."expires_at" > "two_factor_reset"."created_at" AND "two_factor_reset"."expires_at" <= "two_factor_reset"."created_at" + interval '24 hours')
);
--> statement-breakpoint
ALTER TABLE "two_factor_reset" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "two_factor_reset" ADD CONSTRAINT "two_factor_reset_user_id_two_factor_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."two_factor"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factor_reset" ADD CONSTRAINT "two_factor_reset_requested_by_user_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "two_factor_reset_requested_by" ON "two_factor_reset" USING btree ("requested_by");--> statement-breakpoint
CREATE POLICY "two_factor_reset_of_app" ON "two_factor_reset" AS PERMISSIVE FOR ALL TO "gatehouse_app" USING (true);--> statement-breakpoint

-- Not generated: rights. A request is made and withdrawn, never changed.
ALTER TABLE two_factor_reset FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON two_factor_reset TO gatehouse_app;
