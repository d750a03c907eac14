CREATE TABLE "mail_block" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mailbox_hash" text NOT NULL,
	"sender_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_block_once" UNIQUE NULLS NOT DISTINCT("mailbox_hash","sender_id"),
	CONSTRAINT "mail_block_hash_length" CHECK (length("mail_block"."mailbox_hash") = 43)
);
--> statement-breakpoint
ALTER TABLE "mail_block" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "security_event" DROP CONSTRAINT "security_event_kind_known";--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "mail_block" ADD CONSTRAINT "mail_block_sender_id_user_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_block_sender" ON "mail_block" USING btree ("sender_id");--> statement-breakpoint
ALTER TABLE "user" ADD CONSTRAINT "user_preferences_length" CHECK (length("user"."locale") BETWEEN 2 AND 35 AND length("user"."time_zone") BETWEEN 1 AND 64);--> statement-breakpoint
ALTER TABLE "security_event" ADD CONSTRAINT "security_event_kind_known" CHECK ("security_event"."kind" IN ('denied', 'unauthenticated', 'not-found', 'invalid', 'limited', 'unavailable', 'captcha', 'foreign-origin', 'stale-session', 'failed-sign-in', 'wrong-password', 'wrong-code', 'invalid-link', 'reported-mail'));--> statement-breakpoint
CREATE POLICY "mail_block_of_app" ON "mail_block" AS PERMISSIVE FOR ALL TO "gatehouse_app" USING (true);--> statement-breakpoint
CREATE POLICY "mail_block_of_worker" ON "mail_block" AS PERMISSIVE FOR SELECT TO "gatehouse_worker" USING (true);
--> statement-breakpoint

-- Not generated: rights. The worker only reads which email is blocked.
ALTER TABLE mail_block FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON mail_block TO gatehouse_app;--> statement-breakpoint
GRANT SELECT ON mail_block TO gatehouse_worker;
