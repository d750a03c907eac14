-- The role of the worker (packages/jobs). Like those in 0000_roles.sql: no login, and never inherited by the app, so
-- that only a transaction that asks for it reads queued mail.
DO $$
BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gatehouse_worker') THEN
		BEGIN
			CREATE ROLE gatehouse_worker NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
		EXCEPTION WHEN duplicate_object OR unique_violation THEN
			NULL;
		END;
	END IF;
	IF NOT EXISTS (
		SELECT FROM pg_auth_members
		WHERE roleid = 'gatehouse_worker'::regrole AND member = 'gatehouse_app'::regrole AND set_option AND NOT inherit_option
	) THEN
		BEGIN
			GRANT gatehouse_worker TO gatehouse_app WITH INHERIT FALSE, SET TRUE;
		EXCEPTION WHEN unique_violation THEN
			NULL;
		END;
	END IF;
END
$$;--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"invitation_id" uuid,
	"sealed" text,
	"status" text DEFAULT 'waiting' NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"fault" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "mail_of_invitation_once" UNIQUE("invitation_id"),
	CONSTRAINT "mail_status_known" CHECK ("mail"."status" IN ('waiting', 'sent', 'failed')),
	CONSTRAINT "mail_content_while_waiting" CHECK (("mail"."status" = 'waiting') = ("mail"."sealed" IS NOT NULL)),
	CONSTRAINT "mail_settled_once" CHECK (("mail"."status" = 'waiting') = ("mail"."settled_at" IS NULL)),
	CONSTRAINT "mail_sealed_length" CHECK (length("mail"."sealed") <= 100000)
);
--> statement-breakpoint
ALTER TABLE "mail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_invitation_id_invitation_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_due" ON "mail" USING btree ("due_at") WHERE "mail"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "mail_settled" ON "mail" USING btree ("settled_at") WHERE "mail"."status" <> 'waiting';--> statement-breakpoint
CREATE INDEX "audit_event_oldest" ON "audit_event" USING brin ("created_at");--> statement-breakpoint
CREATE POLICY "audit_event_select_in_purge" ON "audit_event" AS PERMISSIVE FOR SELECT TO current_user USING (current_setting('app.purges', true) = 'on' AND created_at < now() - interval '30 days');--> statement-breakpoint
CREATE POLICY "audit_event_delete_in_purge" ON "audit_event" AS PERMISSIVE FOR DELETE TO current_user USING (current_setting('app.purges', true) = 'on' AND created_at < now() - interval '30 days');--> statement-breakpoint
CREATE POLICY "mail_of_app" ON "mail" AS PERMISSIVE FOR INSERT TO "gatehouse_app" WITH CHECK (invitation_id IS NULL);--> statement-breakpoint
CREATE POLICY "mail_of_tenant" ON "mail" AS PERMISSIVE FOR ALL TO "gatehouse_tenant" USING (EXISTS (SELECT FROM invitation
        WHERE invitation.id = mail.invitation_id AND invitation.organization_id = tenant_organization_id()));--> statement-breakpoint
CREATE POLICY "mail_of_worker" ON "mail" AS PERMISSIVE FOR ALL TO "gatehouse_worker" USING (true);--> statement-breakpoint
CREATE POLICY "mail_in_trigger" ON "mail" AS PERMISSIVE FOR ALL TO current_user USING (pg_trigger_depth() > 0);--> statement-breakpoint
CREATE POLICY "mail_in_purge" ON "mail" AS PERMISSIVE FOR ALL TO current_user USING (current_setting('app.purges', true) = 'on' AND status <> 'waiting');--> statement-breakpoint

-- The app and its members may queue mail. Members also see the delivery status of an invitation's email, and
-- replace it; only the worker reads its content.
ALTER TABLE mail FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO gatehouse_worker;--> statement-breakpoint
GRANT INSERT ON mail TO gatehouse_app, gatehouse_tenant;--> statement-breakpoint
GRANT SELECT (invitation_id, status, fault, created_at) ON mail TO gatehouse_tenant;--> statement-breakpoint
GRANT UPDATE (id, sealed, status, attempts, due_at, expires_at, fault, created_at, settled_at) ON mail TO gatehouse_tenant;--> statement-breakpoint
GRANT SELECT, UPDATE (sealed, status, attempts, due_at, fault, settled_at) ON mail TO gatehouse_worker;--> statement-breakpoint

