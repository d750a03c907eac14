CREATE TABLE "backup_code" (
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	CONSTRAINT "backup_code_user_id_code_hash_pk" PRIMARY KEY("user_id","code_hash"),
	CONSTRAINT "backup_code_length" CHECK (length("backup_code"."code_hash") BETWEEN 16 AND 64)
);
--> statement-breakpoint
ALTER TABLE "backup_code" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_challenge" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_challenge_length" CHECK (length("sign_in_challenge"."token_hash") BETWEEN 16 AND 64),
	CONSTRAINT "sign_in_challenge_attempts" CHECK ("sign_in_challenge"."attempts" BETWEEN 0 AND 5)
);
--> statement-breakpoint
ALTER TABLE "sign_in_challenge" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "two_factor" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"sealed_secret" text NOT NULL,
	"last_step" integer DEFAULT 0 NOT NULL,
	"enabled_at" timestamp (3) with time zone,
	"set_up_session" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "two_factor_enabled_once" CHECK (("two_factor"."enabled_at" IS NULL) = ("two_factor"."set_up_session" IS NOT NULL)),
	CONSTRAINT "two_factor_lengths" CHECK (length("two_factor"."sealed_secret") BETWEEN 1 AND 500)
);
--> statement-breakpoint
ALTER TABLE "two_factor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "security_event" DROP CONSTRAINT "security_event_kind_known";--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "two_factor_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "backup_code" ADD CONSTRAINT "backup_code_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_challenge" ADD CONSTRAINT "sign_in_challenge_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_set_up_session_session_id_fk" FOREIGN KEY ("set_up_session") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_challenge_user" ON "sign_in_challenge" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_challenge_expired" ON "sign_in_challenge" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "two_factor_set_up_session" ON "two_factor" USING btree ("set_up_session");--> statement-breakpoint
ALTER TABLE "security_event" ADD CONSTRAINT "security_event_kind_known" CHECK ("security_event"."kind" IN ('denied', 'unauthenticated', 'not-found', 'invalid', 'limited', 'unavailable', 'captcha', 'foreign-origin', 'stale-session', 'failed-sign-in', 'wrong-password', 'wrong-code', 'invalid-link'));--> statement-breakpoint
CREATE POLICY "backup_code_of_app" ON "backup_code" AS PERMISSIVE FOR ALL TO "gatehouse_app" USING (true);--> statement-breakpoint
CREATE POLICY "sign_in_challenge_of_app" ON "sign_in_challenge" AS PERMISSIVE FOR ALL TO "gatehouse_app" USING (true);--> statement-breakpoint
CREATE POLICY "two_factor_of_app" ON "two_factor" AS PERMISSIVE FOR ALL TO "gatehouse_app" USING (true);--> statement-breakpoint

-- Not generated: rights, and what a new password ends.
ALTER TABLE two_factor FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE backup_code FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE sign_in_challenge FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON two_factor, sign_in_challenge TO gatehouse_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON backup_code TO gatehouse_app;--> statement-breakpoint
GRANT UPDATE (two_factor_required) ON organization TO gatehouse_exclusive;--> statement-breakpoint

-- A sign-in that waits for its code was begun with the old password.
CREATE OR REPLACE FUNCTION end_sessions_of_old_password() RETURNS trigger LANGUAGE plpgsql
	SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	DELETE FROM public.session WHERE user_id = NEW.user_id;
	DELETE FROM public.sign_in_challenge WHERE user_id = NEW.user_id;
	RETURN NULL;
END
$$;
