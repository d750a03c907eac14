CREATE INDEX "user_by_age" ON "user" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "user_suspended" ON "user" USING btree ("created_at","id") WHERE banned;--> statement-breakpoint
CREATE INDEX "user_unverified" ON "user" USING btree ("created_at","id") WHERE NOT email_verified;--> statement-breakpoint
CREATE INDEX "user_staff" ON "user" USING btree ("created_at","id") WHERE role <> 'user';--> statement-breakpoint
CREATE INDEX "user_words" ON "user" USING gin (to_tsvector('simple'::regconfig, regexp_replace(name || ' ' || email, '[[:punct:][:space:]]+', ' ', 'g')));--> statement-breakpoint
CREATE INDEX "audit_event_by_actor" ON "audit_event" USING btree ("actor_id","created_at","id") WHERE "audit_event"."visible_to_admins";--> statement-breakpoint
CREATE INDEX "audit_event_about_user" ON "audit_event" USING btree ("target_id","created_at","id") WHERE "audit_event"."target_type" = 'user';--> statement-breakpoint
CREATE INDEX "security_event_by_actor" ON "security_event" USING btree ("actor_id","minute","id") WHERE "security_event"."actor_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "organization_words" ON "organization" USING gin (to_tsvector('simple'::regconfig, regexp_replace(name || ' ' || slug, '[[:punct:][:space:]]+', ' ', 'g')));--> statement-breakpoint
CREATE POLICY "audit_event_in_decision" ON "audit_event" AS PERMISSIVE FOR INSERT TO current_user WITH CHECK (current_setting('app.decides', true) = 'on' AND target_type = 'user');--> statement-breakpoint

-- Records what a super-admin decided about a person, with the reason. Who, action and request are settings of the
-- transaction, as for the audit triggers (0002_audit.sql). A function and not a trigger on "user", because most changes
-- of accounts are not decisions, and a decision may change no row of its own.
CREATE FUNCTION record_decision(about_user uuid, what jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF coalesce(what -> 'reason' ->> 'new', '') = '' OR length(what -> 'reason' ->> 'new') > 500 THEN
		RAISE check_violation USING MESSAGE = 'a decision has a reason', CONSTRAINT = 'decision_has_reason';
	END IF;
	PERFORM set_config('app.decides', 'on', true);
	INSERT INTO public.audit_event
		(organization_id, actor_id, action, target_type, target_id, changes, request_id, visible_to_admins)
	VALUES (NULL, nullif(current_setting('app.user_id', true), '')::uuid, current_setting('app.action', true), 'user',
		about_user, what, nullif(current_setting('app.request_id', true), ''), true);
	PERFORM set_config('app.decides', '', true);
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION record_decision(uuid, jsonb) FROM PUBLIC;--> statement-breakpoint
-- Not for the tenant role: members decide about memberships, not about accounts.
GRANT EXECUTE ON FUNCTION record_decision(uuid, jsonb) TO gatehouse_app;