-- Wakes the workers when the transaction commits.
CREATE FUNCTION announce_mail() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	PERFORM pg_notify('gatehouse_mail', '');
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER announce AFTER INSERT ON mail FOR EACH STATEMENT EXECUTE FUNCTION announce_mail();--> statement-breakpoint

-- A settled invitation sends no link.
CREATE FUNCTION drop_mail_of_settled_invitation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	DELETE FROM public.mail WHERE invitation_id = NEW.id AND status = 'waiting';
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER drop_mail AFTER UPDATE OF status ON invitation
	FOR EACH ROW WHEN (NEW.status <> 'pending') EXECUTE FUNCTION drop_mail_of_settled_invitation();--> statement-breakpoint

-- Removes what has expired, at most 1000 rows of each kind, and returns how many of each. Rows that someone else has locked
-- are left to the next call. Audit events are removed only if `audit_days` is set, and never in their first 30 days.
CREATE FUNCTION purge_expired(audit_days integer) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	removed jsonb := '{}';
	many integer;
BEGIN
	-- One call at a time, in any process.
	IF NOT pg_try_advisory_xact_lock(4711000009) THEN
		RETURN removed;
	END IF;
	PERFORM set_config('app.purges', 'on', true), set_config('app.records_refusals', 'on', true);

	DELETE FROM public.session WHERE id IN (
		SELECT id FROM public.session WHERE expires_at < now() LIMIT 1000 FOR UPDATE SKIP LOCKED);
	GET DIAGNOSTICS many = ROW_COUNT;
	removed := removed || jsonb_build_object('session', many);

	DELETE FROM public.verification WHERE id IN (
		SELECT id FROM public.verification WHERE expires_at < now() - interval '1 hour' LIMIT 1000 FOR UPDATE SKIP LOCKED);
	GET DIAGNOSTICS many = ROW_COUNT;
	removed := removed || jsonb_build_object('verification', many);

	DELETE FROM public.rate_limit WHERE key IN (
		SELECT key FROM public.rate_limit WHERE expires_at < now() - interval '1 hour'
		ORDER BY expires_at LIMIT 1000 FOR UPDATE SKIP LOCKED);
	GET DIAGNOSTICS many = ROW_COUNT;
	removed := removed || jsonb_build_object('rate_limit', many);

	-- An hour more, as in packages/db/src/captcha/captcha-spent.ts.
	DELETE FROM public.captcha_spent WHERE id IN (
		SELECT id FROM public.captcha_spent WHERE expires_at < now() - interval '1 hour'
		ORDER BY expires_at LIMIT 1000 FOR UPDATE SKIP LOCKED);
	GET DIAGNOSTICS many = ROW_COUNT;
	removed := removed || jsonb_build_object('captcha_spent', many);

	DELETE FROM public.security_event WHERE id IN (
		SELECT id FROM public.security_event WHERE minute < now() - interval '90 days'
		ORDER BY minute LIMIT 1000 FOR UPDATE SKIP LOCKED);
	GET DIAGNOSTICS many = ROW_COUNT;
	removed := removed || jsonb_build_object('security_event', many);

	-- Sent mail no longer has content. Failed mail is kept until well after its invitation expires.
	DELETE FROM public.mail WHERE id IN (
		SELECT id FROM public.mail WHERE status <> 'waiting'
			AND settled_at < now() - CASE status WHEN 'sent' THEN interval '7 days' ELSE interval '30 days' END
		ORDER BY settled_at LIMIT 1000);
	GET DIAGNOSTICS many = ROW_COUNT;
	removed := removed || jsonb_build_object('mail', many);

	DELETE FROM public.audit_event WHERE audit_days IS NOT NULL AND id IN (
		SELECT id FROM public.audit_event
		WHERE audit_days IS NOT NULL AND created_at < now() - make_interval(days => greatest(audit_days, 30)) LIMIT 1000);
	GET DIAGNOSTICS many = ROW_COUNT;
	removed := removed || jsonb_build_object('audit_event', many);

	PERFORM set_config('app.purges', '', true), set_config('app.records_refusals', '', true);
	RETURN removed;
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION announce_mail(), drop_mail_of_settled_invitation(), purge_expired(integer) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION purge_expired(integer) TO gatehouse_worker;
