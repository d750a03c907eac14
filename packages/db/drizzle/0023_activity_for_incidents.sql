CREATE INDEX "audit_event_by_impersonator" ON "audit_event" USING btree ("impersonator_id","created_at","id") WHERE "audit_event"."impersonator_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "security_event_by_network" ON "security_event" USING btree ("network","minute","id") WHERE "security_event"."network" IS NOT NULL;--> statement-breakpoint
CREATE POLICY "audit_event_in_export" ON "audit_event" AS PERMISSIVE FOR INSERT TO current_user WITH CHECK (current_setting('app.exports', true) = 'on' AND target_type = 'activity');--> statement-breakpoint

-- Records that someone took activity out of the app, and which kind. Who and in which organization are settings of the
-- transaction, as for the audit triggers (0002_audit.sql). Without an organization, it is about everything an admin sees.
CREATE FUNCTION record_export(what text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	in_organization uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
	actor uuid := nullif(current_setting('app.user_id', true), '')::uuid;
BEGIN
	PERFORM set_config('app.exports', 'on', true);
	INSERT INTO public.audit_event
		(organization_id, actor_id, action, target_type, target_id, changes, request_id, visible_to_admins)
	VALUES (in_organization, actor, current_setting('app.action', true), 'activity', coalesce(in_organization, actor),
		jsonb_build_object('exported', jsonb_build_object('new', left(what, 20))),
		nullif(current_setting('app.request_id', true), ''), true);
	PERFORM set_config('app.exports', '', true);
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION record_export(text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION record_export(text) TO gatehouse_app, gatehouse_tenant;
