-- A third role, for a scope in which the organization itself or its members are changed (packages/db/src/tenancy/tenant.ts). It is
-- all that the tenant role is, so the policies of 0001 hold its writes to one organization as well, whatever a `where`
-- leaves out; and an ordinary scope still cannot touch a membership. Nobody is added by it: who joins is no member yet.
DO $$
BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gatehouse_exclusive') THEN
		BEGIN
			CREATE ROLE gatehouse_exclusive NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
		EXCEPTION WHEN duplicate_object OR unique_violation THEN
			NULL;
		END;
	END IF;
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
	IF NOT EXISTS (
		SELECT FROM pg_auth_members
		WHERE roleid = 'gatehouse_exclusive'::regrole AND member = 'gatehouse_app'::regrole
			AND set_option AND NOT inherit_option
	) THEN
		BEGIN
			GRANT gatehouse_exclusive TO gatehouse_app WITH INHERIT FALSE, SET TRUE;
		EXCEPTION WHEN unique_violation THEN
			NULL;
		END;
	END IF;
END
$$;--> statement-breakpoint
GRANT UPDATE (name, slug), DELETE ON organization TO gatehouse_exclusive;--> statement-breakpoint
GRANT UPDATE (role, custom_role_id), DELETE ON member TO gatehouse_exclusive;--> statement-breakpoint

-- An organization that has had an owner keeps one, until it is deleted as a whole. Two who leave at once wait for each
-- other at the organization's row, and the one who comes second counts what the first has left. That works because each
-- statement in here sees what was committed before it; where a transaction looks at the past throughout, both would see
-- the other one still there, so those are refused.
--
-- Runs as the tables' owner, as whom nobody is hidden: to a role that does not see the organization, it would look
-- deleted, and the last owner could go.
CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF current_setting('transaction_isolation') <> 'read committed' THEN
		RAISE feature_not_supported USING MESSAGE = 'owners are changed in READ COMMITTED only';
	END IF;
	PERFORM FROM public.organization WHERE id = OLD.organization_id FOR NO KEY UPDATE;
	IF FOUND AND NOT EXISTS (
		SELECT FROM public.member WHERE organization_id = OLD.organization_id AND role = 'owner'
	) THEN
		RAISE check_violation USING MESSAGE = 'an organization keeps an owner', CONSTRAINT = 'organization_has_owner';
	END IF;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER keep_an_owner AFTER UPDATE OR DELETE ON member
	FOR EACH ROW WHEN (OLD.role = 'owner') EXECUTE FUNCTION keep_an_owner();--> statement-breakpoint

-- Deleting a user takes their memberships along. Whoever changes members locks the organization first and the member
-- then (packages/db/src/tenancy/tenant.ts); in the other order the two would wait for each other for good.
CREATE FUNCTION hold_organizations_of_user() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	PERFORM FROM public.organization
		WHERE id IN (SELECT organization_id FROM public.member WHERE user_id = OLD.id)
		ORDER BY id FOR NO KEY UPDATE;
	RETURN OLD;
END
$$;--> statement-breakpoint
CREATE TRIGGER hold_organizations BEFORE DELETE ON "user"
	FOR EACH ROW EXECUTE FUNCTION hold_organizations_of_user();--> statement-breakpoint
REVOKE ALL ON FUNCTION keep_an_owner(), hold_organizations_of_user() FROM PUBLIC;--> statement-breakpoint

-- The tables' owner is bound by row-level security unless a superuser. This lets the owner look, and lock, from within
-- a trigger, and at no other time.
CREATE POLICY members_from_trigger ON member FOR SELECT TO CURRENT_USER
	USING (pg_trigger_depth() > 0);--> statement-breakpoint
CREATE POLICY organizations_from_trigger ON organization FOR SELECT TO CURRENT_USER
	USING (pg_trigger_depth() > 0);--> statement-breakpoint
CREATE POLICY organizations_locked_from_trigger ON organization FOR UPDATE TO CURRENT_USER
	USING (pg_trigger_depth() > 0);
