CREATE TABLE "installation" (
	"id" uuid PRIMARY KEY DEFAULT '00000000-0000-8000-8000-000000000001' NOT NULL,
	"sign_up_mode" text DEFAULT 'open' NOT NULL,
	"sign_up_domains" text DEFAULT '' NOT NULL,
	"organization_creators" text DEFAULT 'everyone' NOT NULL,
	"banner" text DEFAULT '' NOT NULL,
	CONSTRAINT "installation_once" CHECK ("installation"."id" = '00000000-0000-8000-8000-000000000001'),
	CONSTRAINT "installation_sign_up_known" CHECK ("installation"."sign_up_mode" IN ('open', 'invitation', 'domains')),
	CONSTRAINT "installation_creators_known" CHECK ("installation"."organization_creators" IN ('everyone', 'admins')),
	CONSTRAINT "installation_lengths" CHECK (length("installation"."sign_up_domains") <= 1000 AND length("installation"."banner") <= 300),
	CONSTRAINT "installation_banner_text" CHECK ("installation"."banner" IS NFC NORMALIZED AND "installation"."banner" !~ '[\u202A-\u202E\u2066-\u2069]')
);
--> statement-breakpoint
ALTER TABLE "installation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "invitation_in_trigger" ON "invitation" AS PERMISSIVE FOR SELECT TO current_user USING (pg_trigger_depth() > 0);--> statement-breakpoint
CREATE POLICY "installation_of_app" ON "installation" AS PERMISSIVE FOR ALL TO "gatehouse_app" USING (true);--> statement-breakpoint
CREATE POLICY "installation_in_trigger" ON "installation" AS PERMISSIVE FOR SELECT TO current_user USING (pg_trigger_depth() > 0);--> statement-breakpoint

-- Not generated: the row, rights, and the record of every change.
INSERT INTO installation DEFAULT VALUES;--> statement-breakpoint
ALTER TABLE installation FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, UPDATE (sign_up_mode, sign_up_domains, organization_creators, banner) ON installation TO gatehouse_app;--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON installation
	FOR EACH ROW EXECUTE FUNCTION record_audit_event('admins');--> statement-breakpoint

-- Refuses a new account that the installation doesn't accept, whichever way it is created. Without the row of settings,
-- nobody can sign up.
CREATE FUNCTION refuse_closed_sign_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	settings public.installation;
BEGIN
	SELECT * INTO settings FROM public.installation;
	IF settings.sign_up_mode = 'open'
		OR (settings.sign_up_mode = 'domains'
			AND lower(split_part(NEW.email, '@', -1)) = ANY (string_to_array(settings.sign_up_domains, ' ')))
		OR (settings.sign_up_mode = 'invitation' AND EXISTS (SELECT FROM public.invitation
			WHERE email = NEW.email AND status = 'pending' AND expires_at > now()))
	THEN
		RETURN NEW;
	END IF;
	RAISE check_violation USING MESSAGE = 'sign-up is closed for this email', CONSTRAINT = 'sign_up_is_open';
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION refuse_closed_sign_up() FROM PUBLIC;--> statement-breakpoint
CREATE TRIGGER sign_up_is_open BEFORE INSERT ON "user" FOR EACH ROW EXECUTE FUNCTION refuse_closed_sign_up();
