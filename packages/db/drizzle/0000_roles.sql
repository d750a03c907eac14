-- Three roles, none with a login. They belong to the cluster, so another database may have created them already, or may be
-- creating them right now. Needs PostgreSQL 16 or later.
--
--   gatehouse_app        what the app's login role is granted: accounts and organizations, but no tenant's content
--   gatehouse_tenant     what a tenant transaction runs as: one organization's rows and nothing else
--   gatehouse_exclusive  a tenant transaction that may also change the organization itself and its members. It inherits the
-- tenant role, so the same policies bind it. It can't add members: an invitee is not a member yet.
DO $$
DECLARE
	name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['gatehouse_app', 'gatehouse_tenant', 'gatehouse_exclusive'] LOOP
		IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
			BEGIN
				EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', name);
			EXCEPTION WHEN duplicate_object OR unique_violation THEN
				NULL;
			END;
		END IF;
	END LOOP;
	-- The app may become the other two. It must not inherit them, or it would reach content without a scope.
	FOREACH name IN ARRAY ARRAY['gatehouse_tenant', 'gatehouse_exclusive'] LOOP
		IF NOT EXISTS (
			SELECT FROM pg_auth_members
			WHERE roleid = name::regrole AND member = 'gatehouse_app'::regrole AND set_option AND NOT inherit_option
		) THEN
			BEGIN
				EXECUTE format('GRANT %I TO gatehouse_app WITH INHERIT FALSE, SET TRUE', name);
			EXCEPTION WHEN unique_violation THEN
				NULL;
			END;
		END IF;
	END LOOP;
	IF NOT EXISTS (
		SELECT FROM pg_auth_members
		WHERE roleid = 'gatehouse_tenant'::regrole AND member = 'gatehouse_exclusive'::regrole AND inherit_option
	) THEN
		BEGIN
			GRANT gatehouse_tenant TO gatehouse_exclusive WITH INHERIT TRUE, SET FALSE;
		EXCEPTION WHEN unique_violation THEN
			NULL;
		END;
	END IF;
END
$$;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO gatehouse_app, gatehouse_tenant;--> statement-breakpoint

-- The scope of this transaction. A setting that was set once is '' in later transactions, hence nullif: without a scope
-- this is null, which equals nothing.
CREATE FUNCTION tenant_organization_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
	RETURN nullif(current_setting('app.organization_id', true), '')::uuid;--> statement-breakpoint
CREATE FUNCTION tenant_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
	RETURN nullif(current_setting('app.user_id', true), '')::uuid;
