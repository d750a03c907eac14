-- Two roles, both without a login. They belong to the cluster, so another database may have made them already, or be
-- making them right now. Needs Postgres 16 or later.
--
--   gatehouse_app     what the app's login role is granted: accounts and organizations, but no task
--   gatehouse_tenant  what a tenant transaction runs as: one organization's rows and nothing else
DO $$
DECLARE
	name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['gatehouse_app', 'gatehouse_tenant'] LOOP
		IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
			BEGIN
				EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', name);
			EXCEPTION WHEN duplicate_object OR unique_violation THEN
				NULL;
			END;
		END IF;
	END LOOP;
	-- The app may become the tenant role. It must not inherit it, or it would reach tasks without a scope.
	IF NOT EXISTS (
		SELECT FROM pg_auth_members
		WHERE roleid = 'gatehouse_tenant'::regrole AND member = 'gatehouse_app'::regrole
			AND set_option AND NOT inherit_option
	) THEN
		BEGIN
			GRANT gatehouse_tenant TO gatehouse_app WITH INHERIT FALSE, SET TRUE;
		EXCEPTION WHEN unique_violation THEN
			NULL;
		END;
	END IF;
END
$$;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO gatehouse_app, gatehouse_tenant;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE
	ON "user", session, account, verification, organization, member, invitation TO gatehouse_app;--> statement-breakpoint
GRANT SELECT ON audit_event TO gatehouse_app;--> statement-breakpoint
GRANT SELECT ON organization, member, invitation, audit_event TO gatehouse_tenant;--> statement-breakpoint
GRANT SELECT (id, name, email, image) ON "user" TO gatehouse_tenant;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON task TO gatehouse_tenant;--> statement-breakpoint
-- A task never moves to another organization, nor to another creator.
GRANT UPDATE (title, description, status, priority, assignee_id, due_date, updated_at)
	ON task TO gatehouse_tenant;--> statement-breakpoint

-- The scope of this transaction. A setting that once was set comes back as '' in later transactions, hence nullif:
-- no scope is null, and null equals nothing.
CREATE FUNCTION tenant_organization_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
	RETURN nullif(current_setting('app.organization_id', true), '')::uuid;--> statement-breakpoint
CREATE FUNCTION tenant_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
	RETURN nullif(current_setting('app.user_id', true), '')::uuid;--> statement-breakpoint

-- Forced, so that the tables' owner is bound as well: with one database role for everything, that is the app.
ALTER TABLE "user" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE organization ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE member ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE task ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;--> statement-breakpoint

CREATE POLICY app_everyone ON "user" TO gatehouse_app USING (true);--> statement-breakpoint
CREATE POLICY app_every_organization ON organization TO gatehouse_app USING (true);--> statement-breakpoint
CREATE POLICY app_every_member ON member TO gatehouse_app USING (true);--> statement-breakpoint
CREATE POLICY app_every_invitation ON invitation TO gatehouse_app USING (true);--> statement-breakpoint
-- What happened to a task tells what stands in it.
CREATE POLICY app_events_but_tasks ON audit_event FOR SELECT TO gatehouse_app
	USING (target_type <> 'task');--> statement-breakpoint

CREATE POLICY tenant_organization ON organization TO gatehouse_tenant
	USING (id = tenant_organization_id());--> statement-breakpoint
CREATE POLICY tenant_members ON member TO gatehouse_tenant
	USING (organization_id = tenant_organization_id());--> statement-breakpoint
CREATE POLICY tenant_invitations ON invitation TO gatehouse_tenant
	USING (organization_id = tenant_organization_id());--> statement-breakpoint
CREATE POLICY tenant_people ON "user" FOR SELECT TO gatehouse_tenant
	USING (EXISTS (
		SELECT FROM member WHERE user_id = "user".id AND organization_id = tenant_organization_id()
	));--> statement-breakpoint
CREATE POLICY tenant_events ON audit_event FOR SELECT TO gatehouse_tenant
	USING (organization_id = tenant_organization_id());--> statement-breakpoint
CREATE POLICY tenant_tasks ON task TO gatehouse_tenant
	USING (organization_id = tenant_organization_id());--> statement-breakpoint
-- Restrictive: it narrows the policy above. Nobody adds a task in another's name.
CREATE POLICY tenant_tasks_by_their_creator ON task AS RESTRICTIVE FOR INSERT TO gatehouse_tenant
	WITH CHECK (created_by = tenant_user_id());
